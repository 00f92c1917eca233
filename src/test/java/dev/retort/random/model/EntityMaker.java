package dev.retort.random.model;

import dev.retort.random.Dice;
import dev.retort.random.Side;
import dev.retort.random.model.Piece.Kind;
import dev.retort.random.model.Sketch.ColumnName;
import dev.retort.random.model.Sketch.Embeddable;
import dev.retort.random.model.Sketch.Entity;
import dev.retort.random.model.Sketch.Named;
import dev.retort.random.model.Sketch.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes entities and an edit of them from a seed. */
final class EntityMaker {

    private static final String SNAKE_CASE = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";

    private static final List<String> WORDS = List.of(
            "Customer", "Invoice", "Parcel", "Ledger", "Vehicle", "Person", "Article", "ShelfPlace", "Ticket", "Größe");

    private final Sketch sketch;
    private final Dice dice;
    private final FieldMaker fields;
    private final boolean elsewhere;
    private final Map<String, String> aggregates = new HashMap<>();

    private EntityMaker(Sketch sketch, boolean elsewhere) {
        this.elsewhere = elsewhere;
        this.sketch = sketch;
        this.dice = sketch.dice;
        this.fields = new FieldMaker(sketch);
    }

    static ModelPair make(long seed) {
        Sketch sketch = new Sketch(new Dice(seed));
        Map<String, String> settings = new TreeMap<>();
        if (sketch.dice.chance(35)) {
            settings.put("hibernate.physical_naming_strategy", SNAKE_CASE);
        }
        if (sketch.dice.chance(8)) {
            settings.put("hibernate.default_schema", "Main");
        }
        // Hibernate makes composite types in the one namespace, and looks for them in the other.
        new EntityMaker(sketch, settings.containsKey("hibernate.default_schema")).all();
        return new ModelPair(seed, settings, List.copyOf(sketch.pieces));
    }

    private void all() {
        for (int i = dice.between(0, 2); i > 0; i--) {
            embeddable();
        }
        for (int i = dice.between(1, 4); i > 0; i--) {
            if (dice.chance(22)) {
                hierarchy();
            } else {
                single();
            }
        }
        RelationMaker relations = new RelationMaker(sketch, fields);
        sketch.entities.forEach(relations::make);
        RuleMaker rules = new RuleMaker(sketch);
        sketch.entities.forEach(rules::make);
    }

    private void embeddable() {
        String name = sketch.name(dice.pick("Address", "Period", "Money"));
        Named put = sketch.put(Kind.CLASS, "", "@Embeddable class " + name, "@Embeddable class " + name);
        List<ColumnName> columns = new ArrayList<>();
        // Never without a field, which Hibernate has no columns for.
        String first = sketch.name("part");
        Named part = sketch.put(Kind.FIELD, put.key(), "String " + first, "String " + first);
        columns.add(new ColumnName(part.key(), first, first, Sort.TEXT));
        for (int i = dice.between(0, 2); i > 0; i--) {
            columns.add(fields.field(put.key()));
        }
        sketch.embeddables.add(new Embeddable(new Named(put.key(), name, true, true), columns));
    }

    /** An entity that an edit brings or takes, or that stays. */
    private Named type(String header, String name, String... needs) {
        return type(sketch.entities.isEmpty() || sketch.dice.chance(50), header, name, needs);
    }

    private Named type(boolean stays, String header, String name, String... needs) {
        String text = header.formatted(name);
        Named put = stays ? sketch.put(Kind.CLASS, "", text, text, needs) : sketch.add(Kind.CLASS, "", text, needs);
        return new Named(put.key(), name, put.before(), put.after());
    }

    private void single() {
        String name = sketch.name(dice.pick(WORDS));
        Named type = type("@Entity class %s", name);
        boolean soft = dice.chance(6);
        if (soft) {
            sketch.add(
                    Kind.ANNOTATION,
                    type.key(),
                    dice.pick(
                            "@SoftDelete",
                            "@SoftDelete(columnName = \"gone\")",
                            "@SoftDelete(strategy = SoftDeleteType.ACTIVE)"));
        }
        boolean composite = id(type, true);
        List<ColumnName> columns = new ArrayList<>();
        body(type, true, columns);
        table(type);
        sketch.entities.add(new Entity(type, true, composite, soft, columns));
    }

    private void table(Named type) {
        if (dice.chance(25)) {
            String table = sketch.name(dice.pick("`Order Line`", "T_ROW", "entry"));
            String other = sketch.edited() ? sketch.name("renamed_table") : table;
            sketch.put(Kind.TABLE, type.key(), "name = \"" + table + "\"", "name = \"" + other + "\"");
        }
        if (dice.chance(10)) {
            sketch.add(Kind.TABLE, type.key(), "schema = \"books\"");
        }
    }

    private void hierarchy() {
        String strategy = dice.pick("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS");
        String other =
                sketch.edited() && dice.chance(30) ? dice.pick("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS") : strategy;
        String name = sketch.name(dice.pick(WORDS));
        boolean concrete = dice.chance(50);
        Named root = type(concrete ? "@Entity class %s" : "@Entity abstract class %s", name);
        sketch.put(
                Kind.ANNOTATION,
                root.key(),
                "@Inheritance(strategy = InheritanceType." + strategy + ")",
                "@Inheritance(strategy = InheritanceType." + other + ")");
        boolean single = strategy.equals("SINGLE_TABLE") && other.equals(strategy);
        boolean perClass = strategy.equals("TABLE_PER_CLASS") || other.equals("TABLE_PER_CLASS");
        if (!perClass && dice.chance(30)) {
            sketch.add(
                    Kind.ANNOTATION,
                    root.key(),
                    dice.pick(
                            "@DiscriminatorColumn(name = \"what\")",
                            "@DiscriminatorColumn(name = \"what\", length = 60)"));
        }
        boolean composite = id(root, !perClass);
        List<ColumnName> columns = new ArrayList<>();
        body(root, true, columns);
        sketch.entities.add(new Entity(root, strategy.equals(other), composite, false, columns));
        for (int i = dice.between(1, 2); i > 0; i--) {
            String below = sketch.name(dice.pick(WORDS));
            // Hibernate itself makes no table for an abstract class with nothing below it: its check would allow no
            // value.
            boolean needed = !concrete
                    && sketch.entities.get(sketch.entities.size() - 1).named().equals(root);
            Named type = type(needed || dice.chance(50), "@Entity class %s extends " + name, below, root.key());
            Named there = new Named(type.key(), below, type.before() && root.before(), type.after() && root.after());
            List<ColumnName> own = new ArrayList<>();
            body(there, false, own);
            sketch.entities.add(new Entity(there, !single && strategy.equals(other), composite, false, own));
        }
    }

    private void body(Named type, boolean root, List<ColumnName> columns) {
        for (int i = dice.between(0, 5); i > 0; i--) {
            columns.add(fields.field(type.key()));
        }
        if (root && dice.chance(12)) {
            sketch.add(Kind.FIELD, type.key(), "@Version int " + sketch.name("version"));
        }
        if (dice.chance(8)) {
            String name = sketch.name("createdAt");
            sketch.add(Kind.FIELD, type.key(), "@CreationTimestamp Instant " + name);
        }
        if (dice.chance(8)) {
            String name = sketch.name("document");
            sketch.add(
                    Kind.FIELD,
                    type.key(),
                    "@JdbcTypeCode(org.hibernate.type.SqlTypes.JSON) Map<String, String> " + name);
        }
        for (Embeddable embeddable : sketch.embeddables) {
            if (root && dice.chance(25)) {
                embedded(type, embeddable, columns);
            }
        }
        List<ColumnName> numbers = columns.stream()
                .filter(c -> c.sort() == Sort.NUMBER
                        && c.isPlain()
                        && c.before() != null
                        && c.before().equals(c.after()))
                .toList();
        if (!numbers.isEmpty() && dice.chance(12)) {
            ColumnName number = dice.pick(numbers);
            String formula = number.before() + " * 2";
            String other = sketch.edited() ? number.before() + " + 1" : formula;
            String field = " BigDecimal " + sketch.name("computed");
            sketch.change(
                    Kind.FIELD,
                    type.key(),
                    "@GeneratedColumn(\"" + formula + "\")" + field,
                    "@GeneratedColumn(\"" + other + "\")" + field,
                    number.key());
        }
    }

    /** The whole of an embeddable; as a document or composite type at times. */
    private void embedded(Named type, Embeddable embeddable, List<ColumnName> columns) {
        String name = sketch.name("whole");
        String how = elsewhere || dice.chance(80)
                ? ""
                : dice.pick(
                        "@JdbcTypeCode(org.hibernate.type.SqlTypes.JSON) ",
                        "@Struct(name = \"" + embeddable.named().name() + "_t\") ");
        if (!how.isEmpty()) {
            // One class is read and written in one way, and Hibernate cannot make a table that asks for both.
            how = aggregates.merge(embeddable.named().name(), how, (first, later) -> first);
        }
        String other = sketch.edited() && dice.chance(40) ? "" : how;
        String text = "@Embedded " + embeddable.named().name() + " " + name;
        Named field = sketch.change(
                Kind.FIELD,
                type.key(),
                how + text,
                other + text,
                embeddable.named().key());
        if (how.isEmpty() && field.before() && field.after()) {
            columns.addAll(embeddable.columns());
        }
    }

    /** Whether the id has several columns. */
    private boolean id(Named type, boolean identity) {
        String kind = dice.pick(
                "auto",
                "auto",
                "auto",
                "sequence",
                "table",
                "uuid",
                "text",
                "number",
                "composite",
                "identity",
                "identity");
        String word = dice.pick("id", "id", "key", "number");
        String generated = "@Id @GeneratedValue Long " + word;
        switch (kind) {
            case "sequence" -> {
                String sequence = sketch.name("numbers");
                String text =
                        "@Id @GeneratedValue(generator = \"%s\") @SequenceGenerator(name = \"%s\", sequenceName = \"%s_source\", allocationSize = %d, initialValue = %d) Long %s";
                int step = dice.pick(1, 10, 50);
                int next = sketch.edited() ? 20 : step;
                sketch.put(
                        Kind.FIELD,
                        type.key(),
                        text.formatted(sequence, sequence, sequence, step, 1, word),
                        text.formatted(sequence, sequence, sequence, next, sketch.edited() ? 1000 : 1, word));
            }
            case "table" -> still(type, "@Id @GeneratedValue(strategy = GenerationType.TABLE) Long " + word);
            case "uuid" -> still(type, "@Id @GeneratedValue UUID " + word);
            case "text" -> {
                Named field = still(type, "@Id String " + word);
                sketch.change(Kind.COLUMN, field.key(), "length = 30", sketch.edited() ? "length = 60" : "length = 30");
            }
            case "number" ->
                sketch.put(
                        Kind.FIELD,
                        type.key(),
                        "@Id Integer " + word,
                        "@Id " + (sketch.edited() ? "Long " : "Integer ") + word);
            case "composite" -> {
                String key = sketch.name("Key");
                String record = "@Embeddable record " + key + "(String %s, Integer number) {}";
                String part = sketch.name("letters");
                Named put = sketch.put(
                        Kind.WHOLE,
                        "",
                        record.formatted(part),
                        record.formatted(sketch.edited() ? sketch.name("letters") : part));
                sketch.put(
                        Kind.FIELD,
                        type.key(),
                        "@EmbeddedId " + key + " " + word,
                        "@EmbeddedId " + key + " " + word,
                        put.key());
                return true;
            }
            case "identity" -> {
                String text =
                        identity ? "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long " + word : generated;
                sketch.put(Kind.FIELD, type.key(), text, sketch.edited() ? generated : text);
            }
            default ->
                sketch.put(
                        Kind.FIELD,
                        type.key(),
                        generated,
                        identity && sketch.edited()
                                ? "@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long " + word
                                : generated);
        }
        return false;
    }

    private Named still(Named type, String text) {
        return sketch.put(Kind.FIELD, type.key(), text, text);
    }

    /** Both sides, for makers that write a text for each. */
    static List<Side> sides() {
        return List.of(Side.A, Side.B);
    }
}

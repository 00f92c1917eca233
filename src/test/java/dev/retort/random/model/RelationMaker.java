package dev.retort.random.model;

import dev.retort.random.Dice;
import dev.retort.random.model.Piece.Kind;
import dev.retort.random.model.Sketch.ColumnName;
import dev.retort.random.model.Sketch.Entity;
import dev.retort.random.model.Sketch.Named;
import dev.retort.random.model.Sketch.Sort;

/** Makes relations of entities, and collections. */
final class RelationMaker {

    private final Sketch sketch;
    private final Dice dice;
    private final FieldMaker fields;

    RelationMaker(Sketch sketch, FieldMaker fields) {
        this.sketch = sketch;
        this.dice = sketch.dice;
        this.fields = fields;
    }

    void make(Entity entity) {
        for (int i = dice.between(0, 2); i > 0; i--) {
            switch (dice.between(0, 6)) {
                case 0, 1, 2 -> toOne(entity, dice.pick(sketch.entities));
                case 3 -> toMany(entity, dice.pick(sketch.entities));
                default -> elements(entity);
            }
        }
    }

    private Named field(Entity entity, Entity target, String before, String after) {
        Named made = sketch.change(Kind.FIELD, entity.named().key(), before, after);
        Piece piece = sketch.pieces.remove(sketch.pieces.size() - 1);
        String a = entity.named().before() && target.named().before() ? piece.a() : null;
        String b = entity.named().after() && target.named().after() ? piece.b() : null;
        if (a != null || b != null) {
            sketch.pieces.add(new Piece(
                    piece.kind(),
                    piece.key(),
                    piece.owner(),
                    a,
                    b,
                    java.util.Set.of(target.named().key())));
        }
        return new Named(made.key(), "", a != null, b != null);
    }

    private void toOne(Entity entity, Entity target) {
        String name = sketch.name(dice.pick("owner", "parent", "peer"));
        String renamed = dice.chance(40) && sketch.edited() ? sketch.name("other") : name;
        String kind = dice.chance(80) ? "@ManyToOne" : "@OneToOne";
        boolean self = entity == target;
        String optional = !self && dice.chance(25) ? "(optional = false)" : "";
        String stricter = !self && sketch.edited() ? (optional.isEmpty() ? "(optional = false)" : "") : optional;
        String text = " " + target.named().name() + " ";
        Named field = field(
                entity,
                target,
                kind + optional + text + name,
                (sketch.edited() ? "@ManyToOne" : kind) + stricter + text + renamed);
        if (!field.before() && !field.after()) {
            return;
        }
        if (dice.chance(15)) {
            sketch.add(
                    Kind.ANNOTATION,
                    field.key(),
                    "@OnDelete(action = OnDeleteAction." + dice.pick("CASCADE", "SET_NULL", "RESTRICT") + ")");
        }
        String a = name + "_id";
        String b = renamed + "_id";
        if (target.composite()) {
            return;
        }
        if (dice.chance(25)) {
            a = "fk_" + sketch.name("column");
            b = sketch.edited() ? "fk_" + sketch.name("column") : a;
            sketch.put(Kind.JOIN, field.key(), "name = \"" + a + "\"", "name = \"" + b + "\"");
            entity.columns()
                    .add(new ColumnName(field.key(), field.before() ? a : null, field.after() ? b : null, Sort.OTHER));
        }
        if (!self && dice.chance(10)) {
            sketch.add(Kind.JOIN, field.key(), "nullable = false");
        }
        if (dice.chance(15)) {
            String key =
                    dice.pick("name = \"" + sketch.name("fk_stated") + "\"", "value = ConstraintMode.NO_CONSTRAINT");
            sketch.add(Kind.JOIN, field.key(), "foreignKey = @ForeignKey(" + key + ")");
        }
    }

    private void toMany(Entity entity, Entity target) {
        String name = sketch.name(dice.pick("items", "members"));
        String list = dice.pick("List<", "Set<") + target.named().name() + "> " + name;
        String table = "@JoinTable(name = \"" + sketch.name("link") + "\") ";
        String text = dice.pick("@ManyToMany " + table, "@OneToMany " + table, "@ManyToMany ");
        Named field = field(entity, target, text + list, text + list);
        if ((field.before() || field.after()) && list.startsWith("List") && dice.chance(30)) {
            sketch.add(Kind.ANNOTATION, field.key(), "@OrderColumn");
        }
    }

    private void elements(Entity entity) {
        String name = sketch.name(dice.pick("tags", "notes", "scores"));
        String kind = dice.pick("Set<%s>", "List<%s>", "Map<String, %s>", "List<%s>");
        String element = dice.pick("String", "Integer", "LocalDate", "enum", "embeddable");
        String annotation = "@ElementCollection ";
        String needs = entity.named().key();
        if (element.equals("enum")) {
            Named type = fields.anEnum();
            element = type.name();
            needs = type.key();
            annotation += "@Enumerated(EnumType.STRING) ";
        } else if (element.equals("embeddable")) {
            if (sketch.embeddables.isEmpty()) {
                return;
            }
            Named type = dice.pick(sketch.embeddables).named();
            element = type.name();
            needs = type.key();
        }
        String other = kind.startsWith("List") && sketch.edited() ? "Set<%s>" : kind;
        Named field = sketch.change(
                Kind.FIELD,
                entity.named().key(),
                annotation + kind.formatted(element) + " " + name,
                annotation + other.formatted(element) + " " + name,
                needs);
        if (kind.startsWith("List") && other.equals(kind) && dice.chance(40)) {
            sketch.add(Kind.ANNOTATION, field.key(), "@OrderColumn");
        }
        if (dice.chance(25)) {
            String table = "@CollectionTable(name = \"" + sketch.name("values") + "\")";
            sketch.add(Kind.ANNOTATION, field.key(), table);
        }
    }
}

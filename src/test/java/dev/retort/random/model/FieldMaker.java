package dev.retort.random.model;

import dev.retort.random.Dice;
import dev.retort.random.model.Piece.Kind;
import dev.retort.random.model.Sketch.ColumnName;
import dev.retort.random.model.Sketch.Named;
import dev.retort.random.model.Sketch.Sort;
import java.util.ArrayList;
import java.util.List;

/** Makes fields of the types that a developer uses, with what is said of their columns. */
final class FieldMaker {

    private static final List<String> WORDS = List.of(
            "name",
            "title",
            "code",
            "amount",
            "dueDate",
            "note",
            "level",
            "userName",
            "größe",
            "total",
            "open",
            "eMail",
            "URL",
            "x",
            "remark",
            "validUntil");

    private static final List<String> COMMENTS =
            List.of("\"plain\"", "\"its \\\"quoted\\\" */ {@code x}\"", "\"two\\nlines\"", "\"größe 名前\"", "\"\"");

    private static final List<List<String>> FAMILIES = List.of(
            List.of(
                    "int",
                    "long",
                    "Integer",
                    "Long",
                    "Short",
                    "short",
                    "byte",
                    "BigDecimal",
                    "BigInteger",
                    "double",
                    "Float"),
            List.of("String", "String", "String", "Locale", "Currency", "Character", "ZoneId"),
            List.of("LocalDate", "LocalDateTime", "Instant", "OffsetDateTime", "ZonedDateTime", "Date"),
            List.of("LocalTime", "OffsetTime"),
            List.of("boolean", "Boolean"),
            List.of("UUID"),
            List.of("byte[]"),
            List.of("Duration"),
            List.of("Year"),
            List.of("String[]", "List<String>"),
            List.of("int[]", "List<Integer>", "Long[]"));

    private static final List<String> PRECISE =
            List.of("LocalDateTime", "Instant", "OffsetDateTime", "ZonedDateTime", "LocalTime");

    private final Sketch sketch;
    private final Dice dice;

    FieldMaker(Sketch sketch) {
        this.sketch = sketch;
        this.dice = sketch.dice;
    }

    String word() {
        return sketch.name(dice.pick(WORDS));
    }

    static List<String> comments() {
        return COMMENTS;
    }

    /** A field of a plain type or an enum. */
    ColumnName field(String owner) {
        if (dice.chance(18)) {
            Named type = anEnum();
            return enumerated(owner, type);
        }
        List<String> family = dice.chance(65) ? FAMILIES.get(dice.between(0, 2)) : dice.pick(FAMILIES);
        String before = dice.pick(family);
        String after = !sketch.edited() ? before : dice.chance(85) ? dice.pick(family) : dice.pick(dice.pick(FAMILIES));
        String name = word();
        String renamed = dice.chance(50) && sketch.edited() ? word() : name;
        Named field = sketch.change(Kind.FIELD, owner, before + " " + name, after + " " + renamed);
        boolean text = before.equals("String") && after.equals("String");
        boolean number = FAMILIES.get(0).contains(before) && FAMILIES.get(0).contains(after);
        ColumnName column = column(field, name, renamed, number ? Sort.NUMBER : text ? Sort.TEXT : Sort.OTHER);
        said(field, column, before, after);
        if (text) {
            texts(field, column);
        } else if (number) {
            numbers(field, column, before.equals("BigDecimal") && after.equals("BigDecimal"));
        } else if (PRECISE.contains(before) && PRECISE.contains(after) && dice.chance(25)) {
            sketch.change(
                    Kind.COLUMN, field.key(), "secondPrecision = 0", "secondPrecision = " + (sketch.edited() ? 3 : 0));
        }
        return column;
    }

    /** The column of a field, whose name is stated at times. */
    ColumnName column(Named field, String before, String after, Sort sort) {
        String a = before;
        String b = after;
        if (dice.chance(12)) {
            String stated = dice.chance(25) ? "`" + word() + " Ü`" : "c_" + word();
            String other = sketch.edited() ? "d_" + word() : stated;
            sketch.put(Kind.COLUMN, field.key(), "name = \"" + stated + "\"", "name = \"" + other + "\"");
            a = stated;
            b = other;
        }
        return new ColumnName(field.key(), field.before() ? a : null, field.after() ? b : null, sort);
    }

    private void said(Named field, ColumnName column, String before, String after) {
        boolean plain = !before.endsWith("]")
                && !before.startsWith("List")
                && !after.endsWith("]")
                && !after.startsWith("List");
        if (dice.chance(25)) {
            sketch.add(Kind.COLUMN, field.key(), "nullable = false");
        } else if (dice.chance(10)) {
            sketch.add(Kind.ANNOTATION, field.key(), "@NotNull");
        }
        if (plain && dice.chance(6) && !before.equalsIgnoreCase("boolean") && !after.equalsIgnoreCase("boolean")) {
            sketch.add(Kind.COLUMN, field.key(), "unique = true");
        }
        if (dice.chance(8)) {
            boolean attribute = dice.chance(50);
            String form = attribute ? "comment = %s" : "@Comment(%s)";
            String comment = dice.pick(COMMENTS);
            String other = sketch.edited() ? dice.pick(COMMENTS) : comment;
            sketch.change(
                    attribute ? Kind.COLUMN : Kind.ANNOTATION,
                    field.key(),
                    form.formatted(comment),
                    form.formatted(other));
        }
    }

    private void texts(Named field, ColumnName column) {
        if (dice.chance(8)) {
            String definition = dice.pick("varchar(30) default 'x'", "text", "text collate \\\"C\\\" not null");
            String other = sketch.edited() ? "varchar(300)" : definition;
            sketch.change(
                    Kind.COLUMN,
                    field.key(),
                    "columnDefinition = \"" + definition + "\"",
                    "columnDefinition = \"" + other + "\"");
            return;
        }
        if (dice.chance(4)) {
            // A large object is the number of one, of which no text can be said.
            sketch.put(Kind.ANNOTATION, field.key(), "@Lob", "@Lob");
            return;
        }
        if (dice.chance(6)) {
            sketch.add(
                    Kind.ANNOTATION,
                    field.key(),
                    dice.pick("@Nationalized", "@JdbcTypeCode(org.hibernate.type.SqlTypes.LONG32VARCHAR)"));
        } else if (dice.chance(45)) {
            int length = dice.pick(20, 80, 400);
            sketch.change(
                    Kind.COLUMN,
                    field.key(),
                    "length = " + length,
                    "length = " + (sketch.edited() ? dice.pick(10, 100, 1000) : length));
        } else if (dice.chance(10)) {
            sketch.add(
                    Kind.ANNOTATION,
                    field.key(),
                    dice.pick(
                            "@Size(max = 40)",
                            "@NotBlank",
                            "@NotEmpty",
                            "@Size(min = 1, max = 25)",
                            "@Pattern(regexp = \"[a-z]+\")"));
        }
        if (dice.chance(8)) {
            sketch.change(
                    Kind.ANNOTATION,
                    field.key(),
                    "@ColumnDefault(\"'a'\")",
                    sketch.edited() ? "@ColumnDefault(\"upper('it''s')\")" : "@ColumnDefault(\"'a'\")");
        }
        if (dice.chance(5)) {
            sketch.add(Kind.ANNOTATION, field.key(), "@Collate(\"C\")");
        }
        check(field, column, "%s <> ''", "length(%s) < 90");
    }

    private void numbers(Named field, ColumnName column, boolean decimal) {
        if (decimal && dice.chance(50)) {
            String scale = sketch.edited() ? "precision = 14, scale = 4" : "precision = 10, scale = 2";
            sketch.change(Kind.COLUMN, field.key(), "precision = 10, scale = 2", scale);
        } else if (dice.chance(12)) {
            sketch.add(Kind.ANNOTATION, field.key(), dice.pick("@Min(0)", "@Max(99)", "@Positive", "@PositiveOrZero"));
        }
        if (dice.chance(12)) {
            sketch.change(
                    Kind.ANNOTATION,
                    field.key(),
                    "@ColumnDefault(\"0\")",
                    sketch.edited() ? "@ColumnDefault(\"(1 + 2)\")" : "@ColumnDefault(\"0\")");
        }
        check(field, column, "%s >= 0", "%s between 0 and 100");
    }

    private void check(Named field, ColumnName column, String one, String two) {
        if (!dice.chance(7) || !column.isPlain()) {
            return;
        }
        boolean attribute = dice.chance(50);
        List<String> texts = new ArrayList<>();
        String other = sketch.edited() ? two : one;
        for (String text : List.of(one.formatted(column.before()), other.formatted(column.after()))) {
            texts.add(
                    attribute
                            ? "check = @CheckConstraint(constraint = \"" + text + "\")"
                            : "@Check(constraints = \"" + text + "\")");
        }
        sketch.change(attribute ? Kind.COLUMN : Kind.ANNOTATION, field.key(), texts.get(0), texts.get(1));
    }

    /** One that is there, or a new one. */
    Named anEnum() {
        if (!sketch.enums.isEmpty() && dice.chance(50)) {
            return dice.pick(sketch.enums);
        }
        String name = sketch.name(dice.pick("Status", "Kind", "Rank", "Colour"));
        List<String> before =
                new ArrayList<>(List.of("OPEN", "PAID", "CLOSED", "LOST").subList(0, dice.between(1, 4)));
        List<String> after = new ArrayList<>(before);
        if (sketch.edited()) {
            after.add(dice.between(0, after.size()), "FRESH");
        }
        if (sketch.edited() && after.size() > 1) {
            after.remove(0);
        }
        if (sketch.edited()) {
            after.set(0, "RENAMED");
        }
        if (sketch.edited()) {
            java.util.Collections.reverse(after);
        }
        Named put = sketch.put(Kind.WHOLE, "", constants(name, before), constants(name, after));
        Named type = new Named(put.key(), name, true, true);
        sketch.enums.add(type);
        return type;
    }

    private static String constants(String name, List<String> constants) {
        return "enum " + name + " { " + String.join(", ", constants) + " }";
    }

    private ColumnName enumerated(String owner, Named type) {
        String name = word();
        String renamed = dice.chance(50) && sketch.edited() ? word() : name;
        String array = dice.chance(6) ? "[]" : "";
        Named field = sketch.change(
                Kind.FIELD, owner, type.name() + array + " " + name, type.name() + array + " " + renamed, type.key());
        List<String> mappings = new ArrayList<>(List.of(
                "@Enumerated(EnumType.STRING)", "@Enumerated(EnumType.STRING)", "@Enumerated(EnumType.ORDINAL)"));
        if (array.isEmpty()) {
            mappings.add("@JdbcTypeCode(SqlTypes.NAMED_ENUM)");
        }
        String before = dice.pick(mappings);
        String after = sketch.edited() ? dice.pick(mappings) : before;
        sketch.put(Kind.ANNOTATION, field.key(), named(before), named(after));
        ColumnName column = column(field, name, renamed, Sort.OTHER);
        said(field, column, "boolean", "boolean");
        if (dice.chance(20)) {
            sketch.add(Kind.COLUMN, field.key(), "length = 20");
        }
        if (array.isEmpty() && before.contains("STRING") && after.equals(before) && dice.chance(10)) {
            sketch.add(Kind.ANNOTATION, field.key(), "@ColumnDefault(\"'PAID'\")");
        }
        return column;
    }

    private static String named(String mapping) {
        return mapping.replace("SqlTypes", "org.hibernate.type.SqlTypes");
    }
}

package dev.retort.codegen;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.SetComment;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Deferrability;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Operations with whatever names and texts a database can hold, the same for the same seed. */
final class RandomOperations {

    private static final String[] TYPES = {
        "bigint",
        "integer",
        "varchar(80)",
        "varchar",
        "numeric(12,2)",
        "numeric(5)",
        "numeric",
        "timestamptz(3)",
        "timestamptz",
        "uuid",
        "jsonb",
        "text",
        "bool",
        "char(3)",
        "tier",
        "billing.\"Tier\"",
        "bit varying(3)",
        "numeric(3,-2)",
        "time",
        "date",
        "float4",
        "float8",
        "bytea",
        "json"
    };

    private static final String[] PIECES = {
        "\"",
        "\"\"\"",
        "'",
        "\\",
        "\\u0022",
        "\\n",
        "*/",
        "/*",
        "//",
        "--",
        "\n",
        "\r\n",
        "\t",
        " ",
        "  ",
        "$L",
        "${x}",
        "%s",
        "ä",
        "😀",
        "\u2028",
        "\u202e",
        "\u00a0",
        "\u3000",
        "\u0000",
        "\u001b[0m",
        "\ud800",
        "(",
        ")",
        ".",
        "desc",
        "nulls",
        "select a, b from t where x = 1 and y like 'abc%'",
        "collate",
        "x",
        "name",
        "Order",
        "{@code",
        "}",
        "@",
        "<b>",
        "&amp;"
    };

    private final Random random;

    RandomOperations(long seed) {
        random = new Random(seed);
    }

    List<Operation> operations(int count) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operations.add(operation());
        }
        return operations;
    }

    private Operation operation() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> new CreateTable(table());
            case 2 -> new AddConstraint(name(), foreignKey());
            case 3 -> new CreateIndex(name(), index(), random.nextBoolean());
            case 4 -> new CreateEnum(new EnumType(name(), list(this::text)));
            case 5 -> new SetComment(CommentTarget.table(name()), random.nextInt(4) == 0 ? null : text());
            default -> new Execute(text());
        };
    }

    private Table table() {
        TableBuilder table = Table.builder(name()).columns(list(this::column));
        if (random.nextBoolean()) {
            table.primaryKey(PrimaryKey.of(text(), list(this::text)));
        }
        table.checks(list(() -> new Check(text(), expression(), random.nextBoolean(), random.nextBoolean())));
        table.comment(random.nextBoolean() ? text() : null);
        TreeMap<String, String> storage = new TreeMap<>();
        list(this::text).forEach(key -> storage.put(key, text()));
        return table.options(new TableOptions(random.nextBoolean(), storage, "", list(this::name)))
                .build();
    }

    private Column column() {
        SqlType type = SqlType.parse(TYPES[random.nextInt(TYPES.length)]);
        type = random.nextInt(4) == 0 ? type.asArray() : type;
        Column column = Column.of(text(), type).withNullable(random.nextBoolean());
        return switch (random.nextInt(6)) {
            case 0 -> column.withDefault(expression());
            case 1 -> column.withGenerated(new Generated(expression(), random.nextBoolean()));
            case 2 ->
                column.withIdentity(new Identity(
                        random.nextBoolean() ? Identity.Kind.ALWAYS : Identity.Kind.BY_DEFAULT, sequence()));
            case 3 -> column.withCollation(text()).withComment(text());
            default -> column;
        };
    }

    private SequenceOptions sequence() {
        return new SequenceOptions(
                random.nextBoolean() ? SqlType.builtin("integer") : null,
                random.nextBoolean() ? random.nextLong() : null,
                random.nextBoolean() ? (long) (random.nextInt(9) - 10) : null,
                random.nextBoolean() ? (long) random.nextInt() : null,
                random.nextBoolean() ? random.nextLong() : null,
                random.nextBoolean() ? 20L : null,
                random.nextBoolean() ? random.nextBoolean() : null);
    }

    private ForeignKey foreignKey() {
        ForeignKey.Action[] actions = ForeignKey.Action.values();
        return new ForeignKey(
                text(),
                list(this::text),
                name(),
                list(this::text),
                actions[random.nextInt(actions.length)],
                actions[random.nextInt(actions.length)],
                list(this::text),
                random.nextBoolean(),
                Deferrability.values()[random.nextInt(3)],
                random.nextBoolean());
    }

    private Index index() {
        List<Index.Key> keys = new ArrayList<>(list(this::key));
        keys.add(key());
        return Index.of(text(), keys)
                .withPredicate(random.nextBoolean() ? expression() : null)
                .withUnique(random.nextBoolean())
                .withInclude(list(this::text))
                .withMethod(random.nextBoolean() ? "btree" : text());
    }

    private Index.Key key() {
        boolean column = random.nextBoolean();
        return new Index.Key(
                column ? text() : null,
                column ? null : expression(),
                random.nextInt(3) == 0 ? text() : null,
                random.nextInt(3) == 0 ? text() : null,
                random.nextBoolean(),
                random.nextBoolean());
    }

    private Expression expression() {
        return Expression.of(text());
    }

    private ObjectName name() {
        return random.nextBoolean() ? ObjectName.of(text()) : new ObjectName(text(), text());
    }

    /** Never empty. */
    private String text() {
        if (random.nextInt(3) == 0) {
            return "plain" + random.nextInt(100);
        }
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }
}

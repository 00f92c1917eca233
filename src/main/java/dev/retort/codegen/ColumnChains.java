package dev.retort.codegen;

import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.regex.Pattern;

/** Columns, in the words of {@code Columns}. */
final class ColumnChains {

    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,7}");

    private ColumnChains() {}

    /**
     * A column.
     *
     * @param inPrimaryKey whether the primary key beside it says already that it holds no nulls
     */
    static Chain of(Column column, boolean inPrimaryKey) {
        Chain chain = typed(column.name(), column.type());
        if (column.collation() != null) {
            chain.then("collate", column.collation());
        }
        Identity identity = column.identity();
        boolean saidAlready = identity != null || inPrimaryKey;
        if (column.nullable() && saidAlready) {
            chain.then("nullable");
        } else if (!column.nullable() && !saidAlready) {
            chain.then("notNull");
        }
        if (identity != null) {
            identity(
                    chain,
                    identity,
                    column.type(),
                    identity.kind() == Identity.Kind.ALWAYS ? "identityAlways" : "identity");
        }
        if (column.defaultValue() != null) {
            chain.then("defaultTo", column.defaultValue().sql());
        }
        Generated generated = column.generated();
        if (generated != null) {
            chain.then(
                    generated.virtual() ? "generatedVirtual" : "generated",
                    generated.expression().sql());
        }
        if (column.comment() != null) {
            chain.then("comment", column.comment());
        }
        return chain;
    }

    /** A name and a type, as a column or as an attribute of a composite type. */
    static Chain typed(String name, SqlType type) {
        String word = type.userType() == null ? word(type.base()) : "";
        List<String> numbers = numbers(word, type.modifiers());
        if (word.isEmpty() || !sayable(word, type, numbers)) {
            return Chain.of("column").text(name).text(type.display());
        }
        Chain chain = Chain.of(word).text(name);
        numbers.forEach(chain::source);
        return type.array() ? chain.then("array") : chain;
    }

    /** The method of {@code Columns} for a type; empty for none. */
    private static String word(String base) {
        return switch (base) {
            case "smallint", "integer", "bigint", "numeric", "real", "text", "uuid", "date", "json", "jsonb", "bytea" ->
                base;
            case "double precision" -> "doublePrecision";
            case "boolean" -> "bool";
            case "time without time zone" -> "time";
            case "timestamp without time zone" -> "timestamp";
            case "timestamp with time zone" -> "timestamptz";
            case "character varying" -> "varchar";
            default -> "";
        };
    }

    /** The modifiers as arguments; a scale of zero is left out. */
    private static List<String> numbers(String word, String modifiers) {
        String said = word.equals("numeric") && modifiers.endsWith(",0")
                ? modifiers.substring(0, modifiers.length() - 2)
                : modifiers;
        return said.isEmpty() ? List.of() : List.of(said.split(",", -1));
    }

    /** Whether the method takes these modifiers: how many, small enough for an {@code int}, and read back as they are. */
    private static boolean sayable(String word, SqlType type, List<String> numbers) {
        int most =
                switch (word) {
                    case "numeric" -> 2;
                    case "varchar", "time", "timestamp", "timestamptz" -> 1;
                    default -> 0;
                };
        return numbers.size() <= most
                && numbers.stream().allMatch(number -> NUMBER.matcher(number).matches())
                && SqlType.parse(type.display()).equals(type);
    }

    static void identity(Chain chain, Identity identity, SqlType type, String word) {
        settings(chain.then(word), SequenceChains.leastStated(identity.options(), type));
    }

    /** Settings as the argument of the last call, unless there are none. */
    static void settings(Chain chain, SequenceOptions stated) {
        if (!stated.equals(SequenceOptions.UNSTATED)) {
            chain.chain(SequenceChains.say(Chain.of("sequence"), stated));
        }
    }
}

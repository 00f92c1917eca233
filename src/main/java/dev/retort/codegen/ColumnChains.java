package dev.retort.codegen;

import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns, in the words of {@code Columns}. */
final class ColumnChains {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,5})(?:,(\\d{1,5}))?");

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
                    generated.stored() ? "generated" : "generatedVirtual",
                    generated.expression().sql());
        }
        if (column.comment() != null) {
            chain.then("comment", column.comment());
        }
        return chain;
    }

    /** A name and a type, as a column or as an attribute of a composite type. */
    static Chain typed(String name, SqlType type) {
        String word = type.userType() == null ? word(type.base(), type.modifiers()) : "";
        if (word.isEmpty()) {
            return Chain.of("column").text(name).text(type.display());
        }
        Chain chain = Chain.of(word).text(name);
        Matcher numbers = NUMBERS.matcher(type.modifiers());
        if (numbers.matches()) {
            chain.source(numbers.group(1));
            if (numbers.group(2) != null) {
                chain.source(numbers.group(2));
            }
        }
        return type.array() ? chain.then("array") : chain;
    }

    /** The method of {@code Columns} for a type, where there is one that takes its modifiers. */
    private static String word(String base, String modifiers) {
        Matcher numbers = NUMBERS.matcher(modifiers);
        boolean plain = modifiers.isEmpty();
        boolean length = numbers.matches() && isPlainNumber(numbers.group(1)) && numbers.group(2) == null;
        boolean scale = numbers.matches()
                && numbers.group(2) != null
                && isPlainNumber(numbers.group(1))
                && isPlainNumber(numbers.group(2))
                && !numbers.group(2).equals("0");
        return switch (base) {
            case "smallint", "integer", "bigint", "real", "text", "uuid", "date", "json", "jsonb", "bytea" ->
                plain ? base : "";
            case "double precision" -> plain ? "doublePrecision" : "";
            case "boolean" -> plain ? "bool" : "";
            case "time without time zone" -> plain ? "time" : "";
            case "timestamp without time zone" -> plain ? "timestamp" : "";
            case "timestamp with time zone" -> plain ? "timestamptz" : "";
            case "character varying" -> plain || (length && !modifiers.contains(",")) ? "varchar" : "";
            case "numeric" -> plain || length || scale ? "numeric" : "";
            default -> "";
        };
    }

    /** Without leading zeros, so that the number prints as it was. */
    private static boolean isPlainNumber(String digits) {
        return digits.equals("0") || !digits.startsWith("0");
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

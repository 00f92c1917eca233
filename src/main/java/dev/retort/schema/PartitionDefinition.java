package dev.retort.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the catalog's reader says of a partition.
 *
 * @param parent the table that it is directly a part of, in SQL
 * @param bounds its bounds as the server prints them, as in {@code FOR VALUES IN (NULL)} and {@code DEFAULT}; empty for what is not such a text
 */
public record PartitionDefinition(String parent, String bounds) {

    private static final Pattern PRINTED = Pattern.compile("(?s)PARTITION OF ((?:\"(?:[^\"]|\"\")*\"|[^ \"])+) "
            + "(DEFAULT|FOR VALUES (?:(?:IN|FROM|TO|WITH) \\((?:'(?:[^']|'')*'|[^'()]|\\([^()]*\\))*\\) ?)+).*");

    /** Reads it; both are empty for a text that is not the reader's. */
    public static PartitionDefinition of(Extra partition) {
        Matcher printed = PRINTED.matcher(partition.definition());
        return printed.matches()
                ? new PartitionDefinition(printed.group(1), printed.group(2).strip())
                : new PartitionDefinition("", "");
    }

    /** The definition of one with other bounds. */
    public String with(String others) {
        return "PARTITION OF " + parent + " " + others;
    }
}

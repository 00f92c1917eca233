package dev.retort.command.standin;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys in SQL that a revision runs as it is written: of a column, or of a table.
 *
 * @param keys what is found
 * @param rest the SQL without the words that refer
 */
record WrittenKeys(List<Key> keys, String rest) {

    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*)";
    private static final String NAME = "(" + PART + "(?:\\s*\\.\\s*" + PART + ")?)";

    private static final Pattern REFERENCES =
            Pattern.compile("(?is)\\breferences\\s+(?:only\\s+)?" + NAME + "(?:\\s*\\(([^)]*)\\))?");
    private static final Pattern FOREIGN_KEY = Pattern.compile("(?is)\\bforeign\\s+key\\s*\\(([^)]*)\\)\\s*$");
    private static final Pattern TABLE = Pattern.compile(
            "(?is)\\b(?:create|alter)\\s+(?:unlogged\\s+|temp\\s+)?table\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?(?:only\\s+)?"
                    + NAME);

    /** A column, its type, and what may stand between the type and the key. */
    private static final Pattern COLUMN =
            Pattern.compile("(?is)(?:[,(]|\\badd(?:\\s+column)?(?:\\s+if\\s+not\\s+exists)?\\s)\\s*("
                    + PART
                    + ")\\s+(" + PART + "(?:\\s*\\.\\s*" + PART
                    + ")?(?:\\s+(?:precision|varying|without\\s+time\\s+zone|with\\s+time\\s+zone))?(?:\\s*\\([^)]*\\))?)"
                    + "(?:\\s+(?:not\\s+null|null|unique|primary\\s+key|constraint\\s+" + PART + "))*\\s*$");

    /**
     * One of them.
     *
     * @param table the table that it is of; null where that is not seen
     * @param columns its columns
     * @param types their types, null for one that the SQL does not tell
     * @param targetColumns empty for those of the primary key
     */
    record Key(
            @Nullable ObjectName table,
            List<String> columns,
            List<@Nullable SqlType> types,
            ObjectName target,
            List<String> targetColumns,
            boolean period) {}

    static WrittenKeys of(String sql) {
        List<Key> keys = new ArrayList<>();
        if (!sql.toLowerCase(Locale.ROOT).contains("references")) {
            return new WrittenKeys(keys, sql);
        }
        Matcher references = REFERENCES.matcher(sql);
        while (references.find()) {
            key(sql.substring(0, references.start()), references.toMatchResult(), sql, keys);
        }
        return new WrittenKeys(keys, references.replaceAll(" "));
    }

    private static void key(String before, MatchResult reference, String sql, List<Key> keys) {
        ObjectName target = name(reference.group(1));
        ObjectName table = TABLE.matcher(before)
                .results()
                .reduce((first, second) -> second)
                .map(found -> name(found.group(1)))
                .orElse(null);
        Matcher list = FOREIGN_KEY.matcher(before);
        Matcher column = COLUMN.matcher(before);
        List<String> targetColumns = columns(reference.group(2));
        if (list.find()) {
            List<String> columns = columns(list.group(1));
            List<@Nullable SqlType> types = new ArrayList<>();
            columns.forEach(name -> types.add(stated(name, sql)));
            keys.add(new Key(table, columns, types, target, targetColumns, hasPeriod(list.group(1))));
        } else if (column.find()) {
            keys.add(new Key(
                    table,
                    List.of(plain(column.group(1))),
                    Collections.singletonList(type(column.group(2))),
                    target,
                    targetColumns,
                    false));
        }
    }

    /** The type of a column that the same SQL makes. */
    private static @Nullable SqlType stated(String column, String sql) {
        Matcher found = Pattern.compile("(?is)[,(]\\s*\"?" + Pattern.quote(column) + "\"?\\s+(" + PART
                        + "(?:\\s*\\.\\s*" + PART + ")?(?:\\s+(?:precision|varying))?(?:\\s*\\([^)]*\\))?)")
                .matcher(sql);
        return found.find() ? type(found.group(1)) : null;
    }

    private static @Nullable SqlType type(String text) {
        try {
            return SqlType.parse(text.strip());
        } catch (RuntimeException notAType) {
            return null;
        }
    }

    private static boolean hasPeriod(String columns) {
        return columns.toLowerCase(Locale.ROOT).matches("(?s).*\\bperiod\\s+\\S.*");
    }

    private static List<String> columns(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(name -> plain(name.strip().replaceFirst("(?i)^period\\s+(?=\\S)", "")))
                        .toList();
    }

    private static ObjectName name(String text) {
        List<String> parts = Pattern.compile(PART)
                .matcher(text)
                .results()
                .map(m -> plain(m.group()))
                .toList();
        return parts.size() == 2
                ? new ObjectName(parts.get(0), parts.get(1))
                : new ObjectName(ObjectName.DEFAULT_NAMESPACE, parts.get(0));
    }

    private static String plain(String part) {
        return part.startsWith("\"")
                ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                : part.toLowerCase(Locale.ROOT);
    }
}

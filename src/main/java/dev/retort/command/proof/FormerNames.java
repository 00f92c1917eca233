package dev.retort.command.proof;

import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.sql.SqlWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tables and columns were called before the operations that were heard of so far. */
final class FormerNames {

    private static final Pattern WORD =
            Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)");

    private final Map<ObjectName, ObjectName> tables = new HashMap<>();

    /** By the name that the table has at this point: the former names of columns by those that they have. */
    private final Map<ObjectName, Map<String, String>> columns = new HashMap<>();

    /** Hears of the next operation. */
    void follow(Operation operation) {
        if (operation instanceof RenameTable rename) {
            ObjectName before = table(rename.from());
            tables.remove(rename.from());
            tables.put(rename.to(), before);
            Map<String, String> moved = columns.remove(rename.from());
            if (moved != null) {
                columns.put(rename.to(), moved);
            }
        } else if (operation instanceof RenameColumn rename) {
            Map<String, String> names = columns.computeIfAbsent(rename.table(), t -> new LinkedHashMap<>());
            String before = names.getOrDefault(rename.from(), rename.from());
            names.remove(rename.from());
            names.put(rename.to(), before);
        }
    }

    ObjectName table(ObjectName now) {
        return tables.getOrDefault(now, now);
    }

    String column(ObjectName table, String now) {
        return columns.getOrDefault(table, Map.of()).getOrDefault(now, now);
    }

    ColumnRef column(ColumnRef now) {
        return new ColumnRef(table(now.table()), column(now.table(), now.column()));
    }

    /** An expression over the columns of a table, as it was said before. */
    String expression(ObjectName table, String sql) {
        Map<String, String> names = columns.getOrDefault(table, Map.of());
        if (names.isEmpty()) {
            return sql;
        }
        Matcher word = WORD.matcher(sql);
        StringBuilder text = new StringBuilder();
        while (word.find()) {
            String quoted = word.group(1);
            String plain = word.group(2);
            String name =
                    quoted != null ? quoted.replace("\"\"", "\"") : plain == null ? "" : plain.toLowerCase(Locale.ROOT);
            String before = names.get(name);
            word.appendReplacement(
                    text, Matcher.quoteReplacement(before == null ? word.group() : SqlWriter.identifier(before)));
        }
        return word.appendTail(text).toString();
    }
}

package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns that start to count where rows are there: a warning for each sequence, whichever columns draw from it, with what to type. */
final class SequenceStart {

    static final String RULE = "sequence-start";

    private static final Pattern NEXTVAL = Pattern.compile("nextval\\(('(?:[^']|'')*')");
    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    private final Sides sides;

    /** Columns that start to count, by the sequence as SQL. */
    private final Map<String, Set<ColumnRef>> starting = new LinkedHashMap<>();

    private SequenceStart(Sides sides) {
        this.sides = sides;
    }

    static void diff(Sides sides) {
        SequenceStart start = new SequenceStart(sides);
        sides.impact().unequal.stream().sorted().forEach(start::table);
        if (!start.starting.isEmpty()) {
            start.warn();
        }
    }

    private void table(ObjectName name) {
        Table from = sides.from().tables().get(name);
        Table to = sides.to().tables().get(name);
        if (from == null || to == null) {
            return;
        }
        Map<String, Column> before = from.columnsByName();
        for (Column shall : to.columns()) {
            Column is = before.get(shall.name());
            if (is != null && !sides.impact().isRebuilt(name, shall.name()) && startsToCount(is, shall)) {
                starting.computeIfAbsent(sequence(name, shall), s -> new TreeSet<>())
                        .add(new ColumnRef(name, shall.name()));
            }
        }
    }

    private static boolean startsToCount(Column is, Column shall) {
        boolean counted = is.identity() != null || counts(is);
        return (!counted && (shall.identity() != null || counts(shall)))
                || (is.identity() == null && counts(is) && shall.identity() != null);
    }

    /** Whether it draws from a sequence by default. */
    static boolean counts(Column column) {
        return column.defaultValue() != null && column.defaultValue().sql().startsWith("nextval(");
    }

    private void warn() {
        Map<String, Set<ColumnRef>> drawing = drawing();
        starting.forEach((sequence, columns) -> {
            // One that draws from it already has values as well, which it may not fall behind.
            Set<ColumnRef> all = new TreeSet<>(columns);
            all.addAll(drawing.getOrDefault(sequence, Set.of()));
            sides.changes()
                    .warn(
                            RULE,
                            Warning.Level.WARNING,
                            columns.stream().map(ColumnRef::toString).toList(),
                            "new values are counted from the start of the sequence: set it above the largest value that is there",
                            cure(sequence, all));
        });
    }

    /** The columns that have rows already and shall draw from a sequence, by the sequence as SQL. */
    private Map<String, Set<ColumnRef>> drawing() {
        Map<String, Set<ColumnRef>> drawing = new LinkedHashMap<>();
        for (Table table : sides.to().allTables()) {
            for (Column column : table.columns()) {
                ColumnRef ref = new ColumnRef(table.name(), column.name());
                if (counts(column) && column(sides.from(), ref) != null) {
                    drawing.computeIfAbsent(sequence(table.name(), column), s -> new TreeSet<>())
                            .add(ref);
                }
            }
        }
        return drawing;
    }

    private String cure(String sequence, Set<ColumnRef> columns) {
        List<CountOn.Source> sources = new ArrayList<>();
        CountOn count = sequence.startsWith("'") ? CountOn.named(sequence, sides.to()) : null;
        for (ColumnRef ref : columns) {
            Column column = column(sides.to(), ref);
            String name = ReservedWords.quote(ref.column());
            boolean whole = column != null && WHOLE.contains(column.type().base());
            sources.add(new CountOn.Source(whole ? name : name + "::bigint", SqlText.name(ref.table())));
            if (count == null && column != null) {
                count = CountOn.identity(ref.table(), column);
            }
        }
        return "Write behind it `" + Objects.requireNonNull(count).call(sources) + "`";
    }

    private static @Nullable Column column(Schema schema, ColumnRef ref) {
        Table table = schema.tables().get(ref.table());
        return table == null ? null : table.column(ref.column()).orElse(null);
    }

    /** Of a default the sequence that it names, which the column need not own. */
    static String sequence(ObjectName table, Column column) {
        Expression value = column.defaultValue();
        if (column.identity() == null && value != null) {
            Matcher call = NEXTVAL.matcher(value.sql());
            if (call.find()) {
                return call.group(1);
            }
        }
        return owned(new ColumnRef(table, column.name()));
    }

    /** The sequence of an identity or a {@code serial} column as SQL. */
    static String owned(ColumnRef column) {
        // The first argument is read as SQL reads a name, the second is the name itself.
        return "pg_get_serial_sequence(" + SqlText.literal(SqlText.name(column.table())) + ", "
                + SqlText.literal(column.column()) + ")";
    }
}

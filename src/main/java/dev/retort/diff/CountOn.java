package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The call that lets a sequence go on behind the values that are there, up or down as it counts. One that has given none of them stays as it is: a value before
 * its start is none of its own, and may be out of its bounds, where {@code setval} fails; and one of an empty table has nothing to go on behind.
 *
 * @param sequence the sequence, as SQL
 */
record CountOn(String sequence, SequenceOptions options) {

    private static final SqlType BIGINT = SqlType.builtin("bigint");
    private static final Set<String> COUNTED = Set.of("smallint", "integer", "bigint");

    /**
     * Where values are.
     *
     * @param value a column, as SQL
     * @param table the table, as SQL
     */
    record Source(String value, String table) {}

    CountOn {
        options = options.withDefaults(BIGINT);
    }

    /** The sequence of an identity column, by the name that the table has when the call runs. */
    static CountOn identity(ObjectName table, Column column) {
        String sequence = "pg_get_serial_sequence(" + SqlText.literal(SqlText.name(table)) + ", "
                + SqlText.literal(column.name()) + ")";
        return new CountOn(
                sequence,
                column.identity() == null
                        ? SequenceOptions.UNSTATED
                        : column.identity().options());
    }

    static CountOn of(Sequence sequence) {
        return new CountOn(SqlText.literal(SqlText.name(sequence.name())), sequence.options());
    }

    /** The sequence that SQL names in quotes. */
    static CountOn named(String literal, Schema schema) {
        String name = literal.substring(1, literal.length() - 1).replace("''", "'");
        SequenceOptions options = schema.sequences().values().stream()
                .filter(s -> name.equals(SqlText.name(s.name()))
                        || name.equals(ReservedWords.quote(s.name().namespace()) + "."
                                + ReservedWords.quote(s.name().name())))
                .map(Sequence::options)
                .findFirst()
                .orElse(SequenceOptions.UNSTATED);
        return new CountOn(literal, options);
    }

    /** Adds what follows keys that were written to a new table, which leave what counts them where it was. */
    static void behind(Table table, @Nullable Column column, Sides sides, List<String> calls) {
        if (column == null || !COUNTED.contains(column.type().display())) {
            return;
        }
        if (column.identity() != null) {
            calls.add(identity(table.name(), column).call(table.name(), column.name()));
            return;
        } else if (SequenceStart.counts(column)) {
            String drawn = SequenceStart.sequence(table.name(), column);
            calls.add((drawn.startsWith("'") ? named(drawn, sides.to()) : identity(table.name(), column))
                    .call(table.name(), column.name()));
            return;
        }
        ColumnRef ref = new ColumnRef(table.name(), column.name());
        for (Sequence sequence : sides.to().sequences().values()) {
            Set<ColumnRef> counted = sides.counted().getOrDefault(sequence.name(), Set.of());
            boolean named = counted.isEmpty() && ref.equals(CountedKey.byName(sequence.name(), sides.to(), List.of()));
            if (named || counted.contains(ref)) {
                boolean alone = counted.size() < 2 && !sides.from().sequences().containsKey(sequence.name());
                calls.add(of(sequence).call(table.name(), column.name(), alone));
            }
        }
    }

    /** Where the sequence counts for others as well, it stays where it is unless it is behind these. */
    private String call(ObjectName table, String column, boolean alone) {
        List<Source> sources = new ArrayList<>(List.of(new Source(ReservedWords.quote(column), SqlText.name(table))));
        if (!alone) {
            sources.add(new Source(
                    "last_value", sequence.substring(1, sequence.length() - 1).replace("''", "'")));
        }
        return call(sources);
    }

    String call(ObjectName table, String column) {
        return call(List.of(new Source(ReservedWords.quote(column), SqlText.name(table))));
    }

    /** Behind the values of all of them. */
    String call(List<Source> sources) {
        boolean up = Objects.requireNonNull(options.increment()) > 0;
        String furthest = up ? "max" : "min";
        String counted = (up ? " >= " : " <= ") + options.start();
        if (sources.size() == 1) {
            String value = furthest + "(" + sources.get(0).value() + ")";
            return SqlText.call("SELECT setval(" + sequence + ", " + value + ") FROM "
                    + sources.get(0).table() + " HAVING " + value + counted);
        }
        return SqlText.call("SELECT setval(" + sequence + ", n) FROM (SELECT "
                + sources.stream()
                        .map(s -> "(SELECT " + furthest + "(" + s.value() + ") FROM " + s.table() + ")")
                        .collect(Collectors.joining(", ", (up ? "greatest" : "least") + "(", ") AS n) AS used"))
                + " WHERE n" + counted);
    }
}

package dev.retort.diff;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Foreign keys that hold as soon as they come, for which rows have to be there before. */
final class EarlyKeys {

    private EarlyKeys() {}

    /** What has to stand below the lines that fill a new table: what is dropped, or the foreign keys of rows that are there to it or to another new one, which may be its own. */
    static String above(Sides sides) {
        List<Table> created = sides.impact().created(sides.from());
        boolean early = sides.to().allTables().stream().anyMatch(t -> t.foreignKeys().stream()
                .anyMatch(k -> created.stream().anyMatch(c -> c.name().equals(k.target()))
                        && sides.from()
                                .table(t.name())
                                .filter(is -> k.columns().stream()
                                        .allMatch(c -> is.column(c).isPresent()))
                                .isPresent()));
        return early ? "the foreign keys" : "the drop";
    }

    /** Whether what rows refer to refers to a table in turn, by the same columns: so each of them refers to a row of that, too. */
    static boolean leads(ForeignKey from, ForeignKey to, Schema schema) {
        return leads(from, to, schema, new HashSet<>());
    }

    private static boolean leads(ForeignKey from, ForeignKey to, Schema schema, Set<ForeignKey> seen) {
        List<ForeignKey> on = Stream.ofNullable(schema.tables().get(from.target()))
                .flatMap(t -> t.foreignKeys().stream())
                .filter(k -> k.validated() && !k.period() && k.columns().equals(from.targetColumns()))
                .toList();
        return seen.add(from)
                && on.stream()
                        .anyMatch(k -> (k.target().equals(to.target())
                                        && k.targetColumns().equals(to.targetColumns()))
                                || leads(k, to, schema, seen));
    }
}

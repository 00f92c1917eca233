package dev.retort.catalog;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectStatement;
import dev.retort.schema.PartitionDefinition;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks how the server prints the bounds of a partition that a model states, on a stand-in that is parted as its table is. */
final class PartitionBounds {

    private PartitionBounds() {}

    /**
     * The question.
     *
     * @param parent the partitioned table; null where it is a partition itself, of which nothing is asked
     */
    static Question question(Extra extra, ObjectStatement statement, @Nullable Table parent) {
        String key = parent == null || parent.options() == null
                ? ""
                : parent.options().partitionKey();
        return new Question(
                ObjectQuestions.subject(extra),
                key.isEmpty()
                        ? "select 1"
                        : "create temp table retort_parted (like pg_temp.retort_wanted) partition by " + key
                                + "; create temp table retort_part partition of pg_temp.retort_parted "
                                + statement.behindTable(),
                "select pg_catalog.pg_get_expr(c.relpartbound, c.oid) from pg_catalog.pg_class c"
                        + " where c.oid = pg_catalog.to_regclass('pg_temp.retort_part')");
    }

    /** As the database has it, where that has the same bounds or nothing is known of them; otherwise as the model states it. */
    static Extra settled(Extra wanted, Optional<String> printed, Schema actual) {
        return actual.extras().stream()
                .filter(wanted::isSame)
                .findFirst()
                .map(is -> new Extra(is.kind(), is.name(), is.table(), definition(is, printed)))
                .orElse(wanted)
                .withStated(wanted.stated());
    }

    private static String definition(Extra is, Optional<String> printed) {
        PartitionDefinition there = PartitionDefinition.of(is);
        return printed.filter(bounds -> !bounds.equals(there.bounds()))
                .map(there::with)
                .orElse(is.definition());
    }
}

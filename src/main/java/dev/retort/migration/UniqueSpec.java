package dev.retort.migration;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Unique;
import java.util.List;

/** A unique constraint. */
public final class UniqueSpec extends Said implements TableElement {

    private Unique unique;

    UniqueSpec(Unique unique) {
        this.unique = unique;
    }

    /** Two nulls are the same; from PostgreSQL 15. */
    public UniqueSpec nullsNotDistinct() {
        open();
        unique = unique.withNullsNotDistinct(true);
        return this;
    }

    /** Columns that the index holds beside the unique ones. */
    public UniqueSpec include(String... columns) {
        open();
        unique = unique.withInclude(List.of(columns));
        return this;
    }

    /** May be checked at the end of the transaction where one asks for it. */
    public UniqueSpec deferrable() {
        return deferrability(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Is checked at the end of the transaction. */
    public UniqueSpec initiallyDeferred() {
        return deferrability(Deferrability.INITIALLY_DEFERRED);
    }

    /** The last column is a range: for equal others ranges must not overlap; from PostgreSQL 18. */
    public UniqueSpec withoutOverlaps() {
        open();
        unique = unique.withWithoutOverlaps(true);
        return this;
    }

    private UniqueSpec deferrability(Deferrability deferrability) {
        open();
        unique = unique.withDeferrability(deferrability);
        return this;
    }

    Unique unique() {
        return unique;
    }
}

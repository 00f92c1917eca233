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
        unique = new Unique(unique.name(), unique.columns(), true, unique.include(), unique.deferrability());
        return this;
    }

    /** Columns that the index holds beside the unique ones. */
    public UniqueSpec include(String... columns) {
        open();
        unique = new Unique(
                unique.name(), unique.columns(), unique.nullsNotDistinct(), List.of(columns), unique.deferrability());
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

    private UniqueSpec deferrability(Deferrability deferrability) {
        open();
        unique =
                new Unique(unique.name(), unique.columns(), unique.nullsNotDistinct(), unique.include(), deferrability);
        return this;
    }

    Unique unique() {
        return unique;
    }
}

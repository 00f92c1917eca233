package dev.retort.migration;

import dev.retort.schema.Deferrability;
import dev.retort.schema.PrimaryKey;
import java.util.List;

/** A primary key. */
public final class PrimaryKeySpec extends Said implements TableElement {

    private PrimaryKey key;

    PrimaryKeySpec(PrimaryKey key) {
        this.key = key;
    }

    /** Columns that the index holds beside the key's. */
    public PrimaryKeySpec include(String... columns) {
        open();
        key = key.withInclude(List.of(columns));
        return this;
    }

    /** May be checked at the end of the transaction where one asks for it. */
    public PrimaryKeySpec deferrable() {
        return deferrability(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Is checked at the end of the transaction. */
    public PrimaryKeySpec initiallyDeferred() {
        return deferrability(Deferrability.INITIALLY_DEFERRED);
    }

    /** The last column is a range: for equal others ranges must not overlap; from PostgreSQL 18. */
    public PrimaryKeySpec withoutOverlaps() {
        open();
        key = key.withWithoutOverlaps(true);
        return this;
    }

    private PrimaryKeySpec deferrability(Deferrability deferrability) {
        open();
        key = key.withDeferrability(deferrability);
        return this;
    }

    PrimaryKey key() {
        return key;
    }
}

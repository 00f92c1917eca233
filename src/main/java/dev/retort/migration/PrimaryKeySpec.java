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
        key = new PrimaryKey(key.name(), key.columns(), List.of(columns), key.deferrability());
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

    private PrimaryKeySpec deferrability(Deferrability deferrability) {
        open();
        key = new PrimaryKey(key.name(), key.columns(), key.include(), deferrability);
        return this;
    }

    PrimaryKey key() {
        return key;
    }
}

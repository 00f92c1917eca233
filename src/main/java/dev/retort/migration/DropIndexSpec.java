package dev.retort.migration;

import dev.retort.operation.DropIndex;
import dev.retort.schema.ObjectName;

/** The end of an index. */
public final class DropIndexSpec extends Said {

    private final ObjectName index;
    private boolean concurrently;

    DropIndexSpec(ObjectName index) {
        this.index = index;
    }

    /** Goes while others read, and so outside a transaction. */
    public DropIndexSpec concurrently() {
        open();
        concurrently = true;
        return this;
    }

    DropIndex operation() {
        return new DropIndex(index, concurrently);
    }
}

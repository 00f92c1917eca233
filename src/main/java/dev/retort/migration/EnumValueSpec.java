package dev.retort.migration;

import dev.retort.operation.AddEnumValue;
import dev.retort.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/** A new value of an enum type; the last one unless it says otherwise. */
public final class EnumValueSpec extends Said {

    private final ObjectName type;
    private final String value;
    private @Nullable String before;
    private @Nullable String after;

    EnumValueSpec(ObjectName type, String value) {
        this.type = type;
        this.value = value;
    }

    /** Sorts right before a value. */
    public EnumValueSpec before(String other) {
        open();
        before = other;
        return this;
    }

    /** Sorts right after a value. */
    public EnumValueSpec after(String other) {
        open();
        after = other;
        return this;
    }

    AddEnumValue operation() {
        return new AddEnumValue(type, value, before, after);
    }
}

package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A domain: a base type with a default and constraints of its own. */
public record Domain(
        ObjectName name,
        SqlType base,
        boolean nullable,
        @Nullable Expression defaultValue,
        @Nullable String collation,
        List<Check> checks) {

    public Domain {
        checks = List.copyOf(checks);
    }
}

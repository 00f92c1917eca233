package dev.retort.schema;

import java.util.Comparator;

/** An implicit cast by text conversion ({@code WITH INOUT AS IMPLICIT}) between two types, as Hibernate makes for its named enums. */
public record Cast(SqlType source, SqlType target) implements Comparable<Cast> {

    private static final Comparator<Cast> ORDER =
            Comparator.comparing((Cast c) -> c.source.display()).thenComparing(c -> c.target.display());

    @Override
    public int compareTo(Cast other) {
        return ORDER.compare(this, other);
    }
}

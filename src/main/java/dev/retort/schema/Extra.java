package dev.retort.schema;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something of the database that is seen and never changed: a trigger, a function, a policy, a partition, an extension.
 *
 * @param table the table that it hangs on; null for none
 * @param definition what it says, as the server prints it, for telling two databases apart
 */
public record Extra(Kind kind, ObjectName name, @Nullable ObjectName table, String definition)
        implements Comparable<Extra> {

    /** Kinds of objects that no JPA model can state. */
    public enum Kind {
        EXTENSION,
        FUNCTION,
        TRIGGER,
        POLICY,
        RULE,
        PARTITION,
        STATISTICS,
        FOREIGN_TABLE,
        GRANT,
        /** The name of a domain's {@code NOT NULL}, where it is not the server's choice; from PostgreSQL 17. */
        CONSTRAINT,
        /** A range or base type. */
        TYPE,
        COLLATION,
        /** A cast beyond {@link Cast}. */
        CAST,
        /** The storage parameters of a view, such as {@code security_barrier}; {@code table} is the view. */
        VIEW_OPTION,
        /** The sequence of an identity column that is logged where its table is not, or the other way round. */
        IDENTITY_SEQUENCE;

        /** The kind in words. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final Comparator<Extra> ORDER = Comparator.comparing(Extra::kind)
            .thenComparing(Extra::name)
            .thenComparing(e -> e.table == null ? "" : e.table.qualified())
            .thenComparing(Extra::definition);

    @Override
    public int compareTo(Extra other) {
        return ORDER.compare(this, other);
    }
}

package dev.retort.schema;

import java.util.Comparator;
import java.util.Locale;

/**
 * What a comment is on, where it is not a table or a column, which hold their own.
 *
 * @param kind the kind of object
 * @param name the object; for a constraint its table or domain; for a namespace the namespace twice
 * @param part the constraint's or column's name; empty for other kinds
 */
public record CommentTarget(Kind kind, ObjectName name, String part) implements Comparable<CommentTarget> {

    /** Kinds of objects that can hold a comment. */
    public enum Kind {
        NAMESPACE,
        TABLE,
        COLUMN,
        INDEX,
        CONSTRAINT,
        SEQUENCE,
        TYPE,
        DOMAIN,
        DOMAIN_CONSTRAINT,
        VIEW,
        MATERIALIZED_VIEW,
        /** What SQL of its own makes; the part is {@link SqlObject#display}. */
        OBJECT;

        /** The kind in words. */
        public String words() {
            return this == NAMESPACE
                    ? "schema"
                    : name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final Comparator<CommentTarget> ORDER = Comparator.comparing(CommentTarget::kind)
            .thenComparing(CommentTarget::name)
            .thenComparing(CommentTarget::part);

    /** A table. */
    public static CommentTarget table(ObjectName table) {
        return new CommentTarget(Kind.TABLE, table, "");
    }

    /** Something that SQL of its own makes. */
    public static CommentTarget object(SqlObject object) {
        return new CommentTarget(Kind.OBJECT, object.name(), object.display());
    }

    /** A column of a table. */
    public static CommentTarget column(ObjectName table, String column) {
        return new CommentTarget(Kind.COLUMN, table, column);
    }

    @Override
    public int compareTo(CommentTarget other) {
        return ORDER.compare(this, other);
    }
}

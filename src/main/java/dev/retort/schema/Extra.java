package dev.retort.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something of the database that no entity can state: a trigger, a function, a policy, a partition, an extension. It is seen, and changed only where the
 * model states its SQL, or an operation of a revision made it.
 *
 * @param table the table that it hangs on; null for none
 * @param definition what it says, as the server prints it, for telling two databases apart
 * @param uses the columns that a trigger, policy, rule, publication, statistics or parsed function reads, from {@code pg_depend}; the column is empty where the relation, or a type
 *     that it speaks of, is meant, and {@link #SIGNATURE} for the type of an argument or a result; not compared
 * @param stated the SQL by which a model states it, empty where a revision made it, null where it is not under management; not compared
 */
public record Extra(
        Kind kind,
        ObjectName name,
        @Nullable ObjectName table,
        String definition,
        SortedSet<ColumnRef> uses,
        @Nullable String stated)
        implements Comparable<Extra> {

    /** What stands for the column where a function has a type as an argument or a result. */
    public static final String SIGNATURE = "()";

    /** Kinds of objects that no JPA model can state. */
    public enum Kind {
        EXTENSION,
        FUNCTION,
        TRIGGER,
        POLICY,
        /** Row level security of a table; the name is the table's. */
        ROW_SECURITY,
        RULE,
        PARTITION,
        STATISTICS,
        FOREIGN_TABLE,
        /** What other roles may do; {@code table} is the table, view or sequence, null for a function. */
        GRANT,
        /** What other roles may do with one column alone; the name is the column's. */
        COLUMN_GRANT,
        /** Who may use a type, where that is not everybody; the name is the type's. */
        TYPE_GRANT,
        /** The name of a domain's {@code NOT NULL}, where it is not the server's choice; from PostgreSQL 17. */
        CONSTRAINT,
        /** A range or base type. */
        TYPE,
        COLLATION,
        /** A cast beyond {@link Cast}; the name is {@code source as target}. */
        CAST,
        /** The name has the types of its operands, {@code NONE} for one that it has not. */
        OPERATOR,
        TEXT_SEARCH_DICTIONARY,
        TEXT_SEARCH_CONFIGURATION,
        /** The storage parameters of a view, such as {@code security_barrier}; {@code table} is the view. */
        VIEW_OPTION,
        /** How a column's values are stored and what is gathered about them; the name is the column's. */
        COLUMN_OPTION,
        /** What of a row goes to replicas; the name is the table's. */
        REPLICA_IDENTITY,
        /** The default that a view gives to a column of its own; {@code table} is the view, the name the column's. */
        VIEW_DEFAULT,
        /** A table in a publication: its column list and row filter, from PostgreSQL 15; the name is the publication's. */
        PUBLICATION,
        /** The default of a partition's column that is not its parent's, empty for none; {@code table} is the partition, the name the column's. */
        PARTITION_DEFAULT,
        /** A default of null that the catalog keeps, which is none until the column's type or identity changes; the name is the column's. */
        NULL_DEFAULT,
        /** A check of a partition that it has for itself; {@code table} is the partition. */
        PARTITION_CHECK,
        /** A {@code NOT NULL} of a partition that it has for itself, by the column; the definition is its name, from PostgreSQL 18. */
        PARTITION_NOT_NULL,
        /** The comment on the trigger of that name. */
        TRIGGER_COMMENT,
        /** The comment on the policy of that name. */
        POLICY_COMMENT,
        /** The comment on the rule of that name. */
        RULE_COMMENT,
        /** What a table or index has behind {@code OF}, {@code USING} and {@code TABLESPACE}, where that is not the usual one; the name is its own. */
        CLAUSES,
        /** By which index a table was last put in order; the name is the table's. */
        CLUSTERING,
        /** The storage parameters of the index that a key owns, such as {@code fillfactor}; the name is the key's. */
        KEY_STORAGE,
        /**
         * A type that a function takes or gives back, or that a cast is between: it cannot go while that stands. {@code table} is the type, which may be
         * that of a table's or view's rows; the definition is what stands behind {@code DROP} to take it away.
         */
        TYPE_USE,
        /**
         * What calls a function, which cannot go while that stands; {@code name} is the function's, {@code table} the table, view or domain that the caller is
         * or belongs to, null for what stands by itself. The definition has three lines: what it is, its name there, and the words of the server for it; a
         * function has a fourth, what stands behind {@code DROP}.
         */
        FUNCTION_USE,
        /**
         * What is left out of the reading and holds on to what is not: a view that reads it, a foreign key to it, a column of its type; the name is the
         * relation's, the definition says which of them.
         */
        OUTSIDE,
        /** The comment on the statistics of that name. */
        STATISTICS_COMMENT,
        /** The comment on the function of that name. */
        FUNCTION_COMMENT,
        /** The comment on the extension of that name; every extension brings one. */
        EXTENSION_COMMENT,
        OPERATOR_COMMENT,
        /** The comment on a range type. */
        TYPE_COMMENT,
        COLLATION_COMMENT,
        CAST_COMMENT,
        TEXT_SEARCH_DICTIONARY_COMMENT,
        TEXT_SEARCH_CONFIGURATION_COMMENT,
        /** The sequence of an identity column that is logged where its table is not, or the other way round. */
        IDENTITY_SEQUENCE,
        /**
         * A {@code NOT NULL} of a child of its own, under another name than its parent's; {@code table} is the parent, the name the column's, the definition
         * names both; from PostgreSQL 18.
         */
        CHILD_NOT_NULL,
        /** The sequence of an identity column, by its name where that is not the usual one; the definition is the column's. */
        IDENTITY_NAME,
        /** An index of a partition; {@code table} is the partition, the definition the index of the partitioned table that it is a part of, empty for none. */
        PARTITION_INDEX;

        private static final String COMMENT = "_COMMENT";

        /** Whether it is a comment on an object that is no table, column or the like. */
        public boolean isComment() {
            return name().endsWith(COMMENT);
        }

        /** The kind of what it is a comment on. */
        public Kind commented() {
            return valueOf(name().substring(0, name().length() - COMMENT.length()));
        }

        /** The kind in words. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Extra {
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
    }

    /** One that is not under management. */
    public Extra(Kind kind, ObjectName name, @Nullable ObjectName table, String definition, SortedSet<ColumnRef> uses) {
        this(kind, name, table, definition, uses, null);
    }

    /** One that reads no column. */
    public Extra(Kind kind, ObjectName name, @Nullable ObjectName table, String definition) {
        this(kind, name, table, definition, new TreeSet<>());
    }

    /** The same under management, by this SQL of a model; empty for what a revision made. */
    public Extra withStated(@Nullable String sql) {
        return new Extra(kind, name, table, definition, uses, sql);
    }

    /** Whether the model states it or a revision made it. */
    public boolean isManaged() {
        return stated != null;
    }

    /** Whether it is the same object, whatever is said of it. */
    public boolean isSame(Extra other) {
        // A database has one extension of a name, whatever namespace its members are in, and one cast between two
        // types.
        return kind == other.kind
                && (isOfDatabase() ? name.name().equals(other.name.name()) : name.equals(other.name))
                && (kind == Kind.PARTITION || Objects.equals(table, other.table));
    }

    private boolean isOfDatabase() {
        return switch (kind) {
            case EXTENSION, EXTENSION_COMMENT, CAST, CAST_COMMENT -> true;
            default -> false;
        };
    }

    private static final Comparator<Extra> ORDER = Comparator.comparing(Extra::kind)
            .thenComparing(Extra::name)
            .thenComparing(e -> e.table == null ? "" : e.table.qualified())
            .thenComparing(Extra::definition);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Extra that
                && kind == that.kind
                && name.equals(that.name)
                && Objects.equals(table, that.table)
                && definition.equals(that.definition);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, definition);
    }

    @Override
    public int compareTo(Extra other) {
        return ORDER.compare(this, other);
    }
}

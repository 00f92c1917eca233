package dev.retort.sql;

import dev.retort.operation.AlterConstraint;
import dev.retort.schema.Check;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Exclusion;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Unique;
import java.util.List;

/** Spells constraints. */
final class ConstraintSql {

    private ConstraintSql() {}

    /** A constraint as {@code CREATE TABLE} and {@code ADD} take it. */
    static String definition(Constraint constraint) {
        String name = constraint.name();
        return (name == null ? "" : "CONSTRAINT " + SqlWriter.identifier(name) + " ") + body(constraint);
    }

    static String add(ObjectName table, Constraint constraint) {
        return "ALTER TABLE " + SqlWriter.name(table) + " ADD " + definition(constraint);
    }

    static String alter(AlterConstraint operation) {
        String words = words(operation.deferrability());
        return "ALTER TABLE " + SqlWriter.name(operation.table()) + " ALTER CONSTRAINT "
                + SqlWriter.identifier(operation.name()) + (words.isEmpty() ? " NOT DEFERRABLE" : words);
    }

    /** A constraint without its name. */
    static String body(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY (" + keys(key.columns(), key.withoutOverlaps()) + ")" + include(key.include())
                    + words(key.deferrability());
        } else if (constraint instanceof Unique unique) {
            return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + "("
                    + keys(unique.columns(), unique.withoutOverlaps()) + ")" + include(unique.include())
                    + words(unique.deferrability());
        } else if (constraint instanceof Check check) {
            return "CHECK " + SqlWriter.parenthesised(check.expression()) + (check.noInherit() ? " NO INHERIT" : "")
                    + validity(check.validated(), check.enforced());
        } else if (constraint instanceof NotNull notNull) {
            return "NOT NULL " + SqlWriter.identifier(notNull.column()) + (notNull.noInherit() ? " NO INHERIT" : "")
                    + (notNull.validated() ? "" : " NOT VALID");
        } else if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        } else if (constraint instanceof Exclusion exclusion) {
            return SqlWriter.closed(exclusion.definition());
        }
        throw new IllegalArgumentException("unknown constraint: " + constraint);
    }

    private static String foreignKey(ForeignKey key) {
        return "FOREIGN KEY (" + references(key.columns(), key.period()) + ") REFERENCES "
                + SqlWriter.name(key.target())
                + (key.targetColumns().isEmpty() ? "" : " (" + references(key.targetColumns(), key.period()) + ")")
                + (key.matchFull() ? " MATCH FULL" : "")
                + action(" ON DELETE ", key.onDelete())
                + (key.setColumns().isEmpty() ? "" : " (" + SqlWriter.identifiers(key.setColumns()) + ")")
                + action(" ON UPDATE ", key.onUpdate())
                + words(key.deferrability())
                + validity(key.validated(), key.enforced());
    }

    private static String validity(boolean validated, boolean enforced) {
        return validated ? "" : enforced ? " NOT VALID" : " NOT ENFORCED";
    }

    private static String keys(List<String> columns, boolean withoutOverlaps) {
        return SqlWriter.identifiers(columns) + (withoutOverlaps ? " WITHOUT OVERLAPS" : "");
    }

    private static String references(List<String> columns, boolean period) {
        int last = columns.size() - 1;
        return !period
                ? SqlWriter.identifiers(columns)
                : (last == 0 ? "" : SqlWriter.identifiers(columns.subList(0, last)) + ", ") + "PERIOD "
                        + SqlWriter.identifier(columns.get(last));
    }

    private static String action(String prefix, ForeignKey.Action action) {
        return switch (action) {
            case NO_ACTION -> "";
            case RESTRICT -> prefix + "RESTRICT";
            case CASCADE -> prefix + "CASCADE";
            case SET_NULL -> prefix + "SET NULL";
            case SET_DEFAULT -> prefix + "SET DEFAULT";
        };
    }

    static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + SqlWriter.identifiers(columns) + ")";
    }

    private static String words(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}

package dev.retort.operation;

import dev.retort.schema.Check;
import dev.retort.schema.Constraint;
import dev.retort.schema.Exclusion;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NotNull;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Unique;

/** Constraints in words, for summaries. */
final class ConstraintWords {

    private ConstraintWords() {}

    static String name(Constraint constraint) {
        String name = constraint.name();
        return name != null ? name : "(" + kind(constraint) + ")";
    }

    static String words(Constraint constraint) {
        return label(constraint) + detail(constraint);
    }

    static String label(Constraint constraint) {
        String name = constraint.name();
        return kind(constraint) + (name == null ? "" : " " + name);
    }

    private static String kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "primary key";
        } else if (constraint instanceof Unique) {
            return "unique";
        } else if (constraint instanceof Check) {
            return "check";
        } else if (constraint instanceof ForeignKey) {
            return "foreign key";
        } else if (constraint instanceof NotNull) {
            return "not null";
        }
        return "exclusion";
    }

    private static String detail(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return " (" + String.join(", ", key.columns()) + ")";
        } else if (constraint instanceof Unique unique) {
            return " (" + String.join(", ", unique.columns()) + ")";
        } else if (constraint instanceof ForeignKey key) {
            return " (" + String.join(", ", key.columns()) + ") to "
                    + key.target().display();
        } else if (constraint instanceof Check check) {
            return " (" + check.expression().sql() + ")";
        } else if (constraint instanceof NotNull notNull) {
            return " (" + notNull.column() + ")";
        } else if (constraint instanceof Exclusion) {
            return "";
        }
        return "";
    }
}

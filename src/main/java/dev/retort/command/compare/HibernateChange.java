package dev.retort.command.compare;

import dev.retort.model.ColumnRole;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Operation;
import dev.retort.schema.Check;
import dev.retort.schema.SqlType;
import dev.retort.schema.Unique;
import java.util.Locale;

/**
 * What a newer Hibernate declares otherwise than an older one did, per its migration guides: such a difference can come of the upgrade, and of no edit
 * of the entities.
 */
enum HibernateChange {
    LOCAL_TIME("hibernate-7.0-local-time", "a LocalTime is time(0), where Hibernate 6 made time(6)") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return operation instanceof AlterColumn alter
                    && alter.changes().size() == 1
                    && alter.changes().get(0) instanceof ColumnChange.SetType change
                    && isTime(change.type(), "0")
                    && sides.actual(alter)
                            .map(column -> isTime(column.type(), "") || isTime(column.type(), "6"))
                            .orElse(false);
        }
    },
    DISCRIMINATOR_CHECK("hibernate-7.0-discriminator-check", "a discriminator column has a check of its values") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return sides.checksAtFirst(operation, ColumnRole.DISCRIMINATOR) && !mentionsNull(operation);
        }
    },
    LIST_INDEX_CHECK("hibernate-7.3-list-index-check", "the position in a list is checked not to be negative") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return sides.checksAtFirst(operation, ColumnRole.LIST_INDEX);
        }
    },
    REQUIRED_CHECK(
            "hibernate-7.1-subclass-attribute-check",
            "a required attribute of a subclass that shares its table is checked for rows of that subclass") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return (sides.checks(operation, ColumnRole.DISCRIMINATOR) && mentionsNull(operation))
                    || sides.becomesChecked(operation, ColumnRole.DISCRIMINATOR);
        }
    },
    PARTITION_KEY("hibernate-7.1-partition-key", "@PartitionKey is a part of the primary key") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return sides.primaryKeyGains(operation, ColumnRole.PARTITION_KEY)
                    || sides.becomesRequired(operation, ColumnRole.PARTITION_KEY);
        }
    },
    VERSION_NOT_NULL("hibernate-7.3-version-not-null", "a @Version column is not null") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return sides.becomesRequired(operation, ColumnRole.VERSION);
        }
    },
    TIMESTAMP_NOT_NULL(
            "hibernate-7.4-timestamp-not-null", "a column of @CreationTimestamp or @UpdateTimestamp is not null") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return sides.becomesRequired(operation, ColumnRole.GENERATED_TIMESTAMP);
        }
    },
    SET_UNIQUE("hibernate-7.4-set-unique", "the values of a set in a collection table are unique") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return operation instanceof AddConstraint add
                    && add.constraint() instanceof Unique unique
                    && sides.stood(add.table(), unique.columns())
                    && sides.keepsColumns(add.table())
                    && sides.hasRole(add.table(), unique.columns(), ColumnRole.SET_ELEMENT);
        }
    },
    COLLECTION_KEY("hibernate-7.4-collection-key", "the primary key of a collection table has fewer columns") {
        @Override
        boolean explains(Operation operation, BothSides sides) {
            return sides.primaryKeyShrinks(operation);
        }
    };

    private final String rule;
    private final String words;

    HibernateChange(String rule, String words) {
        this.rule = rule;
        this.words = words;
    }

    /** The rule's name, which {@code --accept} takes. */
    String rule() {
        return rule;
    }

    /** What the newer release does, in words. */
    String words() {
        return words;
    }

    abstract boolean explains(Operation operation, BothSides sides);

    private static boolean isTime(SqlType type, String precision) {
        return type.base().equals("time without time zone")
                && !type.array()
                && type.modifiers().equals(precision);
    }

    private static boolean mentionsNull(Operation operation) {
        return operation instanceof AddConstraint add
                && add.constraint() instanceof Check check
                && check.expression().sql().toLowerCase(Locale.ROOT).contains("not null");
    }
}

package dev.retort.codegen;

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

/** Constraints, inside a new table and added to one that exists. */
final class ConstraintChains {

    private ConstraintChains() {}

    /** A constraint added to a table. */
    static Chain added(ObjectName table, Constraint constraint) {
        String on = table.display();
        if (constraint instanceof PrimaryKey key) {
            return primaryKey(Chain.of("op.addPrimaryKey").text(on), key);
        } else if (constraint instanceof Unique unique) {
            return unique(Chain.of("op.addUnique").text(on), unique);
        } else if (constraint instanceof Check check) {
            return check(Chain.of("op.addCheck").text(on), check);
        } else if (constraint instanceof NotNull notNull) {
            return notNull(Chain.of("op.addNotNull").text(on), notNull);
        } else if (constraint instanceof ForeignKey key) {
            return foreignKey(Chain.of("op.addForeignKey").text(on), key);
        }
        return exclusion(Chain.of("op.addExclusion").text(on), (Exclusion) constraint);
    }

    static Chain primaryKey(Chain chain, PrimaryKey key) {
        chain.textOrNull(key.name()).texts(key.columns());
        if (key.withoutOverlaps()) {
            chain.then("withoutOverlaps");
        }
        include(chain, key.include());
        return deferrability(chain, key.deferrability());
    }

    static Chain unique(Chain chain, Unique unique) {
        chain.textOrNull(unique.name()).texts(unique.columns());
        if (unique.nullsNotDistinct()) {
            chain.then("nullsNotDistinct");
        }
        if (unique.withoutOverlaps()) {
            chain.then("withoutOverlaps");
        }
        include(chain, unique.include());
        return deferrability(chain, unique.deferrability());
    }

    static Chain check(Chain chain, Check check) {
        chain.textOrNull(check.name()).text(check.expression().sql());
        if (check.noInherit()) {
            chain.then("noInherit");
        }
        return validity(chain, check.validated(), check.enforced());
    }

    static Chain notNull(Chain chain, NotNull notNull) {
        chain.textOrNull(notNull.name()).text(notNull.column());
        if (notNull.noInherit()) {
            chain.then("noInherit");
        }
        return notNull.validated() ? chain : chain.then("notValid");
    }

    static Chain exclusion(Chain chain, Exclusion exclusion) {
        return chain.textOrNull(exclusion.name()).text(exclusion.definition());
    }

    private static Chain foreignKey(Chain chain, ForeignKey key) {
        chain.textOrNull(key.name()).texts(key.columns());
        chain.then("references", key.target().display()).texts(key.targetColumns());
        if (key.period()) {
            chain.then("period");
        }
        if (key.onDelete() != ForeignKey.Action.NO_ACTION || !key.setColumns().isEmpty()) {
            chain.then("onDelete").source(key.onDelete().name()).texts(key.setColumns());
        }
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
            chain.then("onUpdate").source(key.onUpdate().name());
        }
        if (key.matchFull()) {
            chain.then("matchFull");
        }
        deferrability(chain, key.deferrability());
        return validity(chain, key.validated(), key.enforced());
    }

    private static Chain validity(Chain chain, boolean validated, boolean enforced) {
        return validated ? chain : chain.then(enforced ? "notValid" : "notEnforced");
    }

    private static void include(Chain chain, List<String> columns) {
        if (!columns.isEmpty()) {
            chain.then("include").texts(columns);
        }
    }

    static Chain deferrability(Chain chain, Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> chain;
            case INITIALLY_IMMEDIATE -> chain.then("deferrable");
            case INITIALLY_DEFERRED -> chain.then("initiallyDeferred");
        };
    }
}

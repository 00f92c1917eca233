package dev.retort.runtime;

import dev.retort.migration.BatchBlock;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterTable;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.TableChange;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How long a statement may wait for a lock and how long it may run, by what it does.
 *
 * <p>A statement that changes the catalog alone takes milliseconds once it has its lock, so one that takes half a minute is stuck while others queue
 * behind it. One that reads or writes rows takes as long as there are rows. A concurrent build that is interrupted leaves an invalid index, so it waits
 * for its locks for ever; what waits for it may go on meanwhile.
 *
 * @param lock zero for ever
 * @param statement zero for ever
 */
record Limits(Duration lock, Duration statement) {

    private static final Duration CATALOG = Duration.ofSeconds(30);

    /** Kinds that touch no row whatever they say. */
    private static final Set<String> CATALOG_ALONE = Set.of(
            "create_schema",
            "drop_schema",
            "create_table",
            "drop_table",
            "rename_table",
            "drop_column",
            "rename_column",
            "drop_constraint",
            "rename_constraint",
            "drop_index",
            "rename_index",
            "create_sequence",
            "alter_sequence",
            "drop_sequence",
            "rename_sequence",
            "create_enum",
            "add_enum_value",
            "rename_enum_value",
            "rename_type",
            "drop_enum",
            "create_type",
            "drop_type",
            "create_domain",
            "drop_domain",
            "create_cast",
            "drop_cast",
            "drop_view",
            "create_object",
            "drop_object",
            "set_comment");

    private static final Pattern CONCURRENT =
            Pattern.compile("(?is)\\s*(?:CREATE|DROP|REINDEX|ALTER|REFRESH)\\b[^'\"$]*?\\bCONCURRENTLY\\b.*");

    /** For a statement of an operation. */
    static Limits of(Operation operation, String sql, RunSettings settings) {
        Duration stated = settings.statementTimeout();
        if (BatchBlock.is(sql)) {
            // One statement to the server, though it commits many times: a limit would count all of them.
            return new Limits(settings.lockTimeout(), Duration.ZERO);
        }
        Duration lock = CONCURRENT.matcher(sql).matches() ? Duration.ZERO : settings.lockTimeout();
        if (stated != null) {
            return new Limits(lock, stated);
        }
        return new Limits(lock, isCatalogAlone(operation) ? catalog(lock) : Duration.ZERO);
    }

    /** For what only the revision knows: a query, code of its own. */
    static Limits ofUnknown(RunSettings settings) {
        return of(new Execute(""), "", settings);
    }

    /** The wait for a lock counts as running, so it is granted beside. */
    private static Duration catalog(Duration lock) {
        return lock.isZero() ? Duration.ZERO : CATALOG.plus(lock);
    }

    private static boolean isCatalogAlone(Operation operation) {
        if (operation instanceof AddColumn add) {
            return isAddedWithoutRewrite(add.column());
        } else if (operation instanceof AlterColumn alter) {
            return alter.changes().stream().noneMatch(Limits::readsRows);
        } else if (operation instanceof AlterTable alter) {
            return alter.changes().stream().noneMatch(change -> change instanceof TableChange.SetUnlogged);
        } else if (operation instanceof AddConstraint add) {
            return isNotValid(add.constraint());
        } else if (operation instanceof CreateView create) {
            return !create.view().materialized();
        }
        return CATALOG_ALONE.contains(operation.kind());
    }

    /** A default may be volatile, and a domain may have a check; both rewrite the table. */
    private static boolean isAddedWithoutRewrite(Column column) {
        return column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null
                && column.type().userType() == null;
    }

    private static boolean readsRows(ColumnChange change) {
        return change instanceof ColumnChange.SetType
                || change instanceof ColumnChange.SetNotNull
                || change instanceof ColumnChange.SetExpression;
    }

    private static boolean isNotValid(Constraint constraint) {
        return (constraint instanceof Check check && !check.validated())
                || (constraint instanceof ForeignKey key && !key.validated());
    }
}

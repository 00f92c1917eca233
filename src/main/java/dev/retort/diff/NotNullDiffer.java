package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.ValidateConstraint;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What PostgreSQL 18 knows of a {@code NOT NULL} beyond that it is there: its name, whether old rows were looked at, whether it is inherited. A name that
 * the server would choose is equal to any other such name, because renamed tables and columns keep the old one.
 */
final class NotNullDiffer {

    private final TablePair pair;
    private final Sides sides;

    private NotNullDiffer(TablePair pair, Sides sides) {
        this.pair = pair;
        this.sides = sides;
    }

    /** The pair as the columns' own differ has to see it: what is added as a constraint here is not {@code SET NOT NULL} there. */
    static TablePair left(TablePair pair, Sides sides) {
        if (pair.from().notNulls().isEmpty() && pair.to().notNulls().isEmpty()) {
            return pair;
        }
        Set<String> added = new NotNullDiffer(pair, sides).added();
        Table to = pair.to();
        return TablePair.of(
                pair.from(),
                to.toBuilder()
                        .columns(to.columns().stream()
                                .map(c -> added.contains(c.name()) ? c.withNullable(true) : c)
                                .toList())
                        .build());
    }

    static void diff(TablePair pair, Sides sides) {
        if (!pair.from().notNulls().isEmpty() || !pair.to().notNulls().isEmpty()) {
            new NotNullDiffer(pair, sides).diff();
        }
    }

    private void diff() {
        Set<String> added = added();
        for (Column column : pair.to().columns()) {
            if (added.contains(column.name())) {
                add(column);
            } else if (!column.nullable() && (isThere(column) || isSpecial(column))) {
                keep(column);
            }
        }
    }

    /** The columns whose {@code NOT NULL} cannot come from the column's own words, nor from what is there. */
    private Set<String> added() {
        Set<String> added = new HashSet<>();
        for (Column column : pair.to().columns()) {
            boolean fresh = isThere(column) ? !stays(column) : isSpecial(column);
            // An identity brings its own, and does not let go of it.
            if (!column.nullable() && column.identity() == null && fresh) {
                added.add(column.name());
            }
        }
        return added;
    }

    private boolean stays(Column column) {
        return is(column).noInherit() == shall(column).noInherit()
                && (shall(column).validated() || !is(column).validated());
    }

    private void add(Column column) {
        NotNull shall = shall(column);
        ObjectName table = pair.name();
        sides.changes()
                .add(
                        column.generated() == null ? Phase.ALTER_COLUMN : Phase.ADD_GENERATED_COLUMN,
                        new AddConstraint(table, shall));
        Column before = pair.fromColumns().get(column.name());
        if (shall.validated() && (before == null || before.nullable())) {
            boolean filled = column.defaultValue() != null || column.generated() != null;
            if (before != null || !filled) {
                RowQuestions rows = sides.changes().rows(table);
                RowQuestion broken = before != null ? rows.holdsNull(column.name()) : rows.all();
                Warning warning = new Warning(
                        "data-dependent-not-null",
                        Warning.Level.WARNING,
                        List.of(table.qualified() + "." + column.name()),
                        table.display() + "." + column.name() + " becomes required: it fails if a row holds null",
                        "See them with `" + broken.list() + "`");
                sides.changes().doubt(warning, broken, null);
            }
        }
    }

    /** The constraint that is there, or comes with the column, under the name that it shall have. */
    private void keep(Column column) {
        NotNull is = isThere(column) ? is(column) : server(column, true);
        NotNull shall = shall(column);
        ObjectName table = pair.name();
        boolean sameName = Objects.equals(is.name(), shall.name()) || (is.isNamedByServer() && shall.isNamedByServer());
        if (!sameName && isCalledOtherwiseBelow(column, String.valueOf(is.name()))) {
            // A rename goes down by the name, and fails where a partition or child goes by another.
            sides.changes()
                    .add(
                            Phase.RELEASE_COLUMN,
                            new AlterColumn(table, column.name(), List.of(new ColumnChange.DropNotNull())));
            sides.changes().add(Phase.ALTER_COLUMN, new AddConstraint(table, shall));
            return;
        } else if (!sameName) {
            sides.changes()
                    .add(
                            Phase.ALTER_COLUMN,
                            new RenameConstraint(table, String.valueOf(is.name()), String.valueOf(shall.name())));
        }
        if (!is.validated() && shall.validated()) {
            sides.changes()
                    .add(
                            Phase.VALIDATE_CONSTRAINT,
                            new ValidateConstraint(table, String.valueOf(sameName ? is.name() : shall.name())));
        }
    }

    private boolean isCalledOtherwiseBelow(Column column, String name) {
        PrimaryKey key = pair.from().primaryKey();
        return (key == null || !key.columns().contains(column.name()))
                && (PartitionConstraints.isCalledOtherwise(pair.name(), column.name(), name, sides.from())
                        || sides.from().allTables().stream()
                                .map(Table::options)
                                .anyMatch(o -> o != null && o.inherits().contains(pair.name())));
    }

    private boolean isSpecial(Column column) {
        return pair.to().notNull(column.name()).filter(n -> !n.isPlain()).isPresent();
    }

    /** Whether the column holds no nulls now, and is not made anew. */
    private boolean isThere(Column column) {
        Column before = pair.fromColumns().get(column.name());
        return before != null && !before.nullable() && !sides.impact().isRebuilt(pair.name(), column.name());
    }

    private NotNull is(Column column) {
        return pair.from().notNull(column.name()).orElseGet(() -> server(column, false));
    }

    private NotNull shall(Column column) {
        return pair.to().notNull(column.name()).orElseGet(() -> server(column, true));
    }

    /** A plain one under the name that the server chose when the column had its present, or will have its new name. */
    private NotNull server(Column column, boolean fresh) {
        OldNames old = sides.changes().old();
        String table = (fresh ? pair.name() : old.table(pair.name())).name();
        String name = fresh ? column.name() : old.column(pair.name(), column.name());
        return NotNull.of(PostgresNames.make(table, name, "not_null"), column.name());
    }
}

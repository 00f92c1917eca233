package dev.retort.command.proof;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.EnumUse;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.expression.AllowedValues;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The values that rows must hold for a revision to be proved: those that it takes out of enumerations and says what becomes of, and texts that convert, where
 * it makes a column of texts one of another type.
 */
final class MappedValues {

    private final Schema before;
    private final Map<ColumnRef, List<String>> found = new HashMap<>();
    private final FormerNames names = new FormerNames();

    private MappedValues(Schema before) {
        this.before = before;
    }

    /**
     * Values as SQL, by the columns that can hold them before the revision.
     *
     * @param upgrade the operations of the revision
     */
    static Map<ColumnRef, List<String>> of(Schema before, List<Operation> upgrade) {
        MappedValues values = new MappedValues(before);
        StringBuilder sql = new StringBuilder();
        for (Operation operation : upgrade) {
            values.names.follow(operation);
            if (operation instanceof ReplaceEnum replace) {
                values.replaced(replace);
            } else if (operation instanceof AlterColumn alter) {
                values.converted(alter);
            } else if (operation instanceof Execute execute) {
                sql.append(execute.sql()).append('\n');
            } else if (operation instanceof AddConstraint add && add.constraint() instanceof Check check) {
                values.checked(add.table(), check, sql.toString());
            }
        }
        return values.found;
    }

    private void replaced(ReplaceEnum replace) {
        List<String> labels = new TreeSet<>(replace.mapping().keySet())
                .stream().map(SqlWriter::literal).toList();
        for (EnumUse use : replace.uses()) {
            if (!labels.isEmpty() && !use.array()) {
                found.put(names.column(use.column()), labels);
            }
        }
    }

    /** Texts that say values of the new type. What checks say of the column is left to them: their values may be words that {@code USING} maps. */
    private void converted(AlterColumn alter) {
        ColumnRef ref = names.column(new ColumnRef(alter.table(), alter.column()));
        Table table = before.tables().get(ref.table());
        Column column = table == null ? null : table.columnsByName().get(ref.column());
        if (table == null
                || column == null
                || table.checks().stream()
                        .anyMatch(check -> CheckHints.names(check).contains(column.name()))) {
            return;
        }
        for (ColumnChange change : alter.changes()) {
            if (change instanceof ColumnChange.SetType set && set.using() != null) {
                List<String> texts = SpelledValues.of(column.type(), set.type());
                if (!texts.isEmpty()) {
                    found.putIfAbsent(ref, texts);
                }
            }
        }
    }

    /** What an old check of the column lists, the new one does not, and the SQL before it names. */
    private void checked(ObjectName name, Check check, String sql) {
        AllowedValues shall = AllowedValues.of(check.expression()).orElse(null);
        Table table = before.tables().get(names.table(name));
        if (shall == null || table == null) {
            return;
        }
        ColumnRef column = names.column(new ColumnRef(name, shall.column()));
        List<String> gone = new ArrayList<>();
        for (Check is : table.checks()) {
            AllowedValues.of(is.expression())
                    .filter(v -> v.column().equals(column.column()))
                    .ifPresent(v -> gone.addAll(v.values()));
        }
        gone.removeAll(shall.values());
        List<String> constants = gone.stream()
                .map(v -> shall.numbers() ? v : SqlWriter.literal(v))
                .filter(sql::contains)
                .toList();
        if (!constants.isEmpty()) {
            found.put(column, constants);
        }
    }
}

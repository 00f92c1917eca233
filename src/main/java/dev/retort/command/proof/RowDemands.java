package dev.retort.command.proof;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterComposite;
import dev.retort.operation.AttributeChange;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Check;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import dev.retort.schema.expression.AllowedValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the rows that a proof makes have to be, so that the revision can be proved on them: rows that it says nothing about and that it refuses would say
 * something about the proof alone. By the names that tables and columns have before the revision.
 *
 * @param values the values that the first rows hold, as SQL
 * @param types the types that a column's values have to fit, too
 * @param made the types that the revision makes or changes, as they are after it
 * @param checks the conditions that rows shall fulfil as far as they can
 * @param keys the columns in which rows shall differ
 */
record RowDemands(
        Map<ColumnRef, List<String>> values,
        Map<ColumnRef, List<SqlType>> types,
        Schema made,
        Map<ObjectName, List<Check>> checks,
        Map<ObjectName, List<Key>> keys) {

    /**
     * Columns that become a key.
     *
     * @param plain false where the key is of expressions, or of some rows alone
     */
    record Key(Set<String> columns, boolean plain) {}

    /** None. */
    static final RowDemands NONE = ofValues(Map.of());

    /** Values alone. */
    static RowDemands ofValues(Map<ColumnRef, List<String>> values) {
        return new RowDemands(values, Map.of(), Schema.builder().build(), Map.of(), Map.of());
    }

    /** Those of a revision with these operations. */
    static RowDemands of(Schema before, List<Operation> upgrade) {
        Reader reader = new Reader(before, MappedValues.of(before, upgrade));
        upgrade.forEach(reader::read);
        reader.hand();
        return new RowDemands(reader.values, reader.types, reader.made.build(), reader.checks, reader.keys);
    }

    /** The types that a column's values have to fit beside its own. */
    List<SqlType> types(ObjectName table, String column) {
        return types.getOrDefault(new ColumnRef(table, column), List.of());
    }

    /** Reads the operations one after the other. */
    private static final class Reader {

        private final Schema before;
        private final Map<ColumnRef, List<String>> values;
        private final Map<ColumnRef, List<SqlType>> types = new HashMap<>();
        private final SchemaBuilder made = Schema.builder();
        private final Map<ObjectName, List<Check>> checks = new LinkedHashMap<>();
        private final Map<ObjectName, List<Key>> keys = new LinkedHashMap<>();
        private final FormerNames names = new FormerNames();
        private final StringBuilder sql = new StringBuilder();
        private final Set<ColumnRef> converted = new HashSet<>();

        Reader(Schema before, Map<ColumnRef, List<String>> values) {
            this.before = before;
            this.values = values;
        }

        void read(Operation operation) {
            names.follow(operation);
            if (operation instanceof AlterColumn alter) {
                alter.changes().forEach(change -> changed(alter, change));
            } else if (operation instanceof CreateDomain create) {
                made.domain(create.domain());
            } else if (operation instanceof CreateEnum create) {
                made.enumType(create.type());
            } else if (operation instanceof CreateComposite create) {
                made.composite(create.type());
            } else if (operation instanceof AlterComposite alter) {
                changed(alter);
            } else if (operation instanceof Execute execute) {
                sql.append(execute.sql().toLowerCase(Locale.ROOT)).append('\n');
            } else if (operation instanceof AddConstraint add) {
                added(add);
            } else if (operation instanceof CreateIndex create && create.index().unique()) {
                indexed(create);
            }
        }

        private void indexed(CreateIndex create) {
            Set<String> columns = new LinkedHashSet<>();
            boolean plain = create.index().predicate() == null;
            Table table = before.tables().get(names.table(create.table()));
            for (Index.Key key : create.index().keys()) {
                if (key.column() != null) {
                    columns.add(key.column());
                } else if (key.expression() != null && table != null) {
                    plain = false;
                    CheckHints.names(key.expression().sql()).stream()
                            .filter(name -> table.column(names.column(create.table(), name))
                                    .isPresent())
                            .forEach(columns::add);
                }
            }
            key(create.table(), columns, plain);
        }

        private void changed(AlterColumn alter, ColumnChange change) {
            if (change instanceof ColumnChange.SetType set) {
                ColumnRef now = new ColumnRef(alter.table(), alter.column());
                types.computeIfAbsent(names.column(now), c -> new ArrayList<>()).add(set.type());
                if (set.using() != null) {
                    converted.add(now);
                }
            }
        }

        private void changed(AlterComposite alter) {
            List<CompositeType.Attribute> attributes = new ArrayList<>();
            for (AttributeChange change : alter.changes()) {
                if (change instanceof AttributeChange.SetType set) {
                    attributes.add(new CompositeType.Attribute(set.name(), set.type()));
                }
            }
            made.composite(new CompositeType(alter.type(), attributes));
        }

        private void added(AddConstraint add) {
            if (add.constraint() instanceof Check check) {
                checked(add.table(), check);
            } else if (add.constraint() instanceof PrimaryKey primary) {
                key(add.table(), primary.columns(), true);
            } else if (add.constraint() instanceof Unique unique) {
                key(add.table(), unique.columns(), true);
            }
        }

        /** What becomes of rows that break it is left to the revision where it says so: such rows shall be there. */
        private void checked(ObjectName now, Check check) {
            ObjectName name = names.table(now);
            Table table = before.tables().get(name);
            if (table == null) {
                return;
            }
            for (String column : CheckHints.names(check)) {
                ColumnRef former = names.column(new ColumnRef(now, column));
                boolean said = sql.indexOf(now.name().toLowerCase(Locale.ROOT)) >= 0
                        && sql.indexOf(column.toLowerCase(Locale.ROOT)) >= 0;
                if (table.column(former.column()).isPresent()
                        && (said || converted.contains(new ColumnRef(now, column)) || values.containsKey(former))) {
                    return;
                }
            }
            if (takesAway(check, table)) {
                return;
            }
            String condition = names.expression(now, check.expression().sql());
            checks.computeIfAbsent(name, t -> new ArrayList<>()).add(Check.of(null, condition));
        }

        /** Whether a value leaves a list, as a constant of an enum does: what becomes of its rows is to be said, so such rows shall be there. */
        private static boolean takesAway(Check check, Table before) {
            return AllowedValues.of(check.expression())
                    .filter(shall -> before.checks().stream()
                            .flatMap(is -> AllowedValues.of(is.expression()).stream())
                            .anyMatch(is -> is.column().equals(shall.column())
                                    && is.numbers() == shall.numbers()
                                    && !shall.values().containsAll(is.values())))
                    .isPresent();
        }

        private void key(ObjectName now, Collection<String> columns, boolean plain) {
            Table table = before.tables().get(names.table(now));
            if (table == null) {
                return;
            }
            Set<String> former = new LinkedHashSet<>();
            columns.forEach(column -> former.add(names.column(now, column)));
            if (table.columnsByName().keySet().containsAll(former)) {
                keys.computeIfAbsent(table.name(), t -> new ArrayList<>()).add(new Key(former, plain));
            }
        }

        /** A value that a foreign key takes from another table fits where it comes from, too. */
        void hand() {
            boolean more = true;
            while (more) {
                more = false;
                for (Table table : before.allTables()) {
                    for (ForeignKey key : table.foreignKeys()) {
                        for (int at = 0; at < key.columns().size(); at++) {
                            more |= hand(
                                    new ColumnRef(table.name(), key.columns().get(at)),
                                    new ColumnRef(
                                            key.target(), key.targetColumns().get(at)));
                        }
                    }
                }
            }
        }

        private boolean hand(ColumnRef from, ColumnRef to) {
            List<SqlType> more = new ArrayList<>(types.getOrDefault(from, List.of()));
            more.removeAll(types.getOrDefault(to, List.of()));
            if (!more.isEmpty()) {
                types.computeIfAbsent(to, c -> new ArrayList<>()).addAll(more);
            }
            return !more.isEmpty();
        }
    }
}

package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds what the changes of columns and types drag along, before any operation is written. */
final class ImpactFinder {

    private final Schema from;
    private final Schema to;
    private final Impact impact;

    /** Columns that a child has a {@code NOT NULL} of another name for: the child and the constraint. */
    private final Map<ColumnRef, String> childrenOwn = new HashMap<>();

    private ImpactFinder(Schema from, Schema to, Map<ObjectName, Map<String, String>> swaps) {
        this.from = from;
        this.to = to;
        this.impact = new Impact(from, to, swaps);
        for (Extra extra : from.extras()) {
            if (extra.kind() == Extra.Kind.CHILD_NOT_NULL && extra.table() != null) {
                childrenOwn.put(new ColumnRef(extra.table(), extra.name().name()), extra.definition());
            }
        }
    }

    static Impact find(Schema from, Schema to, Map<ObjectName, Map<String, String>> swaps) {
        ImpactFinder finder = new ImpactFinder(from, to, swaps);
        TypeImpact.find(from, to, finder.impact);
        finder.functions();
        for (Table table : from.allTables()) {
            Table target = to.tables().get(table.name());
            if (target != null && !table.equals(target)) {
                finder.impact.unequal.add(table.name());
            }
        }
        finder.eachPair(finder::columns);
        finder.eachPair(finder::keys);
        if (!finder.impact.retyped.isEmpty()) {
            from.allTables().forEach(finder::heldColumns);
        }
        return finder.impact;
    }

    private void functions() {
        from.extras().stream()
                .filter(extra -> ObjectDiffer.comesAnew(extra, from, to))
                .forEach(extra -> impact.replacedFunctions.add(Impact.called(extra)));
        to.extras().stream()
                .filter(extra -> ObjectDiffer.comes(extra, from))
                .forEach(extra -> impact.createdFunctions.add(Impact.called(extra)));
        if (impact.replacedEnums.isEmpty() && impact.replacedTypes.isEmpty()) {
            return;
        }
        for (Extra extra : from.extras()) {
            if (extra.kind() == Extra.Kind.FUNCTION
                    && extra.uses().stream()
                            .anyMatch(u -> u.column().equals(Extra.SIGNATURE) && impact.isReplaced(u.table()))) {
                impact.replacedFunctions.add(extra.name().name().replaceFirst("\\(.*", ""));
            }
        }
    }

    /** Both sides of every table that changes, or that a replaced type changes. */
    private void eachPair(BiConsumer<Table, Table> reader) {
        for (Table table : from.allTables()) {
            Table target = to.tables().get(table.name());
            if (target != null && (impact.unequal.contains(table.name()) || isTouched(table.name()))) {
                reader.accept(table, target);
            }
        }
    }

    private boolean isTouched(ObjectName table) {
        return impact.replacesTypes() || impact.rebuilt.containsKey(table) || impact.reshaped.containsKey(table);
    }

    private void columns(Table table, Table target) {
        Map<String, Column> targets = target.columnsByName();
        for (Column column : table.columns()) {
            Column wanted = targets.get(column.name());
            ColumnRef ref = new ColumnRef(table.name(), column.name());
            if (wanted == null || column.equals(wanted)) {
                continue;
            }
            if (mustRebuild(column, wanted)) {
                impact.rebuild(ref);
            } else if (!column.type().equals(wanted.type())
                    || !Objects.equals(column.collation(), wanted.collation())) {
                impact.retyped.add(ref);
                String below = column.nullable() ? null : childrenOwn.get(ref);
                if (below != null && column.identity() == null) {
                    impact.freed.add(ref);
                } else if (below != null) {
                    impact.held.put(ref, below);
                }
                if (!TypeCasts.comparable(column.type(), wanted.type()) || hasMultirange(table)) {
                    impact.reshape(ref);
                }
            }
        }
        generatedReaders(table, targets);
    }

    /** PostgreSQL, making a foreign key anew by itself, looks for a cast of its multirange columns to {@code anymultirange} and finds none. */
    private static boolean hasMultirange(Table table) {
        return table.columns().stream().anyMatch(c -> c.type().base().endsWith("multirange"));
    }

    /** Plain to generated and another expression cannot be had in place on every supported server. */
    static boolean mustRebuild(Column column, Column wanted) {
        Generated is = column.generated();
        Generated shall = wanted.generated();
        if (is == null && shall == null) {
            return false;
        } else if (shall == null) {
            return is != null && is.virtual();
        }
        return !shall.equals(is)
                || (!column.type().equals(wanted.type()) && !TypeCasts.automatic(column.type(), wanted.type()));
    }

    private void generatedReaders(Table table, Map<String, Column> targets) {
        for (Column column : table.columns()) {
            Generated generated = column.generated();
            Column wanted = targets.get(column.name());
            if (generated == null || wanted == null || wanted.generated() == null) {
                continue;
            }
            String sql = generated.expression().sql();
            boolean reads = impact.restsOnReplaced(sql)
                    || Identifiers.in(sql).stream()
                            .anyMatch(name -> impact.retyped.contains(new ColumnRef(table.name(), name))
                                    || impact.isRebuilt(table.name(), name));
            if (reads) {
                impact.rebuild(new ColumnRef(table.name(), column.name()));
            }
        }
    }

    /** Keys whose index holds a retyped column beside its own: PostgreSQL makes the index anew and refuses while a foreign key rests on it. */
    private void heldColumns(Table table) {
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            heldColumns(table, key.columns(), key.include());
        }
        table.uniques().forEach(u -> heldColumns(table, u.columns(), u.include()));
        table.indexes().stream()
                .filter(Index::unique)
                .forEach(i -> heldColumns(table, IndexDiffer.columns(i), i.include()));
    }

    private void heldColumns(Table table, List<String> columns, List<String> held) {
        if (!held.isEmpty() && held.stream().anyMatch(c -> impact.retyped.contains(new ColumnRef(table.name(), c)))) {
            impact.dropKey(table.name(), columns);
        }
    }

    /** Which keys are dropped: gone, changed, or over a column that is rebuilt. */
    private void keys(Table table, Table target) {
        PrimaryKey key = table.primaryKey();
        if (key != null && PrimaryKeyDiffer.mustDrop(key, target.primaryKey(), impact, table.name())) {
            impact.dropKey(table.name(), key.columns());
            impact.droppedPrimaryKeys.add(table.name());
        }
        Map<String, Unique> uniques = byName(target.uniques());
        for (Unique unique : table.uniques()) {
            if (UniqueDiffer.mustDrop(unique, uniques.get(unique.name()), impact, table.name())
                    && !isSpare(table, String.valueOf(unique.name()), unique.columns())) {
                impact.dropKey(table.name(), unique.columns());
            }
        }
        Map<String, Index> indexes = new HashMap<>();
        target.indexes().forEach(i -> indexes.put(i.name(), i));
        for (Index index : table.indexes()) {
            if (index.unique()
                    && IndexDiffer.mustDrop(index, indexes.get(index.name()), impact, table.name())
                    && !isSpare(table, String.valueOf(index.name()), IndexDiffer.columns(index))) {
                impact.dropKey(table.name(), IndexDiffer.columns(index));
            }
        }
    }

    /** Whether the foreign keys to these columns are known to rest on another key of the same columns. */
    private boolean isSpare(Table table, String name, List<String> columns) {
        if (from.referenced().contains(table.name().sibling(name))) {
            return false;
        }
        Set<String> set = Set.copyOf(columns);
        PrimaryKey key = table.primaryKey();
        return (key != null && isReferenced(table, key.name(), key.columns(), set))
                || table.uniques().stream().anyMatch(u -> isReferenced(table, u.name(), u.columns(), set))
                || table.indexes().stream()
                        .anyMatch(i -> i.unique() && isReferenced(table, i.name(), IndexDiffer.columns(i), set));
    }

    private boolean isReferenced(Table table, @Nullable String name, List<String> columns, Set<String> shall) {
        return columns.size() == shall.size()
                && shall.containsAll(columns)
                && from.referenced().contains(table.name().sibling(String.valueOf(name)));
    }

    private static Map<String, Unique> byName(List<Unique> uniques) {
        Map<String, Unique> byName = new HashMap<>();
        uniques.forEach(u -> byName.put(u.name(), u));
        return byName;
    }
}

package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTable;
import dev.retort.operation.SetComment;
import dev.retort.schema.Check;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables: which come and go, in which order, and the parts of those that stay. */
final class TableDiffer {

    private final Sides sides;
    private final Set<ObjectName> changed = new TreeSet<>();

    /** The tables that become logged or unlogged. */
    private final SortedMap<ObjectName, TablePair> logging = new TreeMap<>();

    private TableDiffer(Sides sides) {
        this.sides = sides;
    }

    /** Compares the tables; gives those that a revision touches. */
    static Set<ObjectName> diff(Sides sides) {
        TableDiffer differ = new TableDiffer(sides);
        differ.created();
        differ.common();
        differ.dropped();
        TablesPerClass.tell(sides);
        PartitionKeys.diff(sides);
        Inheritance.order(sides);
        return differ.changed;
    }

    private void created() {
        SortedMap<ObjectName, Set<ObjectName>> needs = missing(sides.to(), sides.from());
        Set<ObjectName> made = new HashSet<>();
        for (ObjectName name : DependencyOrder.of(needs).order()) {
            Table table = Objects.requireNonNull(sides.to().tables().get(name));
            List<Check> open =
                    table.checks().stream().filter(c -> !c.validated()).toList();
            List<NotNull> unproved =
                    table.notNulls().stream().filter(n -> !n.validated()).toList();
            List<Unique> twice = sameAgain(table);
            Table bare = table.toBuilder()
                    .columns(table.columns().stream()
                            .map(c -> sides.serial().say(name, c))
                            .map(c -> unproved.stream().anyMatch(n -> n.column().equals(c.name()))
                                    ? c.withNullable(true)
                                    : c)
                            .toList())
                    .foreignKeys(List.of())
                    .indexes(List.of())
                    .checks(table.checks().stream().filter(Check::validated).toList())
                    .notNulls(table.notNulls().stream()
                            .filter(n -> n.validated() && !n.isPlain())
                            .toList())
                    .uniques(table.uniques().stream()
                            .filter(u -> !twice.contains(u))
                            .toList())
                    .build();
            sides.changes().add(Phase.CREATE_TABLE, new CreateTable(bare));
            made.add(name);
            bare.columns().forEach(c -> HeldNames.chosen(name, c, made, Phase.CREATE_TABLE, sides));
            MissingPartitions.warn(bare, sides);
            SubclassRows.warn(table, sides);
            ClassTable.warn(table, sides);
            twice.forEach(u -> sides.changes().add(Phase.ADD_KEY, new AddConstraint(name, u)));
            unproved.forEach(n -> sides.changes().add(Phase.ALTER_COLUMN, new AddConstraint(name, n)));
            open.forEach(c -> sides.changes().add(Phase.ADD_CHECK, new AddConstraint(name, c)));
            table.indexes().forEach(i -> sides.changes().add(Phase.CREATE_INDEX, new CreateIndex(name, i, false)));
            table.foreignKeys().forEach(k -> sides.changes().add(Phase.ADD_FOREIGN_KEY, new AddConstraint(name, k)));
        }
    }

    /** Uniques over the columns of another key, which {@code CREATE TABLE} takes for a repetition and leaves out without a word. */
    private static List<Unique> sameAgain(Table table) {
        if (table.uniques().isEmpty()) {
            return List.of();
        }
        Set<List<String>> keys = new HashSet<>();
        if (table.primaryKey() != null) {
            keys.add(table.primaryKey().columns());
        }
        return table.uniques().stream().filter(u -> !keys.add(u.columns())).toList();
    }

    private void common() {
        Impact impact = sides.impact();
        boolean quiet = impact.isQuiet();
        for (Table is : sides.from().allTables()) {
            Table shall = sides.to().tables().get(is.name());
            boolean same = !impact.unequal.contains(is.name());
            if (shall != null) {
                RenamedIndicators.tell(is, shall, sides.changes());
            }
            if (shall == null || (quiet && same)) {
                continue;
            }
            TablePair pair = TablePair.of(is, shall);
            if (same
                    && !impact.rebuilt.containsKey(is.name())
                    && !impact.reshaped.containsKey(is.name())
                    && !impact.replacesTypes()) {
                ForeignKeyDiffer.diff(pair, sides);
                continue;
            }
            int before = sides.changes().added();
            parts(pair);
            // Two tables may differ in what is no difference, such as the order of their columns.
            if (!same && (sides.changes().added() > before || logging.containsKey(is.name()))) {
                changed.add(is.name());
            }
        }
        logging();
    }

    /** A logged table refers to no unlogged one at any moment: what becomes logged goes up to what refers to it, what becomes unlogged down. */
    private void logging() {
        if (logging.isEmpty()) {
            return;
        }
        SortedMap<ObjectName, Set<ObjectName>> needs = new TreeMap<>();
        logging.forEach((name, pair) -> needs.put(
                name,
                pair.to().foreignKeys().stream()
                        .map(ForeignKey::target)
                        .filter(t -> !t.equals(name))
                        .collect(Collectors.toCollection(TreeSet::new))));
        List<ObjectName> order = new ArrayList<>(DependencyOrder.of(needs).order());
        for (boolean unlogged : List.of(false, true)) {
            for (ObjectName name : order) {
                TablePair pair = Objects.requireNonNull(logging.get(name));
                TableOptions shall = pair.to().options();
                if (shall != null && shall.unlogged() == unlogged) {
                    TableOptionsDiffer.diff(pair, sides);
                }
            }
            Collections.reverse(order);
        }
    }

    private void parts(TablePair pair) {
        ColumnDiffer.diff(NotNullDiffer.left(pair, sides), sides);
        NotNullDiffer.diff(pair, sides);
        PrimaryKeyDiffer.diff(pair, sides);
        compare(pair, Table::uniques, UniqueDiffer::diff);
        compare(pair, Table::checks, CheckDiffer::diff);
        compare(pair, Table::exclusions, ExclusionDiffer::diff);
        compare(pair, Table::foreignKeys, ForeignKeyDiffer::diff);
        compare(pair, Table::indexes, IndexDiffer::diff);
        if (TableOptionsDiffer.changesLogging(pair)) {
            logging.put(pair.name(), pair);
        } else {
            TableOptionsDiffer.diff(pair, sides);
        }
        if (!Objects.equals(pair.from().comment(), pair.to().comment())) {
            sides.changes()
                    .add(
                            Phase.COMMENT,
                            new SetComment(
                                    CommentTarget.table(pair.name()), pair.to().comment()));
        }
    }

    /** Compares one kind of parts, unless they are equal and nothing drags them along. */
    private void compare(TablePair pair, Function<Table, List<?>> parts, BiConsumer<TablePair, Sides> differ) {
        if (!sides.impact().isQuiet() || !parts.apply(pair.from()).equals(parts.apply(pair.to()))) {
            differ.accept(pair, sides);
        }
    }

    private void dropped() {
        SortedMap<ObjectName, Set<ObjectName>> needs = missing(sides.from(), sides.to());
        if (needs.isEmpty()) {
            return;
        }
        // A policy holds on to the tables that it reads, and goes with its own.
        sides.from().extras().stream().filter(Attached::holds).forEach(extra -> {
            Set<ObjectName> read = extra.table() == null ? null : needs.get(extra.table());
            if (read != null) {
                extra.uses().forEach(use -> read.add(use.table()));
            }
        });
        LeavingTables.release(sides);
        DependencyOrder<ObjectName> order = DependencyOrder.of(needs);
        List<ObjectName> children = new ArrayList<>(order.order());
        Collections.reverse(children);
        RelationNames taken = sides.impact().wanted();
        boolean first = sides.impact().dropsTablesFirst(sides.from());
        Set<ObjectName> gone = new HashSet<>();
        for (ObjectName name : children) {
            Table table = Objects.requireNonNull(sides.from().tables().get(name));
            for (ForeignKey key : table.foreignKeys()) {
                boolean freed = needs.containsKey(key.target()) && taken.frees(key, sides.from());
                if (gone.contains(key.target()) || freed || ForeignKeyDiffer.isUnsettled(name, key, sides.impact())) {
                    sides.changes().add(Phase.DROP_FOREIGN_KEY, new DropConstraint(name, String.valueOf(key.name())));
                }
            }
            if (!first) {
                taken.freeNames(table, sides.changes());
            }
            sides.changes().add(first ? Phase.DROP_TABLE_FIRST : Phase.DROP_TABLE, new DropTable(name));
            LossWarnings.table(table, sides);
            LargeObjects.dropped(table, sides.changes());
            gone.add(name);
            changed.add(name);
        }
        TableRenameHints.add(sides);
    }

    /** The tables of one side that the other has not, with the tables that each refers to, inherits from or has rows of in a column. */
    private static SortedMap<ObjectName, Set<ObjectName>> missing(Schema side, Schema other) {
        SortedMap<ObjectName, Set<ObjectName>> needs = new TreeMap<>();
        for (Table table : side.allTables()) {
            if (!other.tables().containsKey(table.name())) {
                Set<ObjectName> targets = new HashSet<>();
                table.foreignKeys().forEach(k -> targets.add(k.target()));
                table.columns().stream()
                        .map(c -> c.type().userType())
                        .flatMap(Stream::ofNullable)
                        .forEach(targets::add);
                TableOptions options = table.options();
                if (options != null) {
                    targets.addAll(options.inherits());
                }
                needs.put(table.name(), targets);
            }
        }
        if (!needs.isEmpty()) {
            for (PartitionKeys.Key key : PartitionKeys.of(side)) {
                Set<ObjectName> targets = needs.get(key.root());
                if (targets != null) {
                    targets.add(key.target());
                }
            }
        }
        return needs;
    }
}

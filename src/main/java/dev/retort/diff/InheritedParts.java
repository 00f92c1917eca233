package dev.retort.diff;

import dev.retort.operation.Execute;
import dev.retort.operation.OnTable;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.NotNull;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a child only inherits on one side and has for itself on the other, because its parent loses it or they part: a table lists what it says itself, and PostgreSQL
 * keeps the column where the list would have it dropped and added. Both sides are given the entry that makes the comparison right.
 */
final class InheritedParts {

    private static final String RULE = "different-inheritance";

    private final Schema from;
    private final Schema to;
    private final Map<ObjectName, Set<Column>> columnsFrom = new TreeMap<>();
    private final Map<ObjectName, Set<Column>> columnsTo = new TreeMap<>();
    private final Map<ObjectName, Set<Check>> checksFrom = new TreeMap<>();
    private final Map<ObjectName, Set<Check>> checksTo = new TreeMap<>();

    /** Columns that go from a parent alone and stay in its children, who have them for themselves from then on. */
    private final Set<ColumnRef> alone = new TreeSet<>();

    /** Columns of children that are said once more on one side, which no statement changes. */
    private final Set<ColumnRef> saidTwice = new TreeSet<>();

    private InheritedParts(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    /** Finds them. */
    static InheritedParts find(Schema from, Schema to) {
        InheritedParts parts = new InheritedParts(from, to);
        if (hasChildren(from) || hasChildren(to)) {
            for (Table is : from.allTables()) {
                Table shall = to.tables().get(is.name());
                if (shall != null && is.options() != null && shall.options() != null) {
                    parts.child(is, shall);
                }
            }
            List.copyOf(parts.alone).forEach(parts::siblings);
        }
        return parts;
    }

    private static boolean hasChildren(Schema schema) {
        return schema.allTables().stream()
                .map(Table::options)
                .anyMatch(options -> options != null && !options.inherits().isEmpty());
    }

    /** The schema as it is, with what its children come to have for themselves. */
    Schema from() {
        return with(from, columnsFrom, checksFrom);
    }

    /** The schema as it shall be, with what its children keep of their own. */
    Schema to() {
        return with(to, columnsTo, checksTo);
    }

    /** Whether any table shall inherit from another. */
    boolean isAny() {
        return hasChildren(to);
    }

    Set<ColumnRef> alone() {
        return alone;
    }

    /** Drops the columns that go from parents alone, and puts what is dropped of parents and children in an order that the server takes. */
    void finish(Sides sides) {
        alone.stream()
                .filter(ref -> to.tables().containsKey(ref.table()))
                .sorted(Comparator.comparing(
                        ref -> Inheritance.parents(ref.table(), from).size()))
                .forEach(ref -> sides.changes()
                        .add(
                                Phase.ALTER_TABLE_FIRST,
                                new Execute("ALTER TABLE ONLY " + SqlText.name(ref.table()) + released(ref)
                                        + " DROP COLUMN " + ReservedWords.quote(ref.column()))));
        if (hasChildren(to)) {
            Function<Operation, Integer> depth = operation -> OnTable.of(operation)
                    .map(table -> Inheritance.parents(table, to).size())
                    .orElse(0);
            sides.changes().sort(Phase.DROP_CONSTRAINT, Comparator.comparing(depth));
        }
        saidTwice.forEach(ref -> sides.changes()
                .warn(
                        RULE,
                        Warning.Level.INFO,
                        ref.table().qualified() + "." + ref.column(),
                        ref.display() + " is inherited on both sides, and on one of them also the table's own, which"
                                + " no statement makes of the other: it stays as it is",
                        "Nothing to do until the parent loses it: see it with `\\d+ " + SqlText.name(ref.table())
                                + "` in psql"));
    }

    /** From 18 on a {@code NOT NULL} that the children inherit would be theirs for ever, if it did not go first. */
    private String released(ColumnRef ref) {
        Table table = Objects.requireNonNull(from().tables().get(ref.table()));
        boolean required = !table.column(ref.column()).orElseThrow().nullable()
                && (table.primaryKey() == null || !table.primaryKey().columns().contains(ref.column()));
        return required ? " ALTER COLUMN " + ReservedWords.quote(ref.column()) + " DROP NOT NULL," : "";
    }

    private void child(Table is, Table shall) {
        Set<ObjectName> above = Inheritance.parents(is.name(), from);
        Set<ObjectName> later = Inheritance.parents(is.name(), to);
        if (above.isEmpty() && later.isEmpty()) {
            return;
        }
        names(is, shall, above, later, table -> table.columns().stream().map(Column::name))
                .forEach(name -> column(is, shall, name, above, later));
        names(is, shall, above, later, table -> table.checks().stream().map(Check::name))
                .forEach(name -> check(is, shall, name, above, later));
    }

    /** What one of the sides calls its columns or checks, in the table and above it. */
    private Set<String> names(
            Table is,
            Table shall,
            Set<ObjectName> above,
            Set<ObjectName> later,
            Function<Table, Stream<@Nullable String>> of) {
        List<Table> tables = new ArrayList<>(List.of(is, shall));
        having(above, from, t -> true)
                .forEach(p -> tables.add(Objects.requireNonNull(from.tables().get(p))));
        having(later, to, t -> true)
                .forEach(p -> tables.add(Objects.requireNonNull(to.tables().get(p))));
        Set<String> names = new LinkedHashSet<>();
        for (Table table : tables) {
            of.apply(table).filter(Objects::nonNull).forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    private void column(Table is, Table shall, String name, Set<ObjectName> above, Set<ObjectName> later) {
        List<ObjectName> givers = having(above, from, t -> t.column(name).isPresent());
        List<ObjectName> takers = having(later, to, t -> t.column(name).isPresent());
        boolean letGo = !givers.isEmpty() && givers.stream().noneMatch(later::contains);
        boolean taken = !takers.isEmpty() && takers.stream().noneMatch(above::contains);
        Column own = is.column(name).orElse(null);
        Column ownLater = shall.column(name).orElse(null);
        boolean becomes = own == null && !givers.isEmpty() && (letGo || ownLater != null);
        if (becomes) {
            columnsFrom
                    .computeIfAbsent(is.name(), t -> new LinkedHashSet<>())
                    .add(inherited(name, givers.get(0), from));
            if (!letGo && takers.isEmpty()) {
                givers.stream().filter(later::contains).forEach(giver -> alone.add(new ColumnRef(giver, name)));
            }
        }
        ColumnRef ref = new ColumnRef(is.name(), name);
        if (ownLater == null && !takers.isEmpty() && (taken || own != null || becomes)) {
            Column shallBe = inherited(name, takers.get(0), to);
            columnsTo.computeIfAbsent(is.name(), t -> new LinkedHashSet<>()).add(shallBe);
            if (own == null || own.equals(shallBe)) {
                saidTwice.add(ref);
            }
        } else if (becomes
                && !letGo
                && ownLater != null
                && !takers.isEmpty()
                && ownLater.equals(inherited(name, takers.get(0), to))) {
            saidTwice.add(ref);
        }
    }

    /** A check that stays in the list on one side alone goes with that of the parent, and comes with it: only where they part or meet does it stay with the child. */
    private void check(Table is, Table shall, String name, Set<ObjectName> above, Set<ObjectName> later) {
        List<ObjectName> givers = having(above, from, t -> given(t, name).isPresent());
        List<ObjectName> takers = having(later, to, t -> given(t, name).isPresent());
        boolean letGo = !givers.isEmpty() && givers.stream().noneMatch(later::contains);
        boolean taken = !takers.isEmpty() && takers.stream().noneMatch(above::contains);
        boolean own = named(is, name).isPresent();
        boolean becomes = !own && letGo;
        if (becomes) {
            checksFrom
                    .computeIfAbsent(is.name(), t -> new LinkedHashSet<>())
                    .add(given(from.tables().get(givers.get(0)), name).orElseThrow());
        }
        if (named(shall, name).isEmpty() && !takers.isEmpty()) {
            Check shallBe = given(to.tables().get(takers.get(0)), name).orElseThrow();
            boolean stays = own
                    && !givers.isEmpty()
                    && given(from.tables().get(givers.get(0)), name)
                            .filter(shallBe::equals)
                            .isPresent();
            if (taken || becomes || stays) {
                checksTo.computeIfAbsent(is.name(), t -> new LinkedHashSet<>()).add(shallBe);
            }
        }
    }

    /** The other children of a table that loses a column alone: it stays in them as well, and goes from each where it shall. */
    private void siblings(ColumnRef ref) {
        for (Table table : Inheritance.children(ref.table(), from)) {
            Table shall = to.tables().get(table.name());
            if (shall == null
                    || shall.options() == null
                    || table.column(ref.column()).isPresent()
                    || shall.column(ref.column()).isPresent()
                    || !having(Inheritance.parents(table.name(), to), to, t -> t.column(ref.column())
                                    .isPresent())
                            .isEmpty()) {
                continue;
            }
            columnsFrom
                    .computeIfAbsent(table.name(), t -> new LinkedHashSet<>())
                    .add(inherited(ref.column(), ref.table(), from));
            if (!Inheritance.children(table.name(), from).isEmpty()) {
                alone.add(new ColumnRef(table.name(), ref.column()));
            }
        }
    }

    private static List<ObjectName> having(Set<ObjectName> names, Schema schema, Predicate<Table> has) {
        List<ObjectName> found = new ArrayList<>();
        for (ObjectName name : names) {
            Table table = schema.tables().get(name);
            if (table != null && has.test(table)) {
                found.add(name);
            }
        }
        return found;
    }

    private static Optional<Check> named(Table table, String name) {
        return table.checks().stream().filter(c -> name.equals(c.name())).findFirst();
    }

    private static Optional<Check> given(@Nullable Table table, String name) {
        return table == null ? Optional.empty() : named(table, name).filter(c -> !c.noInherit());
    }

    /** The column as a child gets it: the comment and the identity are the parent's alone, and a {@code NOT NULL} may be. */
    private static Column inherited(String name, ObjectName parent, Schema schema) {
        Table table = Objects.requireNonNull(schema.tables().get(parent));
        Column column = table.column(name).orElseThrow();
        boolean required = !column.nullable()
                && table.notNull(name).filter(NotNull::noInherit).isEmpty();
        return new Column(
                name,
                column.type(),
                !required,
                column.defaultValue(),
                null,
                column.generated(),
                column.collation(),
                null);
    }

    private static Schema with(
            Schema schema, Map<ObjectName, Set<Column>> columns, Map<ObjectName, Set<Check>> checks) {
        if (columns.isEmpty() && checks.isEmpty()) {
            return schema;
        }
        SchemaBuilder with = schema.toBuilder();
        Set<ObjectName> names = new TreeSet<>(columns.keySet());
        names.addAll(checks.keySet());
        for (ObjectName name : names) {
            TableBuilder table = Objects.requireNonNull(schema.tables().get(name)).toBuilder();
            columns.getOrDefault(name, Set.of()).forEach(table::column);
            checks.getOrDefault(name, Set.of()).forEach(table::constraint);
            with.table(table.build());
        }
        return with.build();
    }
}

package dev.retort.command.standin;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.command.config.Config;
import dev.retort.command.standin.References.Reference;
import dev.retort.database.Database;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Warning;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.Unique;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of others that foreign keys of the revisions point to. A new database of the scratch server lacks them, so stand-ins are made there before the
 * revisions run: the referenced columns and a key over them, and nothing else.
 *
 * @param tables the stand-ins, in the order of their names
 * @param late those of them that need a type or a schema which a revision makes: they are made right before the first key that points to them
 */
public record StandIns(List<Table> tables, Set<ObjectName> late) {

    /** No table of others is needed. */
    public static final StandIns NONE = new StandIns(List.of(), Set.of());

    /** The rule of the remark that tells of stand-ins. */
    public static final String RULE = "stand-in-tables";

    public StandIns {
        tables = List.copyOf(tables);
        late = Set.copyOf(late);
    }

    /**
     * What revisions need. Where one of them asks the database, and so may make any table, only tables that a filter leaves out are taken to be those of
     * others.
     *
     * @param live a database that has the tables, and is read for the types of their columns; null to take the types of the columns that refer to them
     * @throws dev.retort.DatabaseException if the live database is needed and cannot be read
     */
    public static StandIns of(Config config, RevisionLoader loader, @Nullable Database live) {
        Scope scope = new Scope(config.schemas(), config.include(), config.exclude(), Set.of());
        return of(Recorded.untilFailure(loader), name -> !scope.sees(name), live);
    }

    static StandIns of(Recorded recorded, Predicate<ObjectName> leftOut, @Nullable Database live) {
        References found = References.among(recorded.operations());
        SortedMap<ObjectName, List<Reference>> references = found.toOthers(leftOut);
        if (!recorded.complete()) {
            references.keySet().removeIf(leftOut.negate());
        }
        if (references.isEmpty()) {
            return NONE;
        }
        Map<ObjectName, Table> known = live == null
                ? Map.of()
                : CatalogReader.read(
                                live,
                                Scope.of(references.keySet().stream()
                                        .map(ObjectName::namespace)
                                        .collect(Collectors.toSet())))
                        .tables();
        List<Table> tables = new ArrayList<>();
        references.forEach((name, keys) -> table(name, keys, known.get(name)).ifPresent(tables::add));
        return new StandIns(
                tables,
                tables.stream()
                        .filter(table -> found.isInOurs(table.name())
                                || table.columns().stream()
                                        .anyMatch(c -> c.type().userType() != null))
                        .map(Table::name)
                        .collect(Collectors.toSet()));
    }

    /** Empty where a column's type is not known. */
    private static Optional<Table> table(ObjectName name, List<Reference> keys, @Nullable Table live) {
        Map<String, SqlType> columns = new TreeMap<>();
        Set<List<String>> unique = new LinkedHashSet<>();
        Set<List<String>> periods = new LinkedHashSet<>();
        for (Reference key : keys) {
            // A key without columns points to the primary key, whose columns may be called anything.
            List<String> names = !key.columns().isEmpty()
                    ? key.columns()
                    : live != null && live.primaryKey() != null
                            ? live.primaryKey().columns()
                            : List.of("id");
            if (names.size() != key.types().size()) {
                return Optional.empty();
            }
            for (int at = 0; at < names.size(); at++) {
                SqlType type = live == null
                        ? null
                        : live.column(names.get(at)).map(Column::type).orElse(null);
                if (type == null || type.userType() != null) {
                    type = key.types().get(at);
                }
                if (type == null) {
                    return Optional.empty();
                }
                columns.putIfAbsent(names.get(at), type);
            }
            (key.period() ? periods : unique).add(names);
        }
        TableBuilder table = Table.builder(name);
        columns.forEach((column, type) -> table.column(Column.of(column, type)));
        List<String> primary = primary(unique, live);
        for (List<String> key : unique) {
            table.constraint(key.equals(primary) ? PrimaryKey.of(null, key) : Unique.of(null, key));
        }
        periods.forEach(key -> table.constraint(Unique.of(null, key).withWithoutOverlaps(true)));
        return Optional.of(table.build());
    }

    private static List<String> primary(Set<List<String>> unique, @Nullable Table live) {
        PrimaryKey is = live == null ? null : live.primaryKey();
        return unique.stream()
                .filter(key -> is != null && Set.copyOf(key).equals(Set.copyOf(is.columns())))
                .findFirst()
                .orElseGet(
                        () -> unique.isEmpty() ? List.of() : unique.iterator().next());
    }

    /**
     * Makes the tables and their schemas.
     *
     * @param database an empty database of the scratch server
     * @throws dev.retort.DatabaseException if the server refuses
     */
    public void make(Database database) {
        if (tables.isEmpty()) {
            return;
        }
        List<String> statements = new ArrayList<>();
        namespaces().forEach(name -> statements.add("CREATE SCHEMA IF NOT EXISTS " + SqlWriter.identifier(name)));
        tables.stream()
                .filter(table -> !late.contains(table.name()))
                .forEach(table -> statements.addAll(create(table)));
        if (statements.isEmpty()) {
            return;
        }
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(String.join(";\n", statements));
        }
    }

    /** The statements for a table that may be there. */
    private static List<String> create(Table table) {
        List<String> statements = new ArrayList<>();
        // The operator class of equal values beside ranges.
        if (table.uniques().stream()
                .anyMatch(u -> u.withoutOverlaps() && u.columns().size() > 1)) {
            statements.add("CREATE EXTENSION IF NOT EXISTS btree_gist");
        }
        SqlRenderer.render(new CreateTable(table))
                .forEach(statement ->
                        statements.add(statement.sql().replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ")));
        return statements;
    }

    /** Makes those that come late, and takes them away before what they need goes. */
    public RunListener listener() {
        return late.isEmpty() ? RunListener.SILENT : new LateStandIns(this, StandIns::create);
    }

    /** These and others, one for each name. */
    public StandIns and(StandIns others) {
        SortedMap<ObjectName, Table> all = new TreeMap<>();
        others.tables().forEach(table -> all.put(table.name(), table));
        tables.forEach(table -> all.put(table.name(), table));
        Set<ObjectName> allLate = new TreeSet<>(late);
        allLate.addAll(others.late());
        return new StandIns(List.copyOf(all.values()), allLate);
    }

    /** A schema with the stand-ins that it does not have and the database has, as rows of others point to rows of theirs. */
    public Schema in(Schema schema, SqlSession session) {
        if (tables.isEmpty()) {
            return schema;
        }
        var builder = schema.toBuilder();
        tables.stream()
                .filter(table -> !schema.tables().containsKey(table.name()))
                .filter(table -> !late.contains(table.name())
                        || session.query("SELECT to_regclass(?) IS NOT NULL AS there", SqlWriter.name(table.name()))
                                .get(0)
                                .flag("there"))
                .forEach(builder::table);
        return builder.build();
    }

    /** A schema without the tables that there are stand-ins for, and without the namespaces that hold nothing else. */
    public Schema takenFrom(Schema schema) {
        if (tables.isEmpty()) {
            return schema;
        }
        Schema rest = schema.toBuilder().without(names()).build();
        Set<String> used = new TreeSet<>(rest.namespaces());
        used.removeAll(namespaces());
        List.of(rest.tables(), rest.sequences(), rest.enums(), rest.composites(), rest.domains(), rest.views())
                .forEach(objects -> objects.keySet().forEach(name -> used.add(name.namespace())));
        return new Schema(
                rest.namespaces().stream().filter(used::contains).collect(Collectors.toCollection(TreeSet::new)),
                rest.tables(),
                rest.sequences(),
                rest.enums(),
                rest.composites(),
                rest.domains(),
                rest.views(),
                rest.casts(),
                rest.comments(),
                rest.extras(),
                rest.referenced());
    }

    /** The names of the tables. */
    public SortedSet<ObjectName> names() {
        return tables.stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<String> namespaces() {
        return tables.stream()
                .filter(table -> !late.contains(table.name()))
                .map(table -> table.name().namespace())
                .filter(name -> !name.equals(ObjectName.DEFAULT_NAMESPACE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** That there are stand-ins, in one sentence; empty for none. */
    public Optional<String> told() {
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of("the scratch server has "
                        + (tables.size() == 1 ? "a stand-in table for " : "stand-in tables for ")
                        + names().stream().map(ObjectName::display).collect(Collectors.joining(", "))
                        + ", which no revision makes and foreign keys point to");
    }

    /** The same as a remark. */
    public List<Warning> remarks() {
        return told()
                .map(words -> new Warning(
                        RULE,
                        Warning.Level.INFO,
                        names().stream().map(ObjectName::qualified).toList(),
                        words,
                        ""))
                .stream()
                .toList();
    }
}

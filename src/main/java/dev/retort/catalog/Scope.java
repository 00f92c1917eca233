package dev.retort.catalog;

import dev.retort.schema.ObjectName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a database is read. The system's objects, temporary ones and the members of extensions never are.
 *
 * @param namespaces the PostgreSQL schemas to read; null for all
 * @param include what relations to read, {@code namespace.name} matched whole; empty for all
 * @param exclude what relations to leave out, likewise; stronger than {@code include}
 * @param invisible relations to leave out by name, such as a version table
 * @param visible tables to read although their names are those of other tools' tables, such as {@code ht_orders} that an entity maps
 */
public record Scope(
        @Nullable Set<String> namespaces,
        List<Pattern> include,
        List<Pattern> exclude,
        Set<ObjectName> invisible,
        Set<ObjectName> visible) {

    /** Everything. */
    public static final Scope ALL = new Scope(null, List.of(), List.of(), Set.of());

    /** The tables of Flyway, Liquibase, Alembic and Retort, and those in which Hibernate keeps ids and rows while a statement runs. */
    private static final Pattern TOOLS = Pattern.compile(
            "flyway_schema_history|databasechangelog(lock)?|alembic_version|retort_.*|hte?_.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public Scope {
        namespaces = namespaces == null ? null : Set.copyOf(namespaces);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        invisible = Set.copyOf(invisible);
        visible = Set.copyOf(visible);
    }

    /** A scope that hides every table with the name of another tool's. */
    public Scope(
            @Nullable Set<String> namespaces, List<Pattern> include, List<Pattern> exclude, Set<ObjectName> invisible) {
        this(namespaces, include, exclude, invisible, Set.of());
    }

    /** The given namespaces, all of each. */
    public static Scope of(Set<String> namespaces) {
        return new Scope(namespaces, List.of(), List.of(), Set.of());
    }

    /** This scope, seeing these tables whatever their names look like. */
    public Scope withVisible(Set<ObjectName> tables) {
        return new Scope(namespaces, include, exclude, invisible, tables);
    }

    /** Whether a relation of that name is read. */
    public boolean sees(ObjectName relation) {
        String text = relation.namespace() + "." + relation.name();
        return seesNamespace(relation.namespace())
                && !invisible.contains(relation)
                && (include.isEmpty()
                        || include.stream().anyMatch(p -> p.matcher(text).matches()))
                && exclude.stream().noneMatch(p -> p.matcher(text).matches());
    }

    /** Whether a table of that name is read: {@link #sees} and not another tool's. */
    public boolean seesTable(ObjectName table) {
        return sees(table)
                && (visible.contains(table) || !TOOLS.matcher(table.name()).matches());
    }

    /** Whether objects of that namespace are read. */
    public boolean seesNamespace(String namespace) {
        return namespaces == null || namespaces.contains(namespace);
    }
}

package dev.retort.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A database schema as a value: everything that Retort compares.
 *
 * <p>A PostgreSQL schema is a <em>namespace</em> here, to keep the words apart.
 *
 * @param namespaces the PostgreSQL schemas that exist, {@code public} never listed
 * @param comments comments on objects that do not hold their own
 * @param extras objects seen and never changed
 * @param referenced the keys and unique indexes that foreign keys rest on ({@code pg_constraint.conindid}); a fact of a database, never a difference
 */
public record Schema(
        SortedSet<String> namespaces,
        SortedMap<ObjectName, Table> tables,
        SortedMap<ObjectName, Sequence> sequences,
        SortedMap<ObjectName, EnumType> enums,
        SortedMap<ObjectName, CompositeType> composites,
        SortedMap<ObjectName, Domain> domains,
        SortedMap<ObjectName, View> views,
        SortedSet<Cast> casts,
        SortedMap<CommentTarget, String> comments,
        List<Extra> extras,
        SortedSet<ObjectName> referenced) {

    /** A schema with nothing in it. */
    public static final Schema EMPTY = new SchemaBuilder().build();

    public Schema {
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
        tables = copy(tables);
        sequences = copy(sequences);
        enums = copy(enums);
        composites = copy(composites);
        domains = copy(domains);
        views = copy(views);
        casts = Collections.unmodifiableSortedSet(new TreeSet<>(casts));
        comments = copy(comments);
        extras = extras.stream().sorted().toList();
        referenced = Collections.unmodifiableSortedSet(new TreeSet<>(referenced));
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** The table of that name. */
    public Optional<Table> table(ObjectName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Whether nothing is in it that a revision could make. */
    public boolean isEmpty() {
        return namespaces.isEmpty()
                && tables.isEmpty()
                && sequences.isEmpty()
                && enums.isEmpty()
                && composites.isEmpty()
                && domains.isEmpty()
                && views.isEmpty()
                && casts.isEmpty();
    }

    /** The tables, as a collection. */
    public Collection<Table> allTables() {
        return tables.values();
    }

    /** A builder that starts from nothing. */
    public static SchemaBuilder builder() {
        return new SchemaBuilder();
    }

    /** A builder that starts from this schema. */
    public SchemaBuilder toBuilder() {
        return new SchemaBuilder(this);
    }
}

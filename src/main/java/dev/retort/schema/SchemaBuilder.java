package dev.retort.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the parts of a {@link Schema}; a second object of one name replaces the first. */
public final class SchemaBuilder {

    private final SortedSet<String> namespaces = new TreeSet<>();
    private final SortedMap<ObjectName, Table> tables = new TreeMap<>();
    private final SortedMap<ObjectName, Sequence> sequences = new TreeMap<>();
    private final SortedMap<ObjectName, EnumType> enums = new TreeMap<>();
    private final SortedMap<ObjectName, CompositeType> composites = new TreeMap<>();
    private final SortedMap<ObjectName, Domain> domains = new TreeMap<>();
    private final SortedMap<ObjectName, View> views = new TreeMap<>();
    private final SortedSet<Cast> casts = new TreeSet<>();
    private final SortedMap<CommentTarget, String> comments = new TreeMap<>();
    private final List<Extra> extras = new ArrayList<>();
    private final SortedSet<ObjectName> referenced = new TreeSet<>();

    SchemaBuilder() {}

    SchemaBuilder(Schema schema) {
        namespaces.addAll(schema.namespaces());
        tables.putAll(schema.tables());
        sequences.putAll(schema.sequences());
        enums.putAll(schema.enums());
        composites.putAll(schema.composites());
        domains.putAll(schema.domains());
        views.putAll(schema.views());
        casts.addAll(schema.casts());
        comments.putAll(schema.comments());
        extras.addAll(schema.extras());
        referenced.addAll(schema.referenced());
    }

    /** Adds a namespace; {@code public} is always there and never listed. */
    public SchemaBuilder namespace(String namespace) {
        if (!namespace.equals(ObjectName.DEFAULT_NAMESPACE)) {
            namespaces.add(namespace);
        }
        return this;
    }

    public SchemaBuilder table(Table table) {
        tables.put(table.name(), table);
        return this;
    }

    public SchemaBuilder sequence(Sequence sequence) {
        sequences.put(sequence.name(), sequence);
        return this;
    }

    public SchemaBuilder enumType(EnumType type) {
        enums.put(type.name(), type);
        return this;
    }

    public SchemaBuilder composite(CompositeType type) {
        composites.put(type.name(), type);
        return this;
    }

    public SchemaBuilder domain(Domain domain) {
        domains.put(domain.name(), domain);
        return this;
    }

    public SchemaBuilder view(View view) {
        views.put(view.name(), view);
        return this;
    }

    public SchemaBuilder cast(Cast cast) {
        casts.add(cast);
        return this;
    }

    public SchemaBuilder comment(CommentTarget target, String comment) {
        comments.put(target, comment);
        return this;
    }

    public SchemaBuilder extra(Extra extra) {
        extras.add(extra);
        return this;
    }

    /** Puts these in the place of all extras. */
    public SchemaBuilder extras(Collection<Extra> all) {
        extras.clear();
        extras.addAll(all);
        return this;
    }

    /** Adds the name of a key or unique index that a foreign key rests on. */
    public SchemaBuilder referenced(ObjectName name) {
        referenced.add(name);
        return this;
    }

    /** Takes away all that is seen and never changed. */
    public SchemaBuilder withoutExtras() {
        extras.clear();
        return this;
    }

    /** Takes objects away by name, of whatever kind they are. */
    public SchemaBuilder without(Collection<ObjectName> names) {
        names.forEach(name -> {
            tables.remove(name);
            sequences.remove(name);
            enums.remove(name);
            composites.remove(name);
            domains.remove(name);
            views.remove(name);
        });
        return this;
    }

    /** The schema. */
    public Schema build() {
        return new Schema(
                namespaces, tables, sequences, enums, composites, domains, views, casts, comments, extras, referenced);
    }
}

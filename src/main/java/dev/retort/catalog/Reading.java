package dev.retort.catalog;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What has been read so far, by the oids that tie the catalog's rows together. */
final class Reading {

    /** The place of an object in the catalog: {@code pg_description}'s key, or a column's with 'pg_class'. */
    record Address(String catalog, long oid, int part) {}

    private final Scope scope;
    private final SchemaBuilder schema = Schema.builder();
    private final Map<Long, TableDraft> tables = new LinkedHashMap<>();
    private final Map<Long, TableDraft> materialized = new HashMap<>();
    private final Map<Address, String> comments = new HashMap<>();
    private final Map<Address, SequenceOptions> identities = new HashMap<>();
    private final Map<Long, String> collations = new HashMap<>();
    private final Map<Long, Opclass> opclasses = new HashMap<>();
    private final Map<Address, List<String>> opclassOptions = new HashMap<>();
    private final Map<Long, ObjectName> views = new HashMap<>();
    private final Map<Long, SortedSet<ColumnRef>> viewColumns = new HashMap<>();
    private final Map<Long, SortedSet<ObjectName>> viewRelations = new HashMap<>();
    private final Map<Extra, SortedSet<ColumnRef>> extraUses = new HashMap<>();
    private final Map<String, SqlType> types = new HashMap<>();
    private final Map<Long, ObjectName> uniqueIndexes = new HashMap<>();
    private final Set<Long> referenced = new HashSet<>();

    Reading(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    SchemaBuilder schema() {
        return schema;
    }

    Map<Long, TableDraft> tables() {
        return tables;
    }

    /** Materialized views, as far as their indexes need them. */
    Map<Long, TableDraft> materialized() {
        return materialized;
    }

    /** The table or materialized view; null for what is not seen. */
    @Nullable
    TableDraft relation(long oid) {
        TableDraft table = tables.get(oid);
        return table == null ? materialized.get(oid) : table;
    }

    Map<Long, ObjectName> views() {
        return views;
    }

    Map<Long, SortedSet<ColumnRef>> viewColumns() {
        return viewColumns;
    }

    Map<Long, SortedSet<ObjectName>> viewRelations() {
        return viewRelations;
    }

    /** What triggers, policies and rules read, by themselves without their definitions. */
    Map<Extra, SortedSet<ColumnRef>> extraUses() {
        return extraUses;
    }

    Map<Address, String> comments() {
        return comments;
    }

    Map<Address, SequenceOptions> identities() {
        return identities;
    }

    Map<Long, String> collations() {
        return collations;
    }

    Map<Long, Opclass> opclasses() {
        return opclasses;
    }

    Map<Address, List<String>> opclassOptions() {
        return opclassOptions;
    }

    /** The comment on an object; null for none. */
    @Nullable
    String comment(String catalog, long oid, int part) {
        return comments.get(new Address(catalog, oid, part));
    }

    /** Takes an object's comment over into the schema, where it has one. */
    void comment(String catalog, long oid, CommentTarget target) {
        String comment = comment(catalog, oid, 0);
        if (comment != null) {
            schema.comment(target, comment);
        }
    }

    /** A type as {@code format_type} prints it; most columns share a few types. */
    SqlType type(String printed) {
        return types.computeIfAbsent(printed, SqlType::parse);
    }

    /** The name of a collation where it is not the type's, or the column's, own; null otherwise. */
    @Nullable
    String collation(long collation, long own) {
        return collation == own ? null : collations.get(collation);
    }

    /** Takes note of an index that foreign keys may rest on. */
    void uniqueIndex(long oid, ObjectName name) {
        uniqueIndexes.put(oid, name);
    }

    /** Takes note of an index that a foreign key rests on. */
    void referenced(long index) {
        referenced.add(index);
    }

    Schema finish() {
        referenced.stream().map(uniqueIndexes::get).filter(Objects::nonNull).forEach(schema::referenced);
        tables.values().forEach(draft -> schema.table(draft.finish()));
        return schema.build();
    }
}

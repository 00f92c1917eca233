package dev.retort.model;

import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

/**
 * Writes down which identifiers each sequence, and each table of a generator, is for. Most sequences are called after their entity, which costs nothing to
 * see; where one is not, the generators are asked.
 */
final class SequenceOrigins {

    private final Reading reading;
    private final IdentifierGenerators generators;

    /** The identifier by the letters of the sequence that Hibernate makes up for it. */
    private final Map<String, String> wanted = new LinkedHashMap<>();

    /** The identifiers whose generators have said so, by sequence or table. */
    private final Map<ObjectName, Set<String>> stated = new TreeMap<>();

    private final Map<String, CounterRow> counters = new TreeMap<>();

    private SequenceOrigins(Reading reading) {
        this.reading = reading;
        this.generators = new IdentifierGenerators(reading.model());
    }

    /** Looks at all entities; tells of the rows that count in the tables of generators. */
    static List<CounterRow> look(MetadataImplementor metadata, Schema schema, Reading reading) {
        SequenceOrigins looking = new SequenceOrigins(reading);
        List<RootClass> roots = metadata.getEntityBindings().stream()
                .filter(RootClass.class::isInstance)
                .map(RootClass.class::cast)
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .toList();
        roots.forEach(looking::wantsByName);
        if (schema.sequences().keySet().stream().anyMatch(s -> !looking.wanted.containsKey(letters(s.name())))
                || schema.tables().keySet().stream()
                        .anyMatch(t -> !reading.attributions().knows(t))) {
            roots.forEach(looking::ask);
            metadata.getCollectionBindings().stream()
                    .sorted(Comparator.comparing(Collection::getRole))
                    .forEach(looking::ask);
        }
        looking.stated.forEach((object, origins) -> reading.attributions().generated(object, origins));
        for (ObjectName sequence : schema.sequences().keySet()) {
            String origin = looking.wanted.get(letters(sequence.name()));
            if (origin != null) {
                reading.attributions().generated(sequence, Set.of(origin));
            }
        }
        return List.copyOf(looking.counters.values());
    }

    private void wantsByName(RootClass entity) {
        String label = label(entity);
        Property id = entity.getIdentifierProperty();
        String origin = id == null ? label : label + "." + id.getName();
        for (String name : List.of(entity.getTable().getName(), entity.getJpaEntityName(), label)) {
            wanted.putIfAbsent(letters(name + "_seq"), origin);
        }
    }

    private String label(PersistentClass entity) {
        return reading.attributions()
                .entity(entity.getClassName() == null ? entity.getEntityName() : entity.getClassName());
    }

    private void ask(RootClass entity) {
        Property id = entity.getIdentifierProperty();
        String origin = label(entity) + (id == null ? "" : "." + id.getName());
        if (entity.getIdentifier() instanceof Component parts) {
            for (Property part : parts.getProperties()) {
                if (part.getValue() instanceof KeyValue value) {
                    ask(value, entity, part, origin + "." + part.getName());
                }
            }
        } else if (entity.getIdentifier() != null) {
            ask(entity.getIdentifier(), entity, id, origin);
        }
    }

    private void ask(Collection collection) {
        if (collection instanceof IdentifierCollection identified) {
            String origin = reading.attributions().originOf(reading.names().table(collection.getCollectionTable()));
            ask(identified.getIdentifier(), collection.getOwner().getRootClass(), null, origin);
        }
    }

    private void ask(KeyValue value, RootClass owner, @Nullable Property property, String origin) {
        Generator generator = generators.of(value, owner, property);
        if (generator instanceof SequenceStyleGenerator sequence) {
            QualifiedName name = sequence.getDatabaseStructure().getPhysicalName();
            states(reading.names().object(name.getSchemaName(), name.getObjectName()), origin);
        } else if (generator instanceof TableGenerator table) {
            SqlNames name = SqlNames.of(table.getTableName());
            ObjectName object = name.namespace() == null
                    ? reading.names().inDefault(name.name())
                    : new ObjectName(name.namespace(), name.name());
            states(object, origin);
            counts(table, object, origin);
        }
    }

    /** Several identifiers may be counted by one row. */
    private void counts(TableGenerator generator, ObjectName table, String origin) {
        counters.merge(
                table + " " + generator.getSegmentValue(),
                new CounterRow(
                        table,
                        SqlNames.unquote(generator.getSegmentColumnName()),
                        generator.getSegmentValue(),
                        SqlNames.unquote(generator.getValueColumnName()),
                        generator.getIncrementSize(),
                        Set.of(origin)),
                (one, other) -> new CounterRow(
                        one.table(),
                        one.keyColumn(),
                        one.key(),
                        one.valueColumn(),
                        Math.max(one.step(), other.step()),
                        Stream.concat(one.origins().stream(), other.origins().stream())
                                .collect(Collectors.toSet())));
    }

    private void states(ObjectName object, String origin) {
        stated.computeIfAbsent(object, o -> new LinkedHashSet<>()).add(origin);
    }

    private static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}.]", "").replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT);
    }
}

package dev.retort.model;

import dev.retort.ModelException;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.PersistentClass;

/** The one door to Hibernate: boots the metadata, and maps it to a schema. */
final class HibernateReading {

    private static final String VALIDATION = "jakarta/validation/Validation.class";

    private final ClassPath classPath;
    private final ClassLoader loader;

    HibernateReading(ClassPath classPath, ClassLoader loader) {
        this.classPath = classPath;
        this.loader = loader;
    }

    /**
     * Reads the model.
     *
     * @throws ModelException if a class is missing or Hibernate rejects a mapping
     */
    Model read(EntitySources sources, ModelRequest request) {
        Predicate<String> present = name -> loader.getResource(name.replace('.', '/') + ".class") != null;
        Preset.Chosen chosen = Preset.choose(request, present);
        SpringProperties spring = chosen.preset().isSpring() ? SpringProperties.of(loader) : SpringProperties.NONE;
        Map<String, String> framework = new TreeMap<>(chosen.preset().settings(present));
        framework.putAll(spring.settings());
        Map<String, Object> settings = BootSettings.of(
                framework, UnknownValues.without(sources.settings()), request.settings(), request.serverVersion());
        List<String> how = new ArrayList<>(List.of(hibernate(), chosen.display()));
        how.addAll(spring.read());
        EntitySources stated = sources.withResources(spring.mappings());
        Optional<String> standard = StandardDocument.of(stated, request.entities(), chosen.preset(), spring, loader);
        standard.ifPresent(how::add);
        EntitySources all = standard.isPresent() ? stated.withResources(List.of(StandardDocument.NAME)) : stated;
        try (LoadedModel model = load(all, settings)) {
            if (model.metadata().getEntityBindings().isEmpty()) {
                throw new ModelException(
                        "There is no entity in " + String.join(", ", request.entities()),
                        "nothing there is annotated with jakarta.persistence.Entity or mapped by a document, so every table would be one to drop."
                                + " Looked through: " + classPath.display(),
                        "Correct --entities; a persistence unit that excludes unlisted classes lists its entities in <class>.");
            }
            List<ModelNote> notes = new ArrayList<>(spring.notes(request.settings()));
            notes.addAll(UnknownValues.notes(sources.settings(), request.settings()));
            TwoRoles.look(all.classes(), loader, notes);
            UnknownXmlAttributes.look(all, loader, notes);
            XmlOverridesOfNothing.look(model.metadata(), all, loader, notes);
            return map(model, notes, how);
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // The application's types and generators, and Hibernate, are asked in here too; a fault of ours is none of
            // the model's.
            if (FailureText.of(e).isOfOthers()) {
                Trial trial = (hiding, part) -> new HibernateReading(classPath, hiding).tryAll(part, settings);
                throw new ModelErrors(classPath, all, settings, loader, trial).explain(e);
            }
            throw e;
        }
    }

    /** What fails in here is Hibernate's or the application's code, in whatever way that throws. */
    private LoadedModel load(EntitySources sources, Map<String, Object> settings) {
        try {
            return new MetadataLoader(loader).load(sources, settings);
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | ServiceConfigurationError e) {
            Trial trial = (hiding, part) ->
                    new MetadataLoader(hiding).load(part, settings).close();
            throw new ModelErrors(classPath, sources, settings, loader, trial).explain(e);
        }
    }

    private void tryAll(EntitySources sources, Map<String, Object> settings) {
        try (LoadedModel model = new MetadataLoader(loader).load(sources, settings)) {
            map(model, List.of(), List.of());
        }
    }

    private Model map(LoadedModel model, List<ModelNote> notes, List<String> how) {
        Reading reading = Reading.of(model);
        reading.notes().addAll(notes);
        // Without the interfaces of Bean Validation there is nothing to apply, and no linking to them.
        if (loader.getResource(VALIDATION) != null) {
            new ValidationApplier(model, reading.notes()).apply();
        }
        new ValueGenerators(model, reading.notes()).apply();
        AttributeWalk.over(model.metadata(), reading);
        OverridesOfNothing.look(model.metadata(), reading);
        Catalogs.look(reading);
        new NamedEnums(reading).check();
        // The order of keys is the exporter's; that of columns comes from the attributes.
        model.metadata().orderColumns(true);

        SchemaBuilder schema = Schema.builder();
        SortedMap<ObjectName, Table> tables = new TreeMap<>();
        SortedMap<ObjectName, List<String>> initCommands = new TreeMap<>();
        TableMapper tableMapper = new TableMapper(reading);
        SequenceMapper sequences = new SequenceMapper(reading);
        TypeMapper types = new TypeMapper(reading);
        for (Namespace namespace : model.metadata().getDatabase().getNamespaces()) {
            types.map(namespace, schema);
            for (Sequence sequence : namespace.getSequences()) {
                schema.sequence(sequences.map(sequence));
            }
            for (org.hibernate.mapping.Table table : namespace.getTables()) {
                if (table.isPhysicalTable()) {
                    map(table, reading, tableMapper, tables, initCommands, schema);
                }
            }
        }
        new AuxiliaryMapper(reading, tables, schema).map();
        tables.values().forEach(schema::table);
        Schema wanted = withNamespaces(schema.build());
        TypeOrigins.look(wanted, reading.attributions());
        List<CounterRow> counters = SequenceOrigins.look(model.metadata(), wanted, reading);
        return new Model(
                wanted,
                reading.attributions().provenance(),
                initCommands,
                reading.notes(),
                model.metadata().getEntityBindings().stream()
                        .map(PersistentClass::getEntityName)
                        .toList(),
                ColumnRoles.of(model.metadata(), reading.names()),
                counters,
                how);
    }

    /** Which Hibernate it was, and from where. */
    private String hibernate() {
        return HibernateOnPath.find(classPath)
                .map(HibernateOnPath::display)
                .orElseGet(
                        () -> "Hibernate " + OwnHibernate.version() + " (Retort's own, as the class path holds none)");
    }

    private static void map(
            org.hibernate.mapping.Table table,
            Reading reading,
            TableMapper tableMapper,
            SortedMap<ObjectName, Table> tables,
            SortedMap<ObjectName, List<String>> initCommands,
            SchemaBuilder schema) {
        ObjectName name = reading.names().table(table);
        if (table.isView()) {
            schema.view(View.of(name, table.getViewQuery()));
            return;
        }
        if (tables.put(name, tableMapper.map(table, schema)) != null) {
            throw new ModelException(
                    "Two tables of the model are named " + name.display(),
                    "PostgreSQL folds unquoted names to lower case and cuts names at 63 bytes, after which "
                            + table.getName() + " is the name of another table too",
                    "Give one of them another name with @Table(name = \"…\").");
        }
        // Up to 7.1 every table of a hierarchy asks for the row of the generator they share.
        Set<String> commands = new LinkedHashSet<>();
        for (InitCommand command : table.getInitCommands(reading.model().strings())) {
            commands.addAll(List.of(LineMembers.statements(command)));
        }
        if (!commands.isEmpty()) {
            initCommands.put(name, List.copyOf(commands));
        }
    }

    private static Schema withNamespaces(Schema schema) {
        SchemaBuilder builder = schema.toBuilder();
        schema.tables().keySet().forEach(n -> builder.namespace(n.namespace()));
        schema.sequences().keySet().forEach(n -> builder.namespace(n.namespace()));
        schema.views().keySet().forEach(n -> builder.namespace(n.namespace()));
        schema.composites().keySet().forEach(n -> builder.namespace(n.namespace()));
        schema.enums().keySet().forEach(n -> builder.namespace(n.namespace()));
        schema.domains().keySet().forEach(n -> builder.namespace(n.namespace()));
        return builder.build();
    }
}

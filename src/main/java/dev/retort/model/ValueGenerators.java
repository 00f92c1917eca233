package dev.retort.model;

import java.util.List;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.GeneratorCreator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Value;
import org.hibernate.models.spi.MemberDetails;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Makes the generators of attribute values, as Hibernate does while it builds a session factory: from 7.4 on those of {@code @CreationTimestamp} and
 * its like make their columns not null.
 */
final class ValueGenerators {

    private final LoadedModel model;
    private final List<ModelNote> notes;

    ValueGenerators(LoadedModel model, List<ModelNote> notes) {
        this.model = model;
        this.notes = notes;
    }

    /** Changes the metadata. */
    void apply() {
        for (PersistentClass entity : model.metadata().getEntityBindings()) {
            for (Property property : entity.getProperties()) {
                apply(property, entity);
                // One level deep, as EntityMetamodel.buildGenerator goes.
                if (property.getValue() instanceof Component component) {
                    component.getProperties().forEach(part -> apply(part, entity));
                }
            }
        }
    }

    private void apply(Property property, PersistentClass entity) {
        GeneratorCreator creator = property.getValueGeneratorCreator();
        if (creator == null) {
            return;
        }
        try {
            creator.createGenerator(new Creation(model, entity, property));
        } catch (RuntimeException | LinkageError e) {
            // The application's own generators may need what only a running application has.
            notes.add(ModelNote.of(
                    "value-generator",
                    entity.getEntityName() + "." + property.getName(),
                    "The generator of " + entity.getEntityName() + "." + property.getName()
                            + " could not be made, so what it changes about its column is not in the schema: " + e,
                    "State it with the column: @Column(nullable = false)."));
        }
    }

    private record Creation(LoadedModel model, PersistentClass entity, Property property)
            implements GeneratorCreationContext {

        @Override
        public Database getDatabase() {
            return model.metadata().getDatabase();
        }

        @Override
        public ServiceRegistry getServiceRegistry() {
            return model.registry();
        }

        @Override
        public @Nullable String getDefaultCatalog() {
            return model.defaultCatalog();
        }

        @Override
        public @Nullable String getDefaultSchema() {
            return model.defaultSchema();
        }

        @Override
        public PersistentClass getPersistentClass() {
            return entity;
        }

        @Override
        public RootClass getRootClass() {
            return entity.getRootClass();
        }

        @Override
        public Property getProperty() {
            return property;
        }

        @Override
        public Value getValue() {
            return property.getValue();
        }

        @Override
        public @Nullable MemberDetails getMemberDetails() {
            return (MemberDetails) LineMembers.memberDetails(property.getValue());
        }

        @Override
        public SqlStringGenerationContext getSqlStringGenerationContext() {
            return model.strings();
        }
    }
}

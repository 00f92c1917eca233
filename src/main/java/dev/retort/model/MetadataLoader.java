package dev.retort.model;

import dev.retort.ModelException;
import java.io.File;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/** Boots Hibernate's metadata offline: no connection, no driver, no session factory. */
final class MetadataLoader {

    private static final String MODELS = "org/hibernate/models/spi/ModelsContext.class";

    private final ClassLoader loader;

    MetadataLoader(ClassLoader loader) {
        this.loader = loader;
    }

    /** The metadata, built; Hibernate's exceptions come as they are. */
    LoadedModel load(EntitySources sources, Map<String, Object> settings) {
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(loader)
                .applyClassLoaderService(new OneLoader(loader))
                .build();
        StandardServiceRegistry registry = null;
        boolean loaded = false;
        try {
            registry = new StandardServiceRegistryBuilder(bootstrap)
                    .applySettings(settings)
                    .build();
            LoadedModel model = build(sources, settings, registry);
            loaded = true;
            return model;
        } finally {
            if (!loaded && registry != null) {
                StandardServiceRegistryBuilder.destroy(registry);
            } else if (!loaded) {
                BootstrapServiceRegistryBuilder.destroy(bootstrap);
            }
        }
    }

    private static LoadedModel build(
            EntitySources sources, Map<String, Object> settings, StandardServiceRegistry registry) {
        requirePostgreSql(registry);
        MetadataSources metadataSources = new MetadataSources(registry);
        sources.packages().forEach(metadataSources::addPackage);
        sources.classes().forEach(metadataSources::addAnnotatedClassName);
        sources.resources().forEach(metadataSources::addResource);
        sources.files().forEach(file -> metadataSources.addFile(new File(file)));
        MetadataBuilderImplementor builder = (MetadataBuilderImplementor) metadataSources.getMetadataBuilder();
        MetadataImplementor metadata = (MetadataImplementor) builder.build();
        metadata.validate();
        SqlStringGenerationContext strings = SqlStringGenerationContextImpl.fromConfigurationMap(
                metadata.getDatabase().getJdbcEnvironment(), metadata.getDatabase(), settings);
        return new LoadedModel(
                registry,
                metadata,
                metadata.getMetadataBuildingOptions(),
                indexLists(metadata, builder.getBootstrapContext()),
                strings,
                settings);
    }

    /** Hibernate 7 reads annotations in another way than 6.6 did. */
    private static IndexLists indexLists(MetadataImplementor metadata, BootstrapContext context) {
        boolean modelled = BootstrapContext.class.getClassLoader().getResource(MODELS) != null;
        return modelled ? new ModelledIndexes(context) : new ReflectedIndexes(metadata, context);
    }

    private static void requirePostgreSql(StandardServiceRegistry registry) {
        Dialect dialect = registry.requireService(JdbcEnvironment.class).getDialect();
        if (!(dialect instanceof PostgreSQLDialect)) {
            throw new ModelException(
                    "The setting hibernate.dialect names " + dialect.getClass().getName(),
                    "it is not a dialect of PostgreSQL, so its types are not PostgreSQL's",
                    "Leave hibernate.dialect out: --hibernate hibernate.dialect= takes it away.");
        }
    }
}

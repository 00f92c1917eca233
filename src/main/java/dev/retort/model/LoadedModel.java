package dev.retort.model;

import java.util.Map;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataBuildingOptions;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's boot metadata with what is needed to read it; closing it lets Hibernate go.
 *
 * @param indexLists the indexes as they were written, which Hibernate itself takes apart
 * @param strings how names get their default namespace
 */
record LoadedModel(
        StandardServiceRegistry registry,
        MetadataImplementor metadata,
        MetadataBuildingOptions options,
        IndexLists indexLists,
        SqlStringGenerationContext strings,
        Map<String, Object> settings)
        implements AutoCloseable {

    Dialect dialect() {
        return metadata.getDatabase().getDialect();
    }

    /** The catalog of mappings that name none. */
    @Nullable
    String defaultCatalog() {
        return setting("hibernate.default_catalog");
    }

    /** The namespace of mappings that name none. */
    @Nullable
    String defaultSchema() {
        return setting("hibernate.default_schema");
    }

    private @Nullable String setting(String name) {
        Object value = settings.get(name);
        return value == null ? null : value.toString();
    }

    @Override
    public void close() {
        StandardServiceRegistryBuilder.destroy(registry);
    }
}

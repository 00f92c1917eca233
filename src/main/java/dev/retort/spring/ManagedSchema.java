package dev.retort.spring;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Tells Spring Boot whose schema the revisions make, so that Hibernate does not make it, too. */
final class ManagedSchema implements SchemaManagementProvider {

    private final ObjectProvider<DataSource> sources;

    ManagedSchema(ObjectProvider<DataSource> sources) {
        this.sources = sources;
    }

    @Override
    public SchemaManagement getSchemaManagement(DataSource dataSource) {
        return dataSource == sources.getIfUnique() ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
    }
}

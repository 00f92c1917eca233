package dev.retort.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Hibernate alone: {@code CLASSES} boots the metadata without a database, the floor of any tool that reads entities; {@code CLASSES URL} makes the
 * schema in a database.
 */
public final class HibernateBoot {

    private HibernateBoot() {}

    public static void main(String[] args) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        boolean create = args.length > 1;
        if (create) {
            settings.put("jakarta.persistence.jdbc.url", args[1]);
            settings.put("jakarta.persistence.schema-generation.database.action", "create");
            settings.put("hibernate.hbm2ddl.halt_on_error", "true");
        } else {
            settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
            settings.put("jakarta.persistence.database-product-name", "PostgreSQL");
            settings.put("jakarta.persistence.database-major-version", "15");
        }
        MetadataSources sources = new MetadataSources(
                new StandardServiceRegistryBuilder().applySettings(settings).build());
        for (String name : SyntheticModel.names(Path.of(args[0]))) {
            sources.addAnnotatedClass(Class.forName(name));
        }
        Metadata metadata = sources.buildMetadata();
        if (create) {
            metadata.buildSessionFactory().close();
        }
    }
}

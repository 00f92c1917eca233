package dev.retort.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The settings that Hibernate is booted with: the application's, without what would connect, create, cache or register anything. */
final class BootSettings {

    private static final Set<String> KEPT = Set.of(
            "hibernate.hbm2ddl.charset_name",
            "hibernate.hbm2ddl.default_constraint_mode",
            "hibernate.connection.charSet",
            "hibernate.cache.region_prefix");

    private static final List<String> DROPPED = List.of(
            "hibernate.agroal.",
            "hibernate.archive.",
            "hibernate.boot.allow_jdbc_metadata_access",
            "hibernate.bytecode.",
            "hibernate.c3p0.",
            "hibernate.cache.",
            "hibernate.classLoader",
            "hibernate.connection.",
            "hibernate.current_session_context_class",
            "hibernate.ejb.",
            "hibernate.event.",
            "hibernate.hbm2ddl.",
            "hibernate.hikari.",
            "hibernate.jndi.",
            "hibernate.multi_tenan",
            "hibernate.schema_management_tool",
            "hibernate.session_factory",
            "hibernate.statement_inspector",
            "hibernate.temp.",
            "hibernate.tenant_identifier_resolver",
            "hibernate.transaction.",
            "hibernate.ucp.",
            "jakarta.persistence.bean.manager",
            "jakarta.persistence.create-database-schemas",
            "jakarta.persistence.database-",
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.provider",
            "jakarta.persistence.schema-generation.",
            "jakarta.persistence.sharedCache.",
            "jakarta.persistence.sql-load-script-source",
            "jakarta.persistence.transactionType");

    private BootSettings() {}

    /** The preset's settings, those of the sources before them, the request's before these, and what an offline boot for that PostgreSQL needs. */
    static Map<String, Object> of(
            Map<String, String> ofPreset,
            Map<String, String> ofUnit,
            Map<String, String> ofRequest,
            int serverVersion) {
        Map<String, Object> settings = new TreeMap<>();
        ofPreset.forEach((key, value) -> put(settings, key, value));
        ofUnit.forEach((key, value) -> put(settings, key, value));
        ofRequest.forEach((key, value) -> put(settings, key, value));
        settings.remove(Preset.KEY);
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("jakarta.persistence.database-product-name", "PostgreSQL");
        settings.put("jakarta.persistence.database-major-version", Integer.toString(serverVersion));
        settings.put("jakarta.persistence.database-minor-version", "0");
        return settings;
    }

    private static void put(Map<String, Object> settings, String key, String value) {
        String jakarta = key.startsWith("javax.persistence.")
                ? "jakarta.persistence." + key.substring("javax.persistence.".length())
                : key;
        if (isKept(jakarta)) {
            settings.put(jakarta, value);
        }
    }

    /** Whether a setting reaches Hibernate. */
    static boolean isKept(String key) {
        return KEPT.contains(key) || DROPPED.stream().noneMatch(key::startsWith);
    }
}

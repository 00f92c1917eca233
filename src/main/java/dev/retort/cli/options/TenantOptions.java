package dev.retort.cli.options;

import dev.retort.command.config.ConfigKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which tenants the same revisions run for: options of every command, so that those which work on one database can say so. */
final class TenantOptions {

    @Option(
            names = "--schema-per-tenant",
            paramLabel = "PATTERN",
            scope = ScopeType.INHERIT,
            description =
                    "Work on each schema whose name is like PATTERN ('tenant_%%'), and not on one: upgrade, downgrade, current, stamp.")
    private @Nullable String pattern;

    @Option(
            names = "--tenants-query",
            paramLabel = "SQL",
            scope = ScopeType.INHERIT,
            description = "The same for the schemas that a query gives.")
    private @Nullable String query;

    @Option(
            names = "--tenants-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The same for the databases whose URLs a file holds, one a line.")
    private @Nullable String file;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Of those tenants this one alone, by the name that current shows; repeatable.")
    private List<String> names = List.of();

    @Option(
            names = "--tenants-shared",
            paramLabel = "LIST",
            scope = ScopeType.INHERIT,
            description = "Schemas that are searched after a tenant's own, such as those of extensions.")
    private @Nullable String shared;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "For how many tenants at a time; default: 4.")
    private @Nullable String jobs;

    /** The names of the tenants that were chosen; none for all. */
    List<String> names() {
        return names;
    }

    /** What was given beside the names, by its key. */
    Map<ConfigKey, @Nullable String> given() {
        Map<ConfigKey, @Nullable String> given = new LinkedHashMap<>();
        given.put(ConfigKey.SCHEMA_PER_TENANT, pattern);
        given.put(ConfigKey.TENANTS_QUERY, query);
        given.put(ConfigKey.TENANTS_FILE, file);
        given.put(ConfigKey.TENANTS_SHARED, shared);
        given.put(ConfigKey.JOBS, jobs);
        return given;
    }
}

package dev.retort.cli.options;

import dev.retort.command.config.ConfigKey;
import dev.retort.command.config.ConfigLoader;
import dev.retort.command.config.Setting;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, before or after its name; each is also a key of the configuration file. */
public final class GlobalOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The settings; default: retort.toml in this folder or the nearest one above.")
    @Nullable
    String config;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "An environment of the settings; default: RETORT_ENV, else their default-env.")
    @Nullable
    String env;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The database: jdbc:postgresql://HOST:PORT/DATABASE or a libpq URL (postgresql://…).")
    @Nullable
    String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description =
                    "Its user; default: the URL's, else PGUSER, else the operating system's. The password comes from RETORT_PASSWORD, PGPASSWORD or .pgpass.")
    @Nullable
    String user;

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description =
                    "Compiled entities and what they need: folders, jars, DIR/*, joined by the platform's separator.")
    @Nullable
    String classpath;

    @Option(
            names = "--entities",
            paramLabel = "LIST",
            scope = ScopeType.INHERIT,
            description =
                    "Packages (scanned), classes and mapping resources, comma-separated; @FILE holds one a line; unit:NAME is a persistence unit.")
    List<String> entities = List.of();

    @Option(
            names = "--hibernate",
            paramLabel = "KEY=VALUE|PRESET",
            mapFallbackValue = Option.NULL_VALUE,
            scope = ScopeType.INHERIT,
            description =
                    "A Hibernate setting, or the framework whose defaults it has: spring-boot-3, spring-boot-4, quarkus,"
                            + " jpa (default: what the class path holds); repeatable.")
    Map<String, String> hibernate = new LinkedHashMap<>();

    @Option(
            names = "--hibernate-properties",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Hibernate settings in a properties file.")
    @Nullable
    String hibernateProperties;

    @Option(
            names = "--revisions",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The source root of the revision classes; default: src/main/java beside the settings.")
    @Nullable
    String revisions;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The package of the revision classes; default: migrations.")
    @Nullable
    String packageName;

    @Option(
            names = "--scratch",
            paramLabel = "WHERE",
            scope = ScopeType.INHERIT,
            description =
                    "Where throw-away databases are made: embedded (default), container[:IMAGE], or the URL of a server.")
    @Nullable
    String scratch;

    @Option(
            names = "--schemas",
            paramLabel = "LIST",
            scope = ScopeType.INHERIT,
            description =
                    "The PostgreSQL schemas to compare, comma-separated; default: those that the model and the revisions name, and without a model all but the system's.")
    @Nullable
    String schemas;

    @Option(
            names = "--exclude",
            paramLabel = "REGEX",
            scope = ScopeType.INHERIT,
            description = "Relations to leave alone: schema.name matched whole; repeatable.")
    List<String> exclude = List.of();

    @Option(
            names = "--include",
            paramLabel = "REGEX",
            scope = ScopeType.INHERIT,
            description = "Relations to look at, and no others: schema.name matched whole; repeatable.")
    List<String> include = List.of();

    @Option(
            names = "--exclude-kinds",
            paramLabel = "LIST",
            completionCandidates = Words.Kinds.class,
            scope = ScopeType.INHERIT,
            description = "Kinds of objects that are not compared with the model: index, check, comment, …")
    @Nullable
    String excludeKinds;

    @Option(
            names = "--accept",
            paramLabel = "RULES",
            scope = ScopeType.INHERIT,
            description =
                    "Differences that stay as they are, by the rules that check names: of a Hibernate upgrade, of twins; repeatable.")
    List<String> accept = List.of();

    @Option(
            names = "--naming",
            paramLabel = "postgresql|hibernate",
            completionCandidates = Words.Namings.class,
            scope = ScopeType.INHERIT,
            description = "How constraints that the model leaves unnamed are named; default: postgresql.")
    @Nullable
    String naming;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            completionCandidates = Words.When.class,
            scope = ScopeType.INHERIT,
            description = "Colours; default: auto, where a terminal shows the result and NO_COLOR is not set.")
    @Nullable
    String color;

    @Mixin
    TenantOptions tenants = new TenantOptions();

    @Option(
            names = "--progress",
            paramLabel = "auto|always|never",
            completionCandidates = Words.When.class,
            scope = ScopeType.INHERIT,
            description =
                    "How far long work is: auto (default) is a line that changes in place on a terminal, and plain lines now and then"
                            + " elsewhere; always is that line wherever the output goes.")
    @Nullable
    String progress;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print only errors and what was asked for, such as differences or SQL: not what was done.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print details, and the stack trace of an error.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    /** The file named on the command line; null for none. */
    public @Nullable String config() {
        return config;
    }

    /** The environment named on the command line; null for none. */
    public @Nullable String env() {
        return env;
    }

    /** Whether a stack trace was asked for; known even where the configuration is not. */
    public boolean verbose() {
        return verbose;
    }

    /** Whether a database is named here, and not only by the settings. */
    public boolean namesDatabase() {
        return env != null || url != null;
    }

    /** Whether remarks are left out; known even where the configuration is not. */
    public boolean quiet() {
        return quiet;
    }

    /** What the command line says, as the strongest layer of settings. */
    public Map<ConfigKey, Setting> settings(Path directory) {
        Map<ConfigKey, Setting> settings = new EnumMap<>(ConfigKey.class);
        put(settings, ConfigKey.URL, url, directory);
        put(settings, ConfigKey.USER, user, directory);
        put(settings, ConfigKey.CLASSPATH, classpath, directory);
        put(settings, ConfigKey.HIBERNATE_PROPERTIES, hibernateProperties, directory);
        put(settings, ConfigKey.REVISIONS, revisions, directory);
        put(settings, ConfigKey.PACKAGE, packageName, directory);
        put(settings, ConfigKey.SCRATCH, scratch, directory);
        put(settings, ConfigKey.SCHEMAS, schemas, directory);
        put(settings, ConfigKey.EXCLUDE_KINDS, excludeKinds, directory);
        put(settings, ConfigKey.ACCEPT, accept.isEmpty() ? null : String.join(",", accept), directory);
        put(settings, ConfigKey.NAMING, naming, directory);
        tenants.given().forEach((key, value) -> put(settings, key, value, directory));
        put(settings, ConfigKey.COLOR, color, directory);
        put(settings, ConfigKey.PROGRESS, progress, directory);
        put(settings, ConfigKey.ENTITIES, entities.isEmpty() ? null : String.join(",", entities), directory);
        list(settings, ConfigKey.TENANT, tenants.names(), directory);
        list(settings, ConfigKey.EXCLUDE, exclude, directory);
        list(settings, ConfigKey.INCLUDE, include, directory);
        put(settings, ConfigKey.QUIET, quiet ? "true" : null, directory);
        put(settings, ConfigKey.VERBOSE, verbose ? "true" : null, directory);
        if (!hibernate.isEmpty()) {
            settings.put(
                    ConfigKey.HIBERNATE, Setting.ofTable(HibernateWords.table(hibernate), directory, "--hibernate"));
        }
        return settings;
    }

    private static void put(Map<ConfigKey, Setting> settings, ConfigKey key, @Nullable String value, Path directory) {
        if (value != null) {
            settings.put(key, Setting.of(ConfigLoader.split(key, value), directory, "--" + key.word()));
        }
    }

    private static void list(Map<ConfigKey, Setting> settings, ConfigKey key, List<String> values, Path directory) {
        if (!values.isEmpty()) {
            settings.put(key, Setting.of(values, directory, "--" + key.word()));
        }
    }
}

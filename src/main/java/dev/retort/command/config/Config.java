package dev.retort.command.config;

import dev.retort.UsageException;
import dev.retort.codegen.RevisionStyle;
import dev.retort.runtime.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one command, each from the command line, else the environment, else the file, else its default.
 *
 * <p>A setting is resolved when it is asked for, so that a variable which an unused one names need not be set. Above 300 lines, as it has a method for each
 * setting.
 */
public final class Config {

    /** {@code //name@host} or a parameter; who gives the URL of another place for one command gives its user with it. */
    private static final Pattern USER_IN_URL = Pattern.compile("://[^/?@]+@|[?&]user=");

    private final Settings settings;
    private final @Nullable ConfigFile file;
    private final @Nullable String environment;
    private final Path directory;
    private final Map<String, String> variables;

    Config(
            Settings settings,
            @Nullable ConfigFile file,
            @Nullable String environment,
            Path directory,
            Map<String, String> variables) {
        this.settings = settings;
        this.file = file;
        this.environment = environment;
        this.directory = directory;
        this.variables = Map.copyOf(variables);
    }

    /** The file that was read; null for none. */
    public @Nullable Path file() {
        return file == null ? null : file.path();
    }

    /** The name of the chosen environment; null for none. */
    public @Nullable String environment() {
        return environment;
    }

    /** Whether anything states a setting. */
    public boolean states(ConfigKey key) {
        return settings.states(key);
    }

    /** The folder that the command was called in. */
    public Path directory() {
        return directory;
    }

    /** The environment variables. */
    public Map<String, String> variables() {
        return variables;
    }

    /** Whether the chosen environment asks before it is changed. */
    public boolean isProtected() {
        return settings.flag(ConfigKey.PROTECTED);
    }

    /** The URL of the database; null for none. */
    public @Nullable String url() {
        return settings.text(ConfigKey.URL).orElse(null);
    }

    /** Whether a variable names the database, and the chosen environment, which names another, does not. */
    public boolean urlOverridesEnvironment() {
        String chosen = environment;
        ConfigFile read = file;
        if (chosen == null || read == null) {
            return false;
        }
        boolean states = read.environments().getOrDefault(chosen, Map.of()).containsKey(ConfigKey.URL);
        return states && settings.origin(ConfigKey.URL).equals(Optional.ofNullable(ConfigKey.URL.variable()));
    }

    /** The user of the database; null where the URL or the driver knows. */
    public @Nullable String user() {
        String url = url();
        boolean inUrl =
                url != null && USER_IN_URL.matcher(url).find() && settings.isStronger(ConfigKey.URL, ConfigKey.USER);
        return inUrl ? null : settings.text(ConfigKey.USER).orElse(null);
    }

    /** The compiled entities and what they need, wildcards expanded. */
    public List<Path> classpath() {
        return ClassPathSetting.expand(settings.paths(ConfigKey.CLASSPATH));
    }

    /** The class path as it is written, parts that do not exist yet included. */
    public List<Path> writtenClasspath() {
        return settings.paths(ConfigKey.CLASSPATH);
    }

    /** The packages, classes, mappings and persistence units to read, {@code @FILE} expanded. */
    public List<String> entities() {
        return EntitiesSetting.expand(settings.sourced(ConfigKey.ENTITIES));
    }

    /** The Hibernate settings, of the properties file and of the tables. */
    public SortedMap<String, String> hibernate() {
        return HibernateSetting.merge(settings.layered(ConfigKey.HIBERNATE_PROPERTIES, ConfigKey.HIBERNATE));
    }

    /** The source root that the revision classes live under. */
    public Path revisions() {
        return settings.path(ConfigKey.REVISIONS)
                .orElseGet(() -> home().resolve("src").resolve("main").resolve("java"));
    }

    /** The package of the revision classes. */
    public String packageName() {
        return settings.text(ConfigKey.PACKAGE).map(PackageSetting::checked).orElse("migrations");
    }

    /** How the ids of new revisions are made. */
    public RevisionIdStyle revisionIds() {
        return RevisionIdStyle.valueOf(
                settings.choice(ConfigKey.REVISION_ID, "sequence", "hash").toUpperCase(Locale.ROOT));
    }

    /** Where throw-away databases are made. */
    public String scratch() {
        return settings.text(ConfigKey.SCRATCH).orElse("embedded");
    }

    /** The PostgreSQL schemas under management; null where the sides say. */
    public @Nullable Set<String> schemas() {
        return settings.set(ConfigKey.SCHEMAS);
    }

    /** Relations to leave alone. */
    public List<Pattern> exclude() {
        return settings.patterns(ConfigKey.EXCLUDE);
    }

    /** Relations to look at, where not all. */
    public List<Pattern> include() {
        return settings.patterns(ConfigKey.INCLUDE);
    }

    /** {@code postgresql} or {@code hibernate}. */
    public String naming() {
        return settings.choice(ConfigKey.NAMING, "postgresql", "hibernate");
    }

    /** Names of one's own for what the model leaves unnamed, by kind. */
    public SortedMap<String, String> namingTemplates() {
        return HibernateSetting.merge(settings.layered(ConfigKey.NAMING_TEMPLATES, ConfigKey.NAMING_TEMPLATES));
    }

    /** The kinds of objects that are left alone. */
    public Set<ObjectKind> excludedKinds() {
        return settings.sourced(ConfigKey.EXCLUDE_KINDS).map(ObjectKind::parse).orElse(Set.of());
    }

    /** The rules whose differences stay as they are: of Hibernate's upgrades, of twins. */
    public List<String> accepted() {
        return settings.sourced(ConfigKey.ACCEPT).map(Setting::values).orElse(List.of());
    }

    /** How revision files are written. */
    public RevisionStyle revisionStyle() {
        return RevisionFileSetting.style(
                settings.text(ConfigKey.REVISION_HEADER).orElse(""),
                settings.sourced(ConfigKey.REVISION_CLASS).orElse(null),
                settings.sourced(ConfigKey.TIMEZONE).orElse(null));
    }

    /** How revisions are run. */
    public RunSettings runSettings() {
        return new RunSetting(settings).read();
    }

    /** Whether the revisions run for many schemas or databases, and not for one database. */
    public boolean hasTenants() {
        return namesTenantSchemas() || settings.states(ConfigKey.TENANTS_FILE);
    }

    /** Whether each tenant is a PostgreSQL schema; else a database. */
    public boolean namesTenantSchemas() {
        return settings.states(ConfigKey.SCHEMA_PER_TENANT) || settings.states(ConfigKey.TENANTS_QUERY);
    }

    /** The pattern of {@code LIKE} that the names of the tenants' schemas match. */
    public Optional<String> schemaPerTenant() {
        return settings.text(ConfigKey.SCHEMA_PER_TENANT);
    }

    /** The query that gives the names of the tenants' schemas. */
    public Optional<String> tenantsQuery() {
        return settings.text(ConfigKey.TENANTS_QUERY);
    }

    /** The file that holds the URL of a tenants' database a line. */
    public Optional<Path> tenantsFile() {
        return settings.path(ConfigKey.TENANTS_FILE);
    }

    /** The tenants that are meant, by name; none for all. */
    public List<String> tenants() {
        return settings.sourced(ConfigKey.TENANT).map(Setting::values).orElse(List.of());
    }

    /**
     * Makes sure that who chooses tenants has some.
     *
     * @throws UsageException if a tenant is chosen where the settings name none
     */
    public void requireTenantsToChoose() {
        if (settings.states(ConfigKey.TENANT) && !hasTenants()) {
            throw new UsageException(
                    "--tenant chooses among tenants",
                    "and the settings name none.",
                    "Say which they are: --schema-per-tenant PATTERN, --tenants-query SQL or --tenants-file FILE; or leave"
                            + " --tenant out.");
        }
    }

    /** The schemas where names are looked for that a tenant's own has not, such as those of extensions. */
    public List<String> tenantsShared() {
        return settings.sourced(ConfigKey.TENANTS_SHARED).map(Setting::values).orElse(List.of());
    }

    /**
     * For how many tenants revisions run at a time.
     *
     * @throws dev.retort.UsageException unless it is a number from 1 to 64
     */
    public int jobs() {
        Setting setting = settings.sourced(ConfigKey.JOBS).orElse(null);
        if (setting == null) {
            return 4;
        }
        String written = setting.values().get(0).strip();
        int jobs = written.matches("\\d{1,4}") ? Integer.parseInt(written) : 0;
        if (jobs < 1 || jobs > 64) {
            throw new UsageException(
                    "The value \"" + written + "\" of " + setting.origin() + " is no number of jobs",
                    "it is a number from 1 to 64; each takes up to three connections.",
                    "Correct it: --jobs 4");
        }
        return jobs;
    }

    /** {@code auto}, {@code always} or {@code never}. */
    public String color() {
        return settings.choice(ConfigKey.COLOR, "auto", "always", "never");
    }

    /** {@code auto}, {@code always} or {@code never}. */
    public String progress() {
        return settings.choice(ConfigKey.PROGRESS, "auto", "always", "never");
    }

    /**
     * Makes sure that what says how results are shown can be read, as a command that passed over it would show them otherwise.
     *
     * @throws UsageException if one of these settings is none of its words
     */
    public void requireOutput() {
        color();
        progress();
        quiet();
        verbose();
    }

    /** Whether only errors and results are printed. */
    public boolean quiet() {
        return settings.flag(ConfigKey.QUIET);
    }

    /** Whether more is printed, stack traces too. */
    public boolean verbose() {
        return settings.flag(ConfigKey.VERBOSE);
    }

    /** The settings as another environment of the file has them. */
    public Config in(String otherEnvironment, ConfigLoader loader) {
        return loader.inEnvironment(this, otherEnvironment);
    }

    @Nullable
    ConfigFile configFile() {
        return file;
    }

    Settings settings() {
        return settings;
    }

    /** The project's folder: the configuration file's, else the one that the command was called in. */
    public Path home() {
        Path path = file();
        Path folder = path == null ? null : path.toAbsolutePath().getParent();
        return folder == null ? directory : folder;
    }
}

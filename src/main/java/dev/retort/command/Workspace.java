package dev.retort.command;

import dev.retort.UsageException;
import dev.retort.command.config.Config;
import dev.retort.command.config.ConfigLoader;
import dev.retort.database.Database;
import dev.retort.database.Databases;
import dev.retort.database.JdbcDatabase;
import dev.retort.database.KeptConnections;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.SourceRevisionLoader;
import dev.retort.runtime.StopSignal;
import dev.retort.runtime.Surroundings;
import dev.retort.scratch.Scratch;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the commands of one run share: settings, revisions, the database, and one scratch server at most. Nothing is opened before it is used. */
public final class Workspace implements AutoCloseable {

    private final Config config;
    private final ConfigLoader loader;
    private final Clock clock;
    private final StopSignal stop;
    private final ScratchSupply scratch;
    private final SortedSet<String> passedOver = new TreeSet<>();
    private @Nullable RevisionLoader revisions;
    private @Nullable KeptConnections kept;

    /** A workspace with these settings, in which nobody stops what runs. */
    public Workspace(Config config, ConfigLoader loader, Clock clock) {
        this(config, loader, clock, new StopSignal());
    }

    /**
     * A workspace with these settings.
     *
     * @param stop asks its runs to stop
     */
    public Workspace(Config config, ConfigLoader loader, Clock clock, StopSignal stop) {
        this.stop = stop;
        this.config = config;
        this.loader = loader;
        this.clock = clock;
        this.scratch = new ScratchSupply(config::scratch, config.variables());
    }

    /** The settings. */
    public Config config() {
        return config;
    }

    /** The clock that dates what is written. */
    public Clock clock() {
        return clock;
    }

    /** What the runs of this workspace take from the machine. */
    public Surroundings surroundings() {
        return Surroundings.ofMachine(stop);
    }

    /** The revisions of the project, scanned once. */
    public RevisionLoader revisions() {
        RevisionLoader known = revisions;
        if (known == null) {
            known = new SourceRevisionLoader(
                    config.revisions(),
                    config.packageName(),
                    config.writtenClasspath().stream().filter(Files::exists).toList(),
                    Scratch.cacheFolder(config.variables()).resolve("classes"),
                    ToolProvider::getSystemJavaCompiler);
            revisions = known;
        }
        return known;
    }

    /** Forgets the revisions that were scanned, after one was written. */
    public void rescan() {
        revisions = null;
    }

    /** The configured database; empty for none, and where the settings name tenants instead of one. */
    public Optional<Database> database() {
        return config.hasTenants() ? Optional.empty() : named();
    }

    /**
     * Lets the configured database's connections be used again until the end, for a command that reads it several times and does nothing else to it: to
     * connect takes longer than most of what is asked.
     */
    public void keepConnections() {
        if (kept == null) {
            kept = database().map(KeptConnections::new).orElse(null);
        }
    }

    private Optional<Database> named() {
        if (kept != null) {
            return Optional.of(kept);
        }
        return Optional.ofNullable(config.url()).map(url -> at(url, config));
    }

    /**
     * The configured database.
     *
     * @param command what needs it, such as {@code current}
     * @throws UsageException if there is none
     */
    public Database requiredDatabase(String command) {
        if (config.hasTenants()) {
            throw new UsageException(
                    "The settings name tenants, and " + command + " works on one database",
                    "schema-per-tenant, tenants-query and tenants-file are for upgrade, downgrade, current and stamp.",
                    "Leave them out. Where retort.toml has them, they belong into an [env.NAME] of their own: choose another"
                            + " environment with --env NAME.");
        }
        return tenantsDatabase(command);
    }

    /** A database by a URL of whatever spelling, with the configured user. */
    public Database databaseAt(String url) {
        return at(url, config);
    }

    /**
     * The configured database, whether it is one or holds the schemas of tenants.
     *
     * @param command what needs it
     * @throws UsageException if there is none
     */
    public Database tenantsDatabase(String command) {
        return named().orElseThrow(() -> NoSettings.missing(
                config,
                "No database is named",
                command + " works on one.",
                "Name it: --url jdbc:postgresql://HOST/DATABASE, or --env NAME where [env.NAME] of " + config.file()
                        + " has a url.",
                "--url jdbc:postgresql://HOST/DATABASE"));
    }

    /** The database of another environment of the file. */
    public Database databaseOf(String environment) {
        Config other = config.in(environment, loader);
        String url = other.url();
        if (url == null) {
            throw new UsageException(
                    "The environment " + environment + " names no database",
                    "it has no url.",
                    "Add url = \"…\" to [env." + environment + "].");
        }
        return at(url, other);
    }

    private JdbcDatabase at(String url, Config settings) {
        JdbcDatabase database = Databases.of(url, settings.user(), settings.variables());
        passedOver.addAll(database.passedOver());
        return database;
    }

    /** The parameters in the URLs of the databases so far that mean nothing here. */
    public SortedSet<String> passedOver() {
        return passedOver;
    }

    /** The scratch server. */
    public ScratchSupply scratch() {
        return scratch;
    }

    /** Closes what was kept open, and stops the scratch server, if one was started. */
    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
        scratch.close();
    }
}

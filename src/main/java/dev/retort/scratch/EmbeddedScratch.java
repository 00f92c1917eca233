package dev.retort.scratch;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.database.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** A PostgreSQL that comes with Retort and runs while this object is open. */
final class EmbeddedScratch implements ScratchServer {

    private static final System.Logger LOG = System.getLogger(EmbeddedScratch.class.getName());

    private final PostgresProcess process;
    private final RunDirectory run;
    private final ServerScratch server;
    private final Thread hook;
    private boolean open = true;

    private EmbeddedScratch(PostgresProcess process, RunDirectory run, ServerScratch server) {
        this.process = process;
        this.run = run;
        this.server = server;
        this.hook = new Thread(this::stop, "retort-embedded-postgres");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts a server.
     *
     * @param cache where programs and prepared cluster are kept
     * @param temporary where the data directory is made
     * @param ids parts of database names, and of the superuser's password where a cluster is prepared
     * @throws DatabaseException if there are no programs for the platform, or no disk, or no port
     */
    static EmbeddedScratch start(CacheDirectory cache, Path temporary, Supplier<String> ids) {
        try {
            return cache.exclusively(() -> {
                EmbeddedBinaries binaries = EmbeddedBinaries.unpack(cache.root());
                ClusterTemplate template = ClusterTemplate.prepare(cache.root(), binaries, ids.get() + ids.get());
                RunDirectory.sweep(temporary);
                return start(binaries, template, RunDirectory.create(temporary), ids);
            });
        } catch (IOException | UncheckedIOException | SecurityException e) {
            throw new DatabaseException(
                            "the embedded PostgreSQL could not be started",
                            String.valueOf(e.getMessage()),
                            "Name a server where databases may be created (--scratch URL), or use --scratch container. "
                                    + "The programs are unpacked in " + cache.root()
                                    + " (RETORT_CACHE names another place).")
                    .causedBy(e);
        }
    }

    private static EmbeddedScratch start(
            EmbeddedBinaries binaries, ClusterTemplate template, RunDirectory run, Supplier<String> ids)
            throws IOException {
        try {
            FileTrees.copy(template.data(), run.data());
            PostgresProcess process = PostgresProcess.start(binaries, run);
            try {
                String url = "jdbc:postgresql://127.0.0.1:" + process.port() + "/postgres";
                return new EmbeddedScratch(
                        process,
                        run,
                        new ServerScratch(
                                Databases.of(url, ClusterTemplate.USER, Map.of("PGPASSWORD", template.password())),
                                ids));
            } catch (RuntimeException e) {
                process.stop();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            run.delete();
            throw e;
        }
    }

    @Override
    public Database create() {
        return server.create();
    }

    @Override
    public Database copy(Database original) {
        return server.copy(original);
    }

    @Override
    public void drop(Database database) {
        server.drop(database);
    }

    @Override
    public int majorVersion() {
        return server.majorVersion();
    }

    @Override
    public String display() {
        return "embedded PostgreSQL " + server.version();
    }

    @Override
    public void close() {
        if (stop()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.log(System.Logger.Level.TRACE, "closed by another hook while the JVM ends");
            }
        }
    }

    private synchronized boolean stop() {
        boolean first = open;
        if (first) {
            open = false;
            try {
                process.stop();
                run.delete();
            } catch (IOException e) {
                // The next start sweeps what is left.
                LOG.log(System.Logger.Level.WARNING, "the embedded PostgreSQL left files behind", e);
            }
        }
        return first;
    }
}

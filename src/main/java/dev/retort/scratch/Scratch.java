package dev.retort.scratch;

import dev.retort.UsageException;
import dev.retort.database.Databases;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** Opens a throw-away PostgreSQL. */
public final class Scratch {

    private Scratch() {}

    /**
     * Opens the server that {@code --scratch} names.
     *
     * @param where {@code embedded}, {@code container}, {@code container:IMAGE}, or the URL of a server where databases may be created
     * @param ids parts of database names that nobody else has, letters and digits
     * @param env the environment, for what a URL leaves open
     * @throws dev.retort.DatabaseException if it cannot be started or reached
     * @throws dev.retort.UsageException if {@code where} is none of these
     */
    public static ScratchServer open(String where, Supplier<String> ids, Map<String, String> env) {
        if (where.equals("embedded")) {
            return EmbeddedScratch.start(cache(env), Path.of(System.getProperty("java.io.tmpdir", "/tmp")), ids);
        }
        if (where.equals("container") || where.startsWith("container:")) {
            return ContainerScratch.start(where.equals("container") ? "" : where.substring("container:".length()), ids);
        }
        if (where.indexOf(':') < 0) {
            throw new UsageException(
                    "--scratch " + where + " names no server",
                    "it is none of embedded, container, container:IMAGE and a database URL",
                    "Leave it out, or write --scratch embedded");
        }
        return new ServerScratch(Databases.of(where, null, env), ids);
    }

    /** The user's folder for what can be made again: {@code RETORT_CACHE}, else where the platform wants caches. */
    public static Path cacheFolder(Map<String, String> env) {
        return cache(env).root();
    }

    private static CacheDirectory cache(Map<String, String> env) {
        return CacheDirectory.of(env, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }
}

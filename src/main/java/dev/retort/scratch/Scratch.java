package dev.retort.scratch;

import dev.retort.database.Databases;
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
        return new ServerScratch(Databases.of(where, null, env), ids);
    }
}

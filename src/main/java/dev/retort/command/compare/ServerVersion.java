package dev.retort.command.compare;

import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;

/** Asks a server for its version. */
final class ServerVersion {

    /** {@code server_version_num} is the major version times this, and the minor one. */
    private static final int MAJOR = 10_000;

    private ServerVersion() {}

    /** The major version, such as 17. */
    static int of(Database database) {
        try (SqlSession session = SqlSession.open(database)) {
            String number = session.query("SELECT current_setting('server_version_num') AS number")
                    .get(0)
                    .string("number");
            return Integer.parseInt(number) / MAJOR;
        }
    }
}

package dev.retort;

import dev.retort.database.Database;
import dev.retort.scratch.Scratch;
import dev.retort.scratch.ScratchServer;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;

/**
 * The PostgreSQL that the tests run on, opened once: the server of {@code RETORT_TEST_URL} where that is set, else a container where Docker answers,
 * else the embedded one. All that it makes is gone when the JVM ends.
 */
public final class TestServer {

    private TestServer() {}

    private static final class Opened {

        static final ScratchServer SERVER = open();

        private static ScratchServer open() {
            String url = System.getenv("RETORT_TEST_URL");
            String where = url != null && !url.isEmpty() ? url : dockerAnswers() ? "container" : "embedded";
            ScratchServer server = Scratch.open(where, TestServer::id, System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "test-server-closer"));
            return server;
        }

        private static boolean dockerAnswers() {
            return DockerClientFactory.instance().isDockerAvailable();
        }
    }

    private static String id() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** A new, empty database. */
    public static Database fresh() {
        return Opened.SERVER.create();
    }

    /** A copy of a database that was made here and has no open connection. */
    public static Database copy(Database original) {
        return Opened.SERVER.copy(original);
    }

    /** Drops a database before the JVM ends, for tests that make hundreds. */
    public static void drop(Database database) {
        Opened.SERVER.drop(database);
    }

    /** The server's major version. */
    public static int majorVersion() {
        return Opened.SERVER.majorVersion();
    }
}

package dev.retort.scratch;

import dev.retort.DatabaseException;
import dev.retort.UsageException;
import dev.retort.database.Database;
import dev.retort.database.Databases;
import java.util.Map;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL in a container that runs while this object is open. */
final class ContainerScratch implements ScratchServer {

    private static final String DEFAULT_IMAGE = "postgres:18-alpine";

    private final PostgreSQLContainer<?> container;
    private final ServerScratch server;

    private ContainerScratch(PostgreSQLContainer<?> container, ServerScratch server) {
        this.container = container;
        this.server = server;
    }

    /**
     * Starts a container.
     *
     * @param image the image; empty for PostgreSQL's own
     */
    static ContainerScratch start(String image, Supplier<String> ids) {
        DockerImageName name = name(image);
        if (!available()) {
            throw failure("Docker does not answer", "Start Docker");
        }
        PostgreSQLContainer<?> container = new PostgreSQLContainer<>(name)
                .withUsername("postgres")
                .withPassword(ids.get())
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_locks_per_transaction=1024");
        try {
            container.start();
            String url = "jdbc:postgresql://" + container.getHost() + ":"
                    + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/postgres";
            return new ContainerScratch(
                    container,
                    new ServerScratch(
                            Databases.of(url, "postgres", Map.of("PGPASSWORD", container.getPassword())), ids));
        } catch (RuntimeException e) {
            container.stop();
            throw failure(reason(e), "Check that the image can be pulled (docker pull)")
                    .causedBy(e);
        }
    }

    /** Asking runs a small container of its own where this process is inside one, which can fail in any of the ways that containers fail. */
    private static boolean available() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            throw failure(
                            "Docker answers, but Testcontainers cannot find the way to its containers: " + reason(e),
                            "Say where they are reached (TESTCONTAINERS_HOST_OVERRIDE=localhost)")
                    .causedBy(e);
        }
    }

    /** The outermost message of Testcontainers often says only that something failed. */
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest == failure || deepest.getMessage() == null
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": " + deepest.getMessage();
    }

    private static DockerImageName name(String image) {
        try {
            DockerImageName name = DockerImageName.parse(image.isEmpty() ? DEFAULT_IMAGE : image);
            name.assertValid();
            return name.asCompatibleSubstituteFor("postgres");
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--scratch container:" + image + " names no image",
                    String.valueOf(e.getMessage()),
                    "Write it as --scratch container:postgres:18");
        }
    }

    private static DatabaseException failure(String reason, String cure) {
        return new DatabaseException(
                "the scratch container could not be started",
                reason,
                cure + ", or use --scratch embedded, or name a server where databases may be created (--scratch URL)");
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
        return "PostgreSQL " + server.version() + " in a container";
    }

    @Override
    public void close() {
        container.stop();
    }
}

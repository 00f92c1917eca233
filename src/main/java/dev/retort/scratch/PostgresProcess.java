package dev.retort.scratch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running server process of our own. */
final class PostgresProcess {

    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 10;
    private static final long POLL_MILLIS = 10;

    private final EmbeddedBinaries binaries;
    private final Process process;
    private final int port;

    private PostgresProcess(EmbeddedBinaries binaries, Process process, int port) {
        this.binaries = binaries;
        this.process = process;
        this.port = port;
    }

    /** Starts the server on a free port of the loopback address and waits until it takes connections. */
    static PostgresProcess start(EmbeddedBinaries binaries, RunDirectory run) throws IOException {
        int port = freePort();
        Process process = binaries.command("postgres", arguments(run, port))
                .redirectOutput(run.log().toFile())
                .start();
        process.getOutputStream().close();
        PostgresProcess server = new PostgresProcess(binaries, process, port);
        try {
            server.awaitReady(run);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        return server;
    }

    /** Fast and forgetful: the data is thrown away. Locks enough for thousands of tables in one transaction. */
    private static List<String> arguments(RunDirectory run, int port) {
        return List.of(
                "-D",
                run.data().toString(),
                "-p",
                Integer.toString(port),
                "-F",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "full_page_writes=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "wal_level=minimal",
                "-c",
                "max_wal_senders=0",
                "-c",
                "max_connections=100",
                "-c",
                "max_locks_per_transaction=1024",
                "-c",
                "max_wal_size=1GB",
                "-c",
                "autovacuum=off",
                "-c",
                "timezone=UTC");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(RunDirectory run) throws IOException {
        for (long waited = 0; waited < TimeUnit.SECONDS.toMillis(START_SECONDS); waited += POLL_MILLIS) {
            if (PostmasterFile.saysReady(run.data())) {
                return;
            }
            try {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the server stopped while starting: "
                            + Files.readString(run.log()).strip());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the server started", e);
            }
        }
        throw new IOException("the server was not ready after " + START_SECONDS + " seconds: "
                + Files.readString(run.log()).strip());
    }

    int port() {
        return port;
    }

    /** Stops at once, without a checkpoint. */
    void stop() throws IOException {
        if (!process.isAlive()) {
            return;
        }
        try {
            Process quit = binaries.command("pg_ctl", List.of("kill", "QUIT", Long.toString(process.pid())))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean told = quit.waitFor(STOP_SECONDS, TimeUnit.SECONDS) && quit.exitValue() == 0;
            if (!told || !process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server stopped", e);
        }
    }
}

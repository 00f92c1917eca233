package dev.retort.scratch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a running server says about itself in {@code postmaster.pid}: a line each for pid, data directory, …, the eighth its state. */
final class PostmasterFile {

    private static final int STATE_LINE = 7;

    private PostmasterFile() {}

    /** Whether the server takes connections. */
    static boolean saysReady(Path data) throws IOException {
        List<String> lines = lines(data);
        return lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
    }

    private static List<String> lines(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    /** Stops the server of a data directory whose owner is gone; a process that merely got the same number is left alone. */
    static void stopOrphan(Path data) throws IOException {
        List<String> lines = lines(data);
        if (lines.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(
                        Long.parseLong(lines.get(0).strip()))
                .filter(p -> p.info().command().map(c -> c.contains("postgres")).orElse(false));
        if (process.isPresent()) {
            ProcessHandle server = process.get();
            server.destroy();
            try {
                server.onExit().get(5, TimeUnit.SECONDS);
            } catch (TimeoutException | java.util.concurrent.ExecutionException | CompletionException e) {
                server.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while an orphaned server stopped", e);
            }
        }
    }
}

package dev.retort.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A command run by the real launcher, in a process of its own. */
record Launched(int code, String out, String err) {

    /** The launcher of the built distribution. */
    static final Path LAUNCHER =
            Path.of(System.getProperty("retort.project", ".")).toAbsolutePath().resolve("target/retort/bin/retort");

    /** Runs the launcher in a folder. */
    static Launched in(Path directory, Map<String, String> variables, String... args) {
        return program(LAUNCHER, directory, variables, args);
    }

    /** Runs the launcher in a folder, and somebody types a text. */
    static Launched typing(Path directory, Map<String, String> variables, String text, String... args) {
        return run(LAUNCHER, directory, variables, text, process -> {}, args);
    }

    /** Runs the launcher in a folder, and meanwhile something happens to its process. */
    static Launched endedAt(
            Path directory, Map<String, String> variables, Consumer<Process> meanwhile, String... args) {
        return run(LAUNCHER, directory, variables, "", meanwhile, args);
    }

    /** Runs a launcher, such as a link to it. */
    static Launched program(Path launcher, Path directory, Map<String, String> variables, String... args) {
        return run(launcher, directory, variables, "", process -> {}, args);
    }

    private static Launched run(
            Path launcher,
            Path directory,
            Map<String, String> variables,
            String typed,
            Consumer<Process> meanwhile,
            String... args) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("RETORT_") && !name.equals("RETORT_CACHE"));
            builder.environment().putAll(variables);
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(typed.getBytes(StandardCharsets.UTF_8));
            }
            meanwhile.accept(process);
            int code = process.waitFor();
            Launched launched = new Launched(
                    code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Both streams, for a message whose stream does not matter. */
    String all() {
        return out + err;
    }
}

package dev.retort.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that is timed as a whole, from its start to its end. */
record Contestant(String label, List<String> command, Map<String, String> environment) {

    private static final Path GNU_TIME = Path.of("/usr/bin/time");

    /** Wall time in seconds and peak memory in megabytes; the memory is zero where GNU time is missing. */
    record Run(double seconds, double megabytes) {}

    Run run() throws IOException, InterruptedException {
        Path memory = Files.createTempFile("bench", ".memory");
        Path output = Files.createTempFile("bench", ".output");
        List<String> all = new ArrayList<>();
        boolean measured = Files.isExecutable(GNU_TIME);
        if (measured) {
            all.addAll(List.of(GNU_TIME.toString(), "-q", "-f", "%M", "-o", memory.toString()));
        }
        all.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException(label + " ended with " + exit + ":\n" + Files.readString(output));
        }
        double megabytes =
                measured ? Double.parseDouble(Files.readString(memory).strip()) / 1024 : 0;
        Files.delete(memory);
        Files.delete(output);
        return new Run(seconds, megabytes);
    }
}

package dev.retort.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A terminal that can hand over each key as it is pressed; by {@code stty}, which every Unix has. */
interface Keyboard {

    /** Hands over keys until it is closed. */
    Session open();

    /** The columns of the terminal. */
    default int width() {
        return 80;
    }

    /** The time in which keys come one by one and are not shown. */
    interface Session {

        /** Lines as before. */
        void close();
    }

    /** The keyboard of this process; empty where lines are all there is: on Windows, on a dumb terminal. */
    static Optional<Keyboard> ofProcess(Map<String, String> variables) {
        String term = variables.getOrDefault("TERM", "");
        if (term.isEmpty() || term.equals("dumb")) {
            return Optional.empty();
        }
        return stty("-g").map(Stty::new);
    }

    /**
     * The terminal that this process was started from.
     *
     * @param settings as they were found
     */
    record Stty(String settings) implements Keyboard {

        @Override
        public Session open() {
            // A process that is ended from outside must not leave a silent terminal behind.
            Thread hook = new Thread(() -> stty(settings), "keyboard");
            Runtime.getRuntime().addShutdownHook(hook);
            stty("-icanon", "-echo", "min", "1");
            return () -> {
                stty(settings);
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException ending) {
                    System.getLogger(Keyboard.class.getName())
                            .log(System.Logger.Level.TRACE, "the hook is running already");
                }
            };
        }

        @Override
        public int width() {
            String size = stty("size").orElse("");
            return size.matches("\\d{1,4} [1-9]\\d{0,3}")
                    ? Integer.parseInt(size.substring(size.indexOf(' ') + 1))
                    : Keyboard.super.width();
        }
    }

    private static Optional<String> stty(String... args) {
        String[] command = new String[args.length + 1];
        command[0] = "stty";
        System.arraycopy(args, 0, command, 1, args.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readAllBytes(), StandardCharsets.US_ASCII).strip();
                boolean done = process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0;
                return done ? Optional.of(said) : Optional.empty();
            }
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

package dev.retort.cli;

import dev.retort.DatabaseException;
import dev.retort.RetortException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where results are printed, in UTF-8. A {@link PrintStream} swallows what goes wrong, so that a script cut off by a full disk would pass for a whole one;
 * this one remembers it.
 */
final class Output extends PrintStream {

    /** Where Linux says what standard output is. */
    private static final Path STANDARD = Path.of("/proc/self/fd/1");

    private final Target target;
    private final BooleanSupplier pipe;

    /**
     * Prints there.
     *
     * @param pipe whether that is a pipe, which fails only where nobody reads any more
     */
    Output(OutputStream stream, BooleanSupplier pipe) {
        this(new Target(stream), pipe);
    }

    private Output(Target target, BooleanSupplier pipe) {
        super(target, true, StandardCharsets.UTF_8);
        this.target = target;
        this.pipe = pipe;
    }

    /** Whether something that was printed has not arrived; a reader that has read enough, such as {@code head}, misses nothing. */
    boolean isLost() {
        flush();
        IOException failure = target.failure;
        return failure != null && !isOfPipe(failure);
    }

    /** The error that says so. */
    RetortException error() {
        IOException failure = target.failure;
        return new DatabaseException(
                "What was printed did not arrive as a whole",
                "Writing it failed: " + (failure == null ? "" : failure.getMessage())
                        + ". What the command does beside printing is done.",
                "Do not use what has arrived. Make room where it goes, and type the same again.");
    }

    /** The system says it in the language of the locale. */
    private boolean isOfPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe") || pipe.getAsBoolean();
    }

    /** Whether standard output is a pipe, as far as the system tells. */
    static boolean standardIsPipe() {
        try {
            return Files.readSymbolicLink(STANDARD).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Remembers the first failure. */
    private static final class Target extends OutputStream {

        private final OutputStream stream;
        private @Nullable IOException failure;

        Target(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                stream.write(bytes, offset, length);
            } catch (IOException e) {
                throw remember(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                stream.flush();
            } catch (IOException e) {
                throw remember(e);
            }
        }

        private IOException remember(IOException e) {
            if (failure == null) {
                failure = e;
            }
            return e;
        }
    }
}

package dev.retort.migration;

import java.util.Arrays;
import java.util.stream.Stream;

/** An operation that waits for more words fails while a later one begins, or after the last; its error is to name the line that says it all the same. */
final class LateTrace {

    private LateTrace() {}

    /**
     * Gives an error of a delivery the trace that it would have, had the operation run where it was said.
     *
     * @param here made where the operation was said
     */
    static void tell(RuntimeException error, Throwable here) {
        StackTraceElement[] trace = error.getStackTrace();
        for (int i = 0; i < trace.length; i++) {
            if (trace[i].getClassName().equals(Saying.class.getName())
                    && trace[i].getMethodName().equals("finish")) {
                error.setStackTrace(Stream.concat(Arrays.stream(trace, 0, i), Arrays.stream(here.getStackTrace()))
                        .toArray(StackTraceElement[]::new));
                return;
            }
        }
        // It was made before, by another operation: the revision's own code has caught it there.
    }
}

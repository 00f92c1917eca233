package dev.retort.migration;

import dev.retort.operation.Operation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one way from the words of a revision to its sink: an operation goes there when the next one begins. */
abstract class Saying {

    final Sink sink;
    private @Nullable Said pending;
    private @Nullable Supplier<? extends Operation> operation;

    Saying(Sink sink) {
        this.sink = sink;
    }

    /** Says an operation that more words may follow. */
    final <S extends Said> S say(S said, Supplier<? extends Operation> complete) {
        finish();
        pending = said;
        operation = complete;
        return said;
    }

    /** Says an operation that is complete. */
    final void say(Operation complete) {
        finish();
        sink.accept(complete);
    }

    /** Hands over the operation said last, if it waits for more words. */
    final void finish() {
        Said said = pending;
        Supplier<? extends Operation> complete = operation;
        pending = null;
        operation = null;
        if (said != null && complete != null) {
            Operation built = complete.get();
            said.done();
            sink.accept(built);
        }
    }
}

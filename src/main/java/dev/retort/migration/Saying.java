package dev.retort.migration;

import dev.retort.operation.Operation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one way from the words of a revision to its sink: an operation goes there when the next one begins. */
abstract class Saying {

    final Sink sink;
    private @Nullable Runnable delivery;

    Saying(Sink sink) {
        this.sink = sink;
    }

    /** Says an operation that more words may follow. */
    final <S extends Said> S say(S said, Supplier<? extends Operation> complete) {
        return sayDelivered(said, () -> {
            Operation built = complete.get();
            said.done();
            sink.accept(built);
        });
    }

    /** Says something that more words may follow and that is more than one operation. */
    final <S extends Said> S sayDelivered(S said, Runnable deliver) {
        finish();
        Throwable here = new Throwable();
        delivery = () -> {
            try {
                deliver.run();
            } catch (RuntimeException e) {
                LateTrace.tell(e, here);
                throw e;
            }
        };
        return said;
    }

    /** Says an operation that is complete. */
    final void say(Operation complete) {
        finish();
        sink.accept(complete);
    }

    /** Hands over the operation said last, if it waits for more words. */
    final void finish() {
        Runnable deliver = delivery;
        delivery = null;
        if (deliver != null) {
            deliver.run();
        }
    }
}

package dev.retort.migration;

import dev.retort.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the operations of a revision without a database; a call that asks one fails, see {@link NeedsDatabaseException}. */
public final class RecordingOperations implements Sink {

    private final List<RecordedOperation> recorded = new ArrayList<>();
    private boolean outside;

    /**
     * One operation of a revision.
     *
     * @param outsideTransaction whether the revision says it in {@code op.outsideTransaction}
     */
    public record RecordedOperation(Operation operation, boolean outsideTransaction) {}

    /** The operations of one way of a revision. */
    public static List<Operation> of(Migration migration, Direction direction) {
        RecordingOperations recording = new RecordingOperations();
        direction.run(migration, recording);
        return recording.operations();
    }

    /** What was recorded so far, even where the revision failed later. */
    public List<Operation> operations() {
        return recorded.stream().map(RecordedOperation::operation).toList();
    }

    /** What was recorded so far, with where it runs. */
    public List<RecordedOperation> recorded() {
        return Collections.unmodifiableList(recorded);
    }

    @Override
    public void accept(Operation operation) {
        recorded.add(new RecordedOperation(operation, outside));
    }

    @Override
    public List<Row> query(BoundSql sql) {
        throw new NeedsDatabaseException("op.query(…)");
    }

    @Override
    public void run(String label, DatabaseWork work) {
        throw new NeedsDatabaseException("op.run(\"" + label + "\", …)");
    }

    @Override
    public void outsideTransaction(Runnable body) {
        boolean before = outside;
        outside = true;
        try {
            body.run();
        } finally {
            outside = before;
        }
    }
}

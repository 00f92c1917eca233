package dev.retort.migration;

import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import java.util.List;

/**
 * Where the calls of a revision go: a database that runs each at once, a list that collects them, a printer. Revisions do not see it; see
 * {@link Direction#run}.
 */
public interface Sink {

    /** Takes one operation, complete. */
    void accept(Operation operation);

    /** Runs SQL with parameters; without a database, the SQL with its parameters written in. */
    default void execute(BoundSql sql) {
        accept(new Execute(sql.literal()));
    }

    /**
     * The rows of a query, in order.
     *
     * @throws NeedsDatabaseException if there is no database to ask
     */
    List<Row> query(BoundSql sql);

    /**
     * Runs code of the revision's own on the connection.
     *
     * @param label what it does, for progress and errors
     * @throws NeedsDatabaseException if there is no database to run it on
     */
    void run(String label, DatabaseWork work);

    /** Runs the body, whose calls come to this sink, outside a transaction: each statement commits by itself. */
    void outsideTransaction(Runnable body);
}

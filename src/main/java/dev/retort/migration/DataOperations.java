package dev.retort.migration;

import dev.retort.operation.Execute;
import dev.retort.operation.Irreversible;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQL of one's own, rows, and the transaction. */
abstract class DataOperations extends ViewOperations {

    DataOperations(Sink sink) {
        super(sink);
    }

    /** Runs SQL as it is written: one statement, or several with semicolons between them. */
    public void execute(String sql) {
        say(new Execute(sql));
    }

    /**
     * Runs SQL with parameters, {@code :name} in the SQL: {@code op.execute("UPDATE t SET active = :on WHERE id = :id", Map.of("on", false, "id", 7))}.
     * A colon inside quotes, comments and {@code ::} is none.
     *
     * @param parameters a value for each name: null, text (also for JSON and enum types), numbers, booleans, dates and times, UUIDs, {@code byte[]},
     *     Java enums (their name), network addresses, arrays and collections of these, {@code Optional}; a {@code Map} is a JSON object
     * @throws dev.retort.RevisionException if a name has no value, a value no name, or PostgreSQL no place for the value's class
     */
    public void execute(String sql, Map<String, ? extends @Nullable Object> parameters) {
        finish();
        sink.execute(BoundSql.of(sql, parameters));
    }

    /**
     * The rows of a query; fails where no database is connected, as when the revision is printed.
     *
     * @throws NeedsDatabaseException if there is no database
     */
    public List<Row> query(String sql) {
        finish();
        return sink.query(BoundSql.plain(sql));
    }

    /**
     * The rows of a query with parameters, as in {@link #execute(String, Map)}.
     *
     * @throws NeedsDatabaseException if there is no database
     */
    public List<Row> query(String sql, Map<String, ? extends @Nullable Object> parameters) {
        finish();
        return sink.query(BoundSql.of(sql, parameters));
    }

    /** Inserts rows, one for each {@code .values(…)} that follows, as {@code op.insert("tier", "id", "name").values(1, "Basic").values(2, "Gold")}. */
    public InsertSpec insert(String table, String... columns) {
        InsertSpec spec = new InsertSpec(Spelling.name(table), List.of(columns));
        return say(spec, spec::operation);
    }

    /**
     * Changes the rows of a large table in batches along a key, each committed by itself, so that no lock is held for long:
     * {@code op.inBatches("orders", "id", 10_000).set("total = price * quantity").where("total IS NULL")}. A batch that fails, or
     * a run that is killed, leaves those before it done; the next run goes on from there and changes no row twice. After each batch the run tells how far it
     * is, and about how long the rest takes.
     *
     * @param key a column whose values are unique and never null and have an index, as a primary key's
     * @param rows how many rows a batch walks over
     */
    public BatchSpec inBatches(String table, String key, int rows) {
        BatchSpec spec = new BatchSpec(Spelling.name(table), key, rows);
        return sayDelivered(spec, () -> {
            Execute statement = spec.operation();
            spec.done();
            sink.outsideTransaction(() -> {
                sink.accept(statement);
                sink.accept(BatchBlock.forget());
            });
        });
    }

    /**
     * Runs code of one's own on the connection.
     *
     * @param label what it does, for progress and errors
     * @throws NeedsDatabaseException if there is no database
     */
    public void run(String label, DatabaseWork work) {
        finish();
        sink.run(label, work);
    }

    /** Runs what the body says outside a transaction, each statement committing by itself: for what PostgreSQL refuses inside one. */
    public void outsideTransaction(Runnable body) {
        finish();
        sink.outsideTransaction(() -> {
            body.run();
            finish();
        });
    }

    /** Says that what stands here cannot be undone; the runner refuses it before it touches anything. */
    public void irreversible(String reason) {
        say(new Irreversible(reason));
    }
}

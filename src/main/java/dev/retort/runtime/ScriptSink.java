package dev.retort.runtime;

import dev.retort.migration.BoundSql;
import dev.retort.migration.DatabaseWork;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.Row;
import dev.retort.migration.Sink;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes the operations of one revision as a script with the transactions that they would run in. */
final class ScriptSink implements Sink {

    private final StringBuilder script;
    private final RunSettings settings;
    private final boolean whole;
    private boolean open;
    private boolean commitPending;
    private boolean outside;

    ScriptSink(StringBuilder script, boolean transactional, RunSettings settings) {
        this.script = script;
        this.outside = !transactional;
        this.settings = settings;
        this.whole = settings.transaction() == TransactionSpan.ALL;
    }

    /** Writes what moves the version, and ends the last transaction. */
    void finish(List<String> move) {
        begin();
        move.forEach(this::line);
        commit();
    }

    @Override
    public void accept(Operation operation) {
        for (Statement statement : SqlRenderer.render(operation)) {
            if (outside || !statement.transactional()) {
                commit();
                List<String> parts =
                        operation instanceof Execute ? SqlSplitter.split(statement.sql()) : List.of(statement.sql());
                parts.forEach(this::line);
                continue;
            }
            if (commitPending && !statement.commitAfter()) {
                commit();
            }
            begin();
            line(statement.sql());
            commitPending |= statement.commitAfter() && !whole;
        }
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
        commit();
        outside = true;
        try {
            body.run();
        } finally {
            outside = before;
        }
    }

    private void begin() {
        if (!open && !whole) {
            beginning(settings).forEach(this::line);
        }
        open = true;
    }

    /** The statements that begin a transaction with its time limits. */
    static List<String> beginning(RunSettings settings) {
        List<String> statements = new ArrayList<>(List.of("BEGIN"));
        if (!settings.lockTimeout().isZero()) {
            statements.add("SET LOCAL lock_timeout = '" + settings.lockTimeout().toMillis() + "ms'");
        }
        Duration stated = settings.statementTimeout();
        if (stated != null && !stated.isZero()) {
            statements.add("SET LOCAL statement_timeout = '" + stated.toMillis() + "ms'");
        }
        return statements;
    }

    private void commit() {
        if (open && !whole) {
            line("COMMIT");
        }
        open = false;
        commitPending = false;
    }

    private void line(String sql) {
        script.append(sql).append(";\n");
    }
}

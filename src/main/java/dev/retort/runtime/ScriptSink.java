package dev.retort.runtime;

import dev.retort.RefusedException;
import dev.retort.migration.BoundSql;
import dev.retort.migration.DatabaseWork;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.migration.Row;
import dev.retort.migration.Sink;
import dev.retort.operation.Execute;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears the operations of one revision in the steps that {@link RevisionAttempt} would run them in, for a script. */
final class ScriptSink implements Sink {

    private final PlannedRevision revision;
    private final boolean whole;
    private final List<ScriptStep> steps = new ArrayList<>();
    private @Nullable ScriptStep open;
    private boolean commitPending;
    private boolean outside;

    /**
     * A sink for one revision.
     *
     * @param whole whether all revisions share one transaction, in which nothing has to be committed first
     */
    ScriptSink(PlannedRevision revision, boolean whole) {
        this.revision = revision;
        this.whole = whole;
        this.outside = !revision.revision().transactional();
    }

    /** The steps; the last is a transaction, which may be empty and in which the version moves. */
    List<ScriptStep> finish() {
        transaction();
        return steps;
    }

    @Override
    public void accept(Operation operation) {
        if (operation instanceof Irreversible irreversible) {
            throw new RefusedException(
                    "Revision " + revision.revision().display() + " cannot be "
                            + (revision.upgrades() ? "upgraded" : "downgraded"),
                    irreversible.reason(),
                    "Print a range that leaves it out: --sql START:END");
        }
        for (Statement statement : SqlRenderer.render(operation)) {
            if (outside || !statement.transactional()) {
                List<String> parts =
                        operation instanceof Execute ? SqlSplitter.split(statement.sql()) : List.of(statement.sql());
                parts.forEach(sql -> alone(sql));
                continue;
            }
            if (commitPending && !statement.commitAfter()) {
                commit();
            }
            transaction().add(text(statement.sql()), statement.sql());
            commitPending |= statement.commitAfter() && !whole;
        }
    }

    @Override
    public void execute(BoundSql sql) {
        if (outside) {
            alone(sql.literal());
            return;
        }
        if (commitPending) {
            commit();
        }
        transaction().add(text(sql.literal()), sql.sql());
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

    private void alone(String sql) {
        commit();
        ScriptStep step = new ScriptStep(false);
        step.add(text(sql), sql);
        steps.add(step);
    }

    private ScriptStep transaction() {
        ScriptStep known = open;
        if (known != null) {
            return known;
        }
        ScriptStep step = new ScriptStep(true);
        steps.add(step);
        open = step;
        return step;
    }

    private void commit() {
        open = null;
        commitPending = false;
    }

    private String text(String sql) {
        return PsqlText.of(sql, "Revision " + revision.revision().display());
    }
}

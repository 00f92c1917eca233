package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.migration.BatchBlock;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.revision.Applied;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.StepTable.StepRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL script of a plan, for {@code psql -v ON_ERROR_STOP=1} to run: the session, the lock, the transactions, the statements and the version rows
 * that a run would have. Where it fails half-way, {@code retort upgrade} goes on.
 */
public final class ScriptWriter {

    private static final String NAMESPACE = "search_path";

    private final RevisionLoader loader;
    private final RunSettings settings;
    private final VersionTable versions;
    private final StepTable steps;
    private final HistoryTable history;
    private final ScriptGuard guard;
    private final boolean whole;
    private final Duration limit;
    private final StringBuilder script = new StringBuilder();

    /** Whether a statement may have changed where unqualified names are looked for. */
    private boolean astray;

    /** A writer of one script for a project's revisions. */
    public ScriptWriter(RevisionLoader loader, RunSettings settings) {
        this.loader = loader;
        this.settings = settings;
        this.versions = new VersionTable(settings.versionNamespace());
        this.steps = new StepTable(settings.versionNamespace());
        this.history = new HistoryTable(settings.versionNamespace());
        this.guard = new ScriptGuard(settings);
        this.whole = settings.transaction() == TransactionSpan.ALL;
        Duration stated = settings.statementTimeout();
        this.limit = stated == null ? Duration.ZERO : stated;
    }

    /**
     * The script; empty for an empty plan.
     *
     * @param rows the rows of the version table that the plan begins with
     * @throws RevisionException if a revision does not compile, asks the database, or holds what psql would misread
     * @throws dev.retort.RefusedException if a revision cannot be undone
     */
    public String write(Plan plan, Collection<String> rows) {
        if (plan.isEmpty()) {
            return "";
        }
        loader.prepare(plan.revisions());
        new Irreversibles(loader).refuse(plan);
        if (whole) {
            new WholeRun(loader).refuse(plan, List.of(), WholeRun.NOT_WHOLE);
        }
        Applied applied = loader.graph().applied(rows);
        comment("Run it with: psql -v ON_ERROR_STOP=1 -f FILE");
        guard.session().forEach(this::line);
        line(guard.begin(applied.rows()));
        if (whole) {
            begin();
        }
        boolean first = true;
        for (PlannedRevision revision : plan.steps()) {
            script.append('\n');
            comment((revision.upgrades() ? "upgrade " : "downgrade ")
                    + revision.revision().display());
            write(revision, applied, first);
            first = false;
        }
        script.append('\n');
        if (whole) {
            line("COMMIT");
        }
        line(guard.end());
        return script.toString();
    }

    /**
     * The script that says of a database where it stands.
     *
     * @param from where it stands, which is relied on; null where whatever it says of itself goes
     * @param to the new rows; none for the base
     */
    public String stamp(@Nullable SortedSet<String> from, SortedSet<String> to) {
        guard.session().forEach(this::line);
        line(guard.begin(from));
        line("BEGIN");
        quietly(new Stamping(loader, settings.versionNamespace()).statements(from, to, null), false);
        line("COMMIT");
        line(guard.end());
        return script.toString();
    }

    private void write(PlannedRevision revision, Applied applied, boolean first) {
        List<ScriptStep> heard = heard(revision);
        boolean noted = heard.size() > 1;
        for (int i = 0; i < heard.size(); i++) {
            ScriptStep step = heard.get(i);
            boolean last = i == heard.size() - 1;
            StepRow row = new StepRow(
                    revision.revision().id(), revision.direction(), i + 1, step.hash(), step.transactional());
            if (step.transactional()) {
                if (!whole) {
                    begin();
                }
                step.lines().forEach(this::text);
                if (last) {
                    boolean fresh = applied.rows().isEmpty();
                    quietly(move(revision, applied, first, noted), fresh);
                } else {
                    note(row);
                }
                if (!whole) {
                    line("COMMIT");
                }
            } else {
                note(row);
                namespace();
                step.lines().forEach(this::alone);
                line(steps.end(row));
            }
        }
    }

    private List<ScriptStep> heard(PlannedRevision revision) {
        ScriptSink sink = new ScriptSink(revision, whole);
        try {
            Hearing.hear(revision.revision(), revision.direction(), loader, sink);
        } catch (NeedsDatabaseException e) {
            throw new RevisionException(
                            "Revision " + revision.revision().display() + " cannot be printed",
                            e.failure() + ": " + e.reason(),
                            "Run it against the database instead, or print a range that leaves it out: --sql START:END")
                    .causedBy(e);
        }
        return sink.finish();
    }

    private List<String> move(PlannedRevision revision, Applied applied, boolean first, boolean noted) {
        SortedSet<String> before = applied.rows();
        if (revision.upgrades()) {
            applied.add(revision.revision().id());
        } else {
            applied.remove(revision.revision().id());
        }
        List<String> move = new ArrayList<>();
        if (noted) {
            move.add(steps.removal());
        }
        move.addAll(versions.statements(before, applied.rows()));
        if (applied.rows().isEmpty()) {
            move.add(history.removal());
            move.add(new SyncTable(settings.versionNamespace()).removal());
        } else {
            if (first) {
                move.add(history.creation());
            }
            move.add(history.entry(
                    revision.revision().id(), revision.direction(), loader.checksum(revision.revision())));
        }
        return move;
    }

    /** The table of steps is not there where a script begins, and goes with the revision's last step. */
    private void note(StepRow row) {
        if (row.number() == 1) {
            line(steps.creation());
        }
        line(steps.entry(row));
    }

    /**
     * Whoever runs the script need not read that a table of ours is there already, or is not; what the revisions themselves say is not kept from him.
     *
     * @param fresh whether none of our tables can be there
     */
    private void quietly(List<String> bookkeeping, boolean fresh) {
        boolean notices = bookkeeping.stream()
                .anyMatch(sql -> sql.startsWith("DROP TABLE IF EXISTS") || (!fresh && sql.contains(" IF NOT EXISTS ")));
        if (notices) {
            line("SET client_min_messages = warning");
        }
        bookkeeping.forEach(this::line);
        if (notices) {
            line("RESET client_min_messages");
        }
    }

    private void begin() {
        line("BEGIN");
        if (!settings.lockTimeout().isZero()) {
            line("SET LOCAL lock_timeout = '" + settings.lockTimeout().toMillis() + "ms'");
        }
        if (!limit.isZero()) {
            line("SET LOCAL statement_timeout = '" + limit.toMillis() + "ms'");
        }
        namespace();
    }

    /** A block of batches is one statement to the server, so a limit would count all of them. */
    private void alone(String statement) {
        boolean limited = !limit.isZero() && !BatchBlock.is(statement);
        if (limited) {
            line("SET statement_timeout = '" + limit.toMillis() + "ms'");
        }
        text(statement);
        if (limited) {
            line("SET statement_timeout = 0");
        }
    }

    /** A run sets it for every step; here it is said again only where a statement has touched it. */
    private void namespace() {
        if (astray) {
            line("SET search_path = public");
        }
    }

    private void text(String line) {
        astray |= line.toLowerCase(Locale.ROOT).contains(NAMESPACE);
        script.append(line).append('\n');
    }

    private void line(String sql) {
        script.append(sql).append(";\n");
    }

    /** A message with a line break would go on behind the comment. */
    private void comment(String text) {
        script.append("-- ")
                .append(text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "))
                .append('\n');
    }
}

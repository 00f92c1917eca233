package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.migration.NeedsDatabaseException;
import dev.retort.revision.Applied;
import dev.retort.runtime.Plan.PlannedRevision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** Writes the SQL script of a plan, for somebody else to run: the transactions, the statements and the version rows that a run would have. */
public final class ScriptWriter {

    private final RevisionLoader loader;
    private final RunSettings settings;
    private final VersionTable versions;
    private final HistoryTable history;

    /** A writer of scripts for a project's revisions. */
    public ScriptWriter(RevisionLoader loader, RunSettings settings) {
        this.loader = loader;
        this.settings = settings;
        this.versions = new VersionTable(settings.versionNamespace());
        this.history = new HistoryTable(settings.versionNamespace());
    }

    /**
     * The script; empty for an empty plan.
     *
     * @param rows the rows of the version table that the plan begins with
     * @throws RevisionException if a revision does not compile, asks the database, or cannot be undone
     */
    public String write(Plan plan, Collection<String> rows) {
        if (plan.isEmpty()) {
            return "";
        }
        loader.prepare(plan.revisions());
        new Irreversibles(loader).refuse(plan);
        boolean whole = settings.transaction() == TransactionSpan.ALL;
        if (whole) {
            new WholeRun(loader).refuse(plan, List.of());
        }
        Applied applied = loader.graph().applied(rows);
        StringBuilder script = new StringBuilder("SET search_path = public;\n")
                .append(versions.guard(rows))
                .append(";\n");
        if (whole) {
            ScriptSink.beginning(settings).forEach(sql -> script.append(sql).append(";\n"));
        }
        boolean first = true;
        for (PlannedRevision revision : plan.steps()) {
            String way = revision.upgrades() ? "upgrade" : "downgrade";
            script.append("\n-- ")
                    .append(way)
                    .append(' ')
                    .append(comment(revision))
                    .append('\n');
            write(revision, applied, first, script);
            first = false;
        }
        if (whole) {
            script.append("\nCOMMIT;\n");
        }
        return script.toString();
    }

    private void write(PlannedRevision revision, Applied applied, boolean first, StringBuilder script) {
        ScriptSink sink = new ScriptSink(script, revision.revision().transactional(), settings);
        try {
            revision.direction().run(loader.load(revision.revision()), sink);
        } catch (NeedsDatabaseException e) {
            throw new RevisionException(
                            "Revision " + revision.revision().display() + " cannot be printed",
                            e.failure() + ": " + e.reason(),
                            "Run it against the database instead, or print a range that leaves it out: --sql START:END")
                    .causedBy(e);
        }
        SortedSet<String> before = applied.rows();
        if (revision.upgrades()) {
            applied.add(revision.revision().id());
        } else {
            applied.remove(revision.revision().id());
        }
        List<String> move = new ArrayList<>(versions.statements(before, applied.rows()));
        if (applied.rows().isEmpty()) {
            move.add(history.removal());
        } else {
            if (first) {
                move.add(history.creation());
            }
            move.add(history.entry(
                    revision.revision().id(), revision.direction(), loader.checksum(revision.revision())));
        }
        sink.finish(move);
    }

    /** A message with a line break would go on behind the comment. */
    private static String comment(PlannedRevision revision) {
        return revision.revision().display().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}

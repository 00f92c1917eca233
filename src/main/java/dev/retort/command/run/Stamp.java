package dev.retort.command.run;

import dev.retort.RefusedException;
import dev.retort.command.Workspace;
import dev.retort.database.Database;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.runtime.HistoryTable;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.Runner;
import dev.retort.runtime.Surroundings;
import dev.retort.runtime.VersionTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says of the configured database where it stands, and runs nothing. */
public final class Stamp {

    private final Workspace workspace;
    private final Database database;

    /**
     * Where the database stood, and where it stands now.
     *
     * @param before the rows of the version table before
     * @param after the rows after
     */
    public record Result(SortedSet<String> before, SortedSet<String> after) {}

    /**
     * Stamps the database of a workspace.
     *
     * @throws dev.retort.UsageException if none is configured
     */
    public Stamp(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.requiredDatabase("stamp");
    }

    /** The address of the database, without a password. */
    public String display() {
        return database.display();
    }

    /**
     * Makes sure that somebody has agreed, where the environment asks for it.
     *
     * @throws RefusedException if the environment is protected and nobody has
     */
    public void requireConsent(boolean agreed) {
        if (workspace.config().isProtected() && !agreed) {
            throw new RefusedException(
                    "The environment " + workspace.config().environment() + " is protected",
                    "nobody confirmed that " + database.display() + " may be stamped; nothing was changed.",
                    "Add --yes when it is certain that the schema is the revision's.");
        }
    }

    /**
     * Stamps: rows of the target's own branch are replaced, those of other branches stay.
     *
     * @param purge whether all rows go first, known or not
     * @throws dev.retort.RevisionException if there is no such revision, or the table names one that no file has and {@code purge} is not given
     */
    public Result run(Target target, boolean purge) {
        RevisionGraph graph = workspace.revisions().graph();
        SortedSet<String> before = Runs.rows(database);
        NavigableSet<String> after = ids(graph.resolve(target, purge ? List.of() : before));
        if (!purge && !after.isEmpty()) {
            Set<String> related = new HashSet<>(graph.ancestors(after));
            related.addAll(graph.descendants(after));
            before.stream().filter(row -> !related.contains(row)).forEach(after::add);
        }
        new Runner(database, workspace.revisions(), RunSettings.DEFAULT, RunListener.SILENT, Surroundings.ofMachine())
                .stamp(after);
        return new Result(before, after);
    }

    /** The statements that stamp a database whatever it says of itself. */
    public static String script(Workspace workspace, Target target) {
        SortedSet<String> rows = ids(workspace.revisions().graph().resolve(target, List.of()));
        List<String> statements = new ArrayList<>(List.of("BEGIN"));
        statements.addAll(new VersionTable(RunSettings.DEFAULT.versionNamespace()).replacement(rows));
        statements.addAll(new HistoryTable(RunSettings.DEFAULT.versionNamespace())
                .stamps(Runner.checksums(workspace.revisions(), rows)));
        statements.add("COMMIT");
        return statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }

    private static NavigableSet<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(Collectors.toCollection(TreeSet::new));
    }
}

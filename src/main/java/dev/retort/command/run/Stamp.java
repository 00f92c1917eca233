package dev.retort.command.run;

import dev.retort.RefusedException;
import dev.retort.RevisionException;
import dev.retort.command.Workspace;
import dev.retort.database.Database;
import dev.retort.revision.Applied;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.Runner;
import dev.retort.runtime.ScriptWriter;
import dev.retort.runtime.Surroundings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of the configured database where it stands, and runs nothing. */
public final class Stamp {

    /**
     * What a stamp would do.
     *
     * @param before where the database stands
     * @param after where it will be said to stand
     */
    public record Foreseen(SortedSet<String> before, SortedSet<String> after) {}

    private final Workspace workspace;
    private final Database database;

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
     * @param typed the targets and options, as typed
     * @throws RefusedException if the environment is protected and nobody has
     */
    public void requireConsent(boolean agreed, String typed) {
        if (workspace.config().isProtected() && !agreed) {
            throw new RefusedException(
                    "The environment " + workspace.config().environment() + " is protected",
                    "nobody confirmed that " + database.display() + " may be stamped; nothing was changed.",
                    "When it is certain that the schema is the revision's, type the environment's name when asked, or: retort stamp "
                            + typed + " --yes");
        }
    }

    /** What a stamp would do, as far as it can be known before. */
    public Foreseen foresee(List<Target> targets, boolean purge) {
        SortedSet<String> before = Runs.rows(database);
        return new Foreseen(before, rows(workspace.revisions().graph(), purge ? List.of() : before, targets));
    }

    /**
     * Stamps: rows of the targets' own branches are replaced, those of other branches stay.
     *
     * @param purge whether all rows go first, known or not
     * @param listener hears of another run that is waited for
     * @throws dev.retort.RevisionException if there is no such revision, or the table names one that no file has and {@code purge} is not given
     */
    public Runner.Stamped run(List<Target> targets, boolean purge, RunListener listener) {
        RevisionGraph graph = workspace.revisions().graph();
        // What is wrong with the targets is told without waiting for anybody.
        rows(graph, purge ? List.of() : Runs.rows(database), targets);
        return new Runner(
                        database,
                        workspace.revisions(),
                        workspace.config().runSettings(),
                        listener,
                        Surroundings.ofMachine())
                .stamp(before -> rows(graph, purge ? List.of() : before, targets));
    }

    /**
     * The script that stamps a database.
     *
     * @param from where it stands, as {@link ScriptStart} reads it, which is relied on; null where whatever it says of itself goes
     */
    public static String script(Workspace workspace, @Nullable String from, List<Target> targets) {
        RevisionGraph graph = workspace.revisions().graph();
        ScriptWriter writer = new ScriptWriter(workspace.revisions(), RunSettings.DEFAULT);
        if (from == null) {
            return writer.stamp(null, rows(graph, List.of(), targets));
        }
        SortedSet<String> before = ScriptStart.rows(graph, from);
        return writer.stamp(before, rows(graph, before, targets));
    }

    /**
     * The rows of a version table after a stamp.
     *
     * @param before the rows before it
     * @throws RevisionException if there is no such revision, or one target is below another
     */
    public static NavigableSet<String> rows(RevisionGraph graph, Collection<String> before, List<Target> targets) {
        Applied applied = graph.applied(before);
        List<String> wanted = new ArrayList<>();
        List<NavigableSet<String>> named = new ArrayList<>();
        for (Target target : targets) {
            if (target.isBase()) {
                graph.downgradePath(before, target).stream()
                        .filter(revision -> applied.contains(revision.id()))
                        .forEach(revision -> applied.remove(revision.id()));
            } else {
                named.add(ids(graph.resolve(target, before)));
                wanted.addAll(named.get(named.size() - 1));
            }
        }
        refuseBelow(graph, named);
        NavigableSet<String> rows = new TreeSet<>(graph.applied(wanted).rows());
        Set<String> related = new HashSet<>(graph.ancestors(rows));
        related.addAll(graph.descendants(rows));
        applied.rows().stream().filter(row -> !related.contains(row)).forEach(rows::add);
        return rows;
    }

    /** A revision beside one that stands on it says nothing: whoever writes both means something else than would be stored. */
    private static void refuseBelow(RevisionGraph graph, List<NavigableSet<String>> named) {
        for (Set<String> upper : named) {
            Set<String> below = new HashSet<>(graph.ancestors(upper));
            below.removeAll(upper);
            for (Set<String> other : named) {
                String lower =
                        other.stream().filter(below::contains).findFirst().orElse(null);
                if (lower != null && other != upper) {
                    String rest = named.stream()
                            .flatMap(Set::stream)
                            .distinct()
                            .filter(id -> !below.contains(id))
                            .collect(Collectors.joining(" "));
                    throw new RevisionException(
                            "Revision " + lower + " is below " + String.join(", ", upper),
                            "A database that stands there has " + lower
                                    + " too: both cannot be the latest of one database. Nothing was changed.",
                            "Name the latest of each branch alone: retort stamp " + rest);
                }
            }
        }
    }

    private static NavigableSet<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(Collectors.toCollection(TreeSet::new));
    }
}

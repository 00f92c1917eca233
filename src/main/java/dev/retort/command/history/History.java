package dev.retort.command.history;

import dev.retort.command.Workspace;
import dev.retort.command.run.Runs;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.revision.TargetRange;
import dev.retort.runtime.HalfDone;
import dev.retort.runtime.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The revisions that exist, without a database unless one is asked about. */
public final class History {

    private final Workspace workspace;
    private @Nullable Standing standing;

    /** The revisions of a workspace. */
    public History(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The revisions of a range, the newest first.
     *
     * @param range both ends included
     * @param indicateCurrent whether to ask the database where it stands
     */
    public List<Entry> range(TargetRange range, boolean indicateCurrent) {
        RevisionGraph graph = workspace.revisions().graph();
        boolean asked =
                indicateCurrent || range.from().fromCurrent() || range.to().fromCurrent();
        Collection<String> rows = asked ? standing().rows() : List.of();
        List<RevisionInfo> revisions = new ArrayList<>(graph.between(range, rows));
        Collections.reverse(revisions);
        return new Entries(
                        graph, indicateCurrent ? rows : null, asked ? standing().halfDone() : List.of())
                .of(revisions);
    }

    /** What an earlier run left half done in the database; nothing where it was not asked. */
    public List<HalfDone> halfDone() {
        return standing == null ? List.of() : standing.halfDone();
    }

    /** The revisions that no other revises. */
    public List<Entry> heads() {
        RevisionGraph graph = workspace.revisions().graph();
        return new Entries(graph, null).of(graph.heads());
    }

    /** The revisions that several others follow. */
    public List<Entry> branchPoints() {
        RevisionGraph graph = workspace.revisions().graph();
        return new Entries(graph, null).of(graph.branchPoints());
    }

    /** The revisions that follow one. */
    public List<Entry> children(Entry entry) {
        RevisionGraph graph = workspace.revisions().graph();
        return new Entries(graph, null).of(graph.children(entry.revision().id()));
    }

    /** The revisions that a target names: one, or all heads; none for the base. */
    public List<Entry> show(Target target) {
        RevisionGraph graph = workspace.revisions().graph();
        Collection<String> rows = target.fromCurrent() ? standing().rows() : List.of();
        return new Entries(graph, target.fromCurrent() ? rows : null, halfDone()).of(graph.resolve(target, rows));
    }

    private Standing standing() {
        Standing known = standing;
        if (known == null) {
            known = Runs.standing(workspace.requiredDatabase("what counts from the current revision"));
            standing = known;
        }
        return known;
    }
}

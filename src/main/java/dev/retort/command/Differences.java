package dev.retort.command;

import dev.retort.codegen.RevisionSource;
import dev.retort.command.compare.Comparer;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.State;
import dev.retort.command.revise.NewRevision;
import dev.retort.command.revise.RevisionRequest;
import dev.retort.diff.Answers;
import java.util.List;

/** The operations between any two states. */
public final class Differences {

    private final Workspace workspace;

    /** Compares with the settings of a workspace. */
    public Differences(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Compares two states.
     *
     * @param strict whether objects of a database that no revision made count, where it is compared with what the revisions make
     */
    public Comparison between(State from, State to, Answers answers, boolean strict) {
        return new Comparer(workspace).compare(from, to, answers, strict);
    }

    /** The revision that a comparison would become. */
    public RevisionSource java(Comparison comparison) {
        return new NewRevision(workspace)
                .draft(
                        new RevisionRequest(
                                "from " + comparison.from() + " to " + comparison.to(),
                                null,
                                "heads",
                                true,
                                List.of(),
                                List.of()),
                        comparison,
                        comparison.reviewed())
                .source();
    }
}

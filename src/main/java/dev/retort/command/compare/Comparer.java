package dev.retort.command.compare;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.command.Later;
import dev.retort.command.ModelSource;
import dev.retort.command.Workspace;
import dev.retort.command.run.Replay.Replayed;
import dev.retort.command.standin.StandIns;
import dev.retort.diff.Answering;
import dev.retort.diff.Answers;
import dev.retort.diff.Difference;
import dev.retort.diff.DowngradeWarnings;
import dev.retort.diff.Interview;
import dev.retort.diff.Questioner;
import dev.retort.diff.Renames;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;

/** Compares two states. */
public final class Comparer {

    private final Workspace workspace;
    private final StateOpener opener;
    private final Interview interview;

    /** Compares with the settings of a workspace, and asks nobody. */
    public Comparer(Workspace workspace) {
        this(workspace, Questioner.NOBODY);
    }

    /** Compares with the settings of a workspace, and asks what the way to the model leaves open. */
    public Comparer(Workspace workspace, Questioner questioner) {
        this.workspace = workspace;
        this.interview = new Interview(questioner);
        this.opener = new StateOpener(workspace);
    }

    /**
     * What leads from one state to another.
     *
     * @param answers what somebody said of the way from the first state to the second
     */
    public Comparison compare(State from, State to, Answers answers) {
        boolean fromModel = from instanceof State.OfModel;
        boolean toModel = to instanceof State.OfModel;
        if (fromModel && toModel) {
            return new Comparison(
                    from.word(), to.word(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
        }
        if (StateOpener.isMade(from) || StateOpener.isMade(to)) {
            workspace.scratch().start();
        }
        if (toModel) {
            return withModel(from, answers, true);
        }
        return fromModel ? withModel(to, Answers.of(answers.renames().inverse()), false) : databases(from, to, answers);
    }

    /** The entities, as they are for a server of that major version. */
    public ModelSide model(int version) {
        return new ModelSide(workspace.config(), ModelSource.read(workspace.config(), version));
    }

    private Comparison withModel(State other, Answers answers, boolean toModel) {
        Later<Replayed> opening = Later.of("open", () -> opener.open(other));
        Later<MadeNames> recording = Later.of("record", () -> {
            // One after the other: a loader serves one thread at a time.
            opening.await();
            return Recording.names(workspace.revisions());
        });
        int version = StateOpener.isMade(other)
                ? workspace.scratch().get().majorVersion()
                : ServerVersion.of(opening.get().database());
        ModelSide.Said said = new ModelSide.Said(
                answers, toModel && !StateOpener.isMade(other), toModel ? interview : new Interview(Questioner.NOBODY));
        ModelSide model = model(version);
        Replayed opened = opening.get();
        return model.compare(other.word(), opened.database(), recording.get(), said, toModel)
                .withStandIns(opened.standIns());
    }

    private Comparison databases(State from, State to, Answers answers) {
        Scope scope = new Scope(
                workspace.config().schemas(),
                workspace.config().include(),
                workspace.config().exclude(),
                Set.of());
        Later<Read> reading = Later.of("read", () -> read(to, scope));
        Read first = read(from, scope);
        Read second = reading.get();
        StandIns standIns = first.opened().standIns().and(second.opened().standIns());
        ExcludedKinds excluded = new ExcludedKinds(workspace.config().excludedKinds());
        Schema left = excluded.strip(standIns.takenFrom(first.schema()));
        Schema right = excluded.strip(standIns.takenFrom(second.schema()));
        Renames renames = answers.renames().expand(left, right);
        Answering.Answered answered = Answering.compare(left, right, renames, answers, difference -> difference);
        Difference there = StateOpener.isMade(from)
                ? answered.up()
                : RowCounts.tell(answered.up(), first.opened().database());
        return new Comparison(
                from.word(),
                to.word(),
                there.operations(),
                answered.down().operations(),
                there.warnings(),
                DowngradeWarnings.of(there, answered.down()),
                there.doubts(),
                standIns.remarks(),
                null);
    }

    private record Read(Replayed opened, Schema schema) {}

    private Read read(State state, Scope scope) {
        Replayed opened = opener.open(state);
        return new Read(opened, CatalogReader.read(opened.database(), scope));
    }
}

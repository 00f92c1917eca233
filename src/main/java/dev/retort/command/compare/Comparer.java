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
import dev.retort.diff.Compared;
import dev.retort.diff.Completed;
import dev.retort.diff.Completion;
import dev.retort.diff.Difference;
import dev.retort.diff.DowngradeWarnings;
import dev.retort.diff.Interview;
import dev.retort.diff.Questioner;
import dev.retort.diff.Renames;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        return compare(from, to, answers, false);
    }

    /**
     * The same.
     *
     * @param strict whether objects of a database that no revision made count where it is compared with what the revisions make
     */
    public Comparison compare(State from, State to, Answers answers, boolean strict) {
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
        return fromModel
                ? withModel(to, Answers.of(answers.renames().inverse()), false)
                : databases(from, to, answers, strict);
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

    private Comparison databases(State from, State to, Answers answers, boolean strict) {
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
        List<Warning> remarks = new ArrayList<>(standIns.remarks());
        remarks.addAll(IdleFilters.between(workspace.config(), left, right));
        if (from.isOfRevisions() || to.isOfRevisions()) {
            MadeNames made = Recording.names(workspace.revisions());
            left = made.mark(left);
            right = made.mark(right);
        }
        if (!strict && from.isOfRevisions() && to.isLive()) {
            Completed kept = besideRevisions(left, right);
            left = kept.schema();
            remarks.addAll(kept.warnings());
        } else if (!strict && from.isLive() && to.isOfRevisions()) {
            Completed kept = besideRevisions(right, left);
            right = kept.schema();
            remarks.addAll(kept.warnings());
        }
        OneSpelling.Sides sides = StateOpener.isMade(from) && StateOpener.isMade(to)
                ? new OneSpelling.Sides(left, right, List.of())
                : OneSpelling.of(
                        left, first.opened().database(), right, second.opened().database());
        left = sides.left();
        right = sides.right();
        Renames renames = answers.renames().expand(left, right);
        Answering.Answered answered = Answering.compare(left, right, renames, answers, difference -> difference);
        Difference there = StateOpener.isMade(from)
                ? answered.up()
                : RowCounts.tell(answered.up(), first.opened().database());
        remarks.addAll(NotCompared.among(sides.notCompared(), there.operations()));
        return new Comparison(
                        from.word(),
                        to.word(),
                        there.operations(),
                        answered.down().operations(),
                        there.warnings(),
                        DowngradeWarnings.of(there, answered.down()),
                        there.doubts(),
                        remarks,
                        null,
                        new Heard(),
                        new Compared(left, right, renames))
                .withLocks();
    }

    /** What SQL of a revision creates is under management, too: it is in what the revisions make, unless they have dropped it again. */
    private Completed besideRevisions(Schema made, Schema actual) {
        MadeNames names = Recording.names(workspace.revisions());
        Set<ObjectName> managed = new HashSet<>(names.objects());
        Stream.of(
                        actual.tables(),
                        actual.sequences(),
                        actual.views(),
                        actual.enums(),
                        actual.composites(),
                        actual.domains())
                .flatMap(objects -> objects.keySet().stream())
                .filter(name -> names.written().contains(name.name()))
                .forEach(managed::add);
        return Completion.besideRevisions(made, actual, managed);
    }

    private record Read(Replayed opened, Schema schema) {}

    private Read read(State state, Scope scope) {
        Replayed opened = opener.open(state);
        return new Read(opened, CatalogReader.read(opened.database(), scope));
    }
}

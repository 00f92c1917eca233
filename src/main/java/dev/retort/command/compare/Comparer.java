package dev.retort.command.compare;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.command.Later;
import dev.retort.command.ModelSource;
import dev.retort.command.Workspace;
import dev.retort.database.Database;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;

/** Compares two states. */
public final class Comparer {

    private final Workspace workspace;
    private final StateOpener opener;

    /** Compares with the settings of a workspace. */
    public Comparer(Workspace workspace) {
        this.workspace = workspace;
        this.opener = new StateOpener(workspace);
    }

    /**
     * What leads from one state to another.
     *
     * @param renames the renames that were confirmed, from the first state to the second
     */
    public Comparison compare(State from, State to, Renames renames) {
        boolean fromModel = from instanceof State.OfModel;
        boolean toModel = to instanceof State.OfModel;
        if (fromModel && toModel) {
            return new Comparison(from.word(), to.word(), List.of(), List.of(), List.of(), List.of(), null);
        }
        if (StateOpener.isMade(from) || StateOpener.isMade(to)) {
            workspace.scratch().start();
        }
        if (toModel) {
            return withModel(from, renames, true);
        }
        return fromModel ? withModel(to, renames, false) : databases(from, to, renames);
    }

    /** The entities, as they are for a server of that major version. */
    public ModelSide model(int version) {
        return new ModelSide(workspace.config(), ModelSource.read(workspace.config(), version));
    }

    private Comparison withModel(State other, Renames renames, boolean toModel) {
        Later<Database> opening = Later.of("open", () -> opener.open(other));
        Later<MadeNames> recording = Later.of("record", () -> {
            // One after the other: a loader serves one thread at a time.
            opening.await();
            return Recording.names(workspace.revisions());
        });
        int version =
                StateOpener.isMade(other) ? workspace.scratch().get().majorVersion() : ServerVersion.of(opening.get());
        return model(version)
                .compare(other.word(), opening.get(), recording.get(), toModel ? renames : renames.inverse(), toModel);
    }

    private Comparison databases(State from, State to, Renames renames) {
        Scope scope = new Scope(
                workspace.config().schemas(),
                workspace.config().include(),
                workspace.config().exclude(),
                Set.of());
        Later<Schema> reading = Later.of("read", () -> CatalogReader.read(opener.open(to), scope));
        Schema left = CatalogReader.read(opener.open(from), scope);
        Schema right = reading.get();
        Difference up = SchemaDiffer.diff(left, right, renames);
        Difference down = SchemaDiffer.diff(right, left, renames.inverse());
        return new Comparison(
                from.word(), to.word(), up.operations(), down.operations(), up.warnings(), List.of(), null);
    }
}

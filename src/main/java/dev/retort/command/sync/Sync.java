package dev.retort.command.sync;

import dev.retort.RefusedException;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Comparer;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.State;
import dev.retort.command.run.UpToDate;
import dev.retort.database.Database;
import dev.retort.diff.Answers;
import dev.retort.diff.RenameCandidate;
import dev.retort.operation.Operation;
import dev.retort.runtime.AdditionRunner;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.Surroundings;
import java.util.List;

/** Makes what the entities want and the configured database lacks, without a revision; drops and changes nothing. */
public final class Sync {

    private final Workspace workspace;
    private final Database database;

    /**
     * What would be done.
     *
     * @param made what is missing, and will be made
     * @param left what differs otherwise, and stays
     * @param mayBeRenamed what will be made and may be something that stays, under a new name
     * @param comparison all that was found
     */
    public record Proposal(
            List<Operation> made, List<Operation> left, List<RenameCandidate> mayBeRenamed, Comparison comparison) {

        public Proposal {
            made = List.copyOf(made);
            left = List.copyOf(left);
            mayBeRenamed = List.copyOf(mayBeRenamed);
        }
    }

    /**
     * Works on the database of a workspace.
     *
     * @throws dev.retort.UsageException if none is configured
     * @throws RefusedException if its environment is protected
     */
    public Sync(Workspace workspace) {
        this.workspace = workspace;
        this.database = workspace.requiredDatabase("sync");
        if (workspace.config().isProtected()) {
            throw new RefusedException(
                    "sync is for a developer's own database",
                    "The environment " + workspace.config().environment()
                            + " is protected: what is made there, a revision makes. Nothing was changed.",
                    "Write the revision and run it:\nretort revision --autogenerate -m MESSAGE\nretort upgrade head");
        }
    }

    /** The address of the database, without a password. */
    public String display() {
        return database.display();
    }

    /**
     * Compares.
     *
     * @throws dev.retort.ProofException if the database is behind the revisions: what they make is theirs to make
     */
    public Proposal propose() {
        UpToDate.require(database, workspace.revisions().graph());
        Comparison comparison =
                new Comparer(workspace).compare(new State.Configured(), new State.OfModel(), Answers.NONE);
        Additions additions = Additions.of(comparison);
        List<String> made = additions.made().stream().map(Operation::object).toList();
        List<RenameCandidate> renamed = comparison.gaps(RenameCandidate.class).stream()
                .filter(candidate -> made.contains(candidate.to()))
                .toList();
        return new Proposal(additions.made(), additions.left(), renamed, comparison);
    }

    /** The name that a copy made now gets. */
    public String backupName() {
        return backup().name();
    }

    /**
     * Copies the database on its server.
     *
     * @return the copy's name
     * @throws dev.retort.DatabaseException if others are connected, or the role may not
     */
    public String copy() {
        Backup backup = backup();
        backup.make();
        return backup.name();
    }

    private Backup backup() {
        return new Backup(database, workspace.clock());
    }

    /**
     * Makes what a proposal says.
     *
     * @return who it was done as: the role that logged in, and the one that it took
     * @throws dev.retort.DatabaseException if the server refuses; the reason says what was kept
     */
    public String run(Proposal proposal, RunSettings settings, RunListener listener) {
        return new AdditionRunner(database, settings, listener, Surroundings.ofMachine()).run(proposal.made());
    }
}

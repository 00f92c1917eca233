package dev.retort.cli;

import dev.retort.RetortException;
import dev.retort.cli.output.EntriesJson;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.EmptyHistory;
import dev.retort.command.NoSettings;
import dev.retort.command.Workspace;
import dev.retort.command.config.Config;
import dev.retort.command.config.ConfigKey;
import dev.retort.command.config.UnknownVariables;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.HalfDone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A subcommand that works on the project; whatever it started is stopped when it ends, also by Ctrl-C. */
abstract class WorkspaceCommand extends Subcommand {

    @Override
    public final Integer call() {
        try (Workspace workspace =
                new Workspace(config(), retort().loader(), surroundings().clock(), retort().stop())) {
            workspace.config().requireOutput();
            workspace.config().requireTenantsToChoose();
            noteOverride(workspace);
            UnknownVariables.among(workspace.config())
                    .forEach(error -> retort().errors().warn(error.failure(), error.reason(), error.cure()));
            try {
                return run(workspace);
            } finally {
                notePassedOver(workspace);
            }
        }
    }

    private void notePassedOver(Workspace workspace) {
        if (!workspace.passedOver().isEmpty()) {
            terminal()
                    .detail("Passed over in the database URL, as it tunes a driver of Python's: "
                            + String.join(", ", workspace.passedOver()));
        }
    }

    /** Whoever typed an environment may have forgotten a variable that goes before what the file says of it. */
    private void noteOverride(Workspace workspace) {
        // In this order: a command that needs no database is not to fail for its address.
        boolean overridden = retort().options().env() != null && config().urlOverridesEnvironment();
        String url = overridden ? config().url() : null;
        if (url != null) {
            terminal()
                    .remark(
                            new Part(Ink.WARNING, "note "),
                            Part.plain("RETORT_URL goes before the url of [env." + config().environment()
                                    + "], so the database is "
                                    + workspace.databaseAt(url).display()
                                    + ". To take the environment's own: unset RETORT_URL"));
        }
    }

    /** Says where revisions were looked for, when there are none. */
    final void noRevisions(Workspace workspace) {
        if (doubtEmptyHistory(workspace)) {
            return;
        }
        Config config = workspace.config();
        Path folder = config.revisions().resolve(config.packageName().replace('.', '/'));
        String noFile = config.file() == null && !config.states(ConfigKey.REVISIONS)
                ? " " + NoSettings.noFile(config) + " Write one with: retort init"
                : "";
        terminal()
                .remark("There are no revisions in " + Shown.path(surroundings().directory(), folder) + "."
                        + (isCompiled(config)
                                ? " The class path has classes of this package: here the sources are read."
                                : "")
                        + retort().typed(noFile));
    }

    /** Whether the package of the revisions has classes, which an application would run. */
    private static boolean isCompiled(Config config) {
        String folder = config.packageName().replace('.', '/');
        return config.writtenClasspath().stream().anyMatch(root -> Files.isDirectory(root.resolve(folder)));
    }

    /** Remarks that revisions were looked for in the wrong place, where it seems so; returns whether it does. */
    final boolean doubtEmptyHistory(Workspace workspace) {
        Optional<RetortException> doubt = EmptyHistory.doubt(workspace);
        doubt.ifPresent(error -> retort().errors().warn(error.failure(), error.reason(), error.cure()));
        return doubt.isPresent();
    }

    /** Says of a revision that it is half done, and how to go on. */
    final void tell(HalfDone left, RevisionGraph graph) {
        retort().errors().warn(left.what(), left.story(), left.cure(graph));
    }

    /** Shows revisions as lines. */
    final EntryPrinter printer() {
        return new EntryPrinter(terminal(), surroundings().directory());
    }

    /** Shows revisions as JSON, with paths as the lines have them. */
    final EntriesJson json() {
        return new EntriesJson(printer()::shown);
    }

    /** Runs the command and returns its exit code. */
    abstract int run(Workspace workspace);
}

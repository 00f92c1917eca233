package dev.retort.cli;

import dev.retort.command.Workspace;

/** A subcommand that works on the project; whatever it started is stopped when it ends, also by Ctrl-C. */
abstract class WorkspaceCommand extends Subcommand {

    @Override
    public final Integer call() {
        try (Workspace workspace =
                new Workspace(config(), retort().loader(), surroundings().clock())) {
            return run(workspace);
        }
    }

    /** Runs the command and returns its exit code. */
    abstract int run(Workspace workspace);
}

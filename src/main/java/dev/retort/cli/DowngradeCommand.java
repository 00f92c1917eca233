package dev.retort.cli;

import dev.retort.migration.Direction;
import picocli.CommandLine.Command;

/** {@code retort downgrade TARGET}. */
@Command(
        name = "downgrade",
        description = {
            "Undoes revisions down to a target.",
            "",
            "  retort downgrade -1                one revision back",
            "  retort downgrade 0003              back to 0003, which stays",
            "  retort downgrade base              back to nothing",
            "  retort downgrade head:0003 --sql   prints the script for somebody else to run"
        },
        abbreviateSynopsis = true)
final class DowngradeCommand extends MigrateCommand {

    @Override
    Direction direction() {
        return Direction.DOWNGRADE;
    }
}

package dev.retort.cli;

import dev.retort.migration.Direction;
import picocli.CommandLine.Command;

/** {@code retort upgrade TARGET}. */
@Command(
        name = "upgrade",
        description = {
            "Runs revisions up to a target.",
            "",
            "  retort upgrade head          everything there is",
            "  retort upgrade +1            one revision more",
            "  retort upgrade head --sql    prints the script for somebody else to run"
        },
        abbreviateSynopsis = true)
final class UpgradeCommand extends MigrateCommand {

    @Override
    Direction direction() {
        return Direction.UPGRADE;
    }
}

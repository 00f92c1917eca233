package dev.retort.cli;

import dev.retort.migration.Direction;
import picocli.CommandLine.Command;

/** {@code retort upgrade TARGET}. */
@Command(name = "upgrade", description = "Runs revisions up to a target.", abbreviateSynopsis = true)
final class UpgradeCommand extends MigrateCommand {

    @Override
    Direction direction() {
        return Direction.UPGRADE;
    }
}

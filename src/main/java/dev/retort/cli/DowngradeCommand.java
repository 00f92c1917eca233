package dev.retort.cli;

import dev.retort.migration.Direction;
import picocli.CommandLine.Command;

/** {@code retort downgrade TARGET}. */
@Command(name = "downgrade", description = "Takes revisions back down to a target.", abbreviateSynopsis = true)
final class DowngradeCommand extends MigrateCommand {

    @Override
    Direction direction() {
        return Direction.DOWNGRADE;
    }
}

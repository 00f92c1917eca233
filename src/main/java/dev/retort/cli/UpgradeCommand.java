package dev.retort.cli;

import dev.retort.migration.Direction;
import dev.retort.runtime.DeployPhase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort upgrade TARGET}. */
@Command(
        name = "upgrade",
        description = {
            "Runs revisions up to a target.",
            "",
            "  retort upgrade head          everything there is",
            "  retort upgrade +1            one revision more",
            "  retort upgrade head --sql    prints the script for somebody else to run",
            "  retort upgrade head --phase before",
            "                               what the running application bears; after its",
            "                               deployment: --phase after"
        },
        abbreviateSynopsis = true)
final class UpgradeCommand extends MigrateCommand {

    @Option(
            names = "--phase",
            paramLabel = "before|after",
            description = {
                "Where the application is deployed in between: before stops in front of the first revision marked @AfterDeploy,",
                "after goes on from it; default: all."
            })
    private @Nullable DeployPhase phase;

    @Override
    Direction direction() {
        return Direction.UPGRADE;
    }

    @Override
    @Nullable
    DeployPhase phase() {
        return phase;
    }
}

package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.command.Init;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code retort init [DIR]}. */
@Command(
        name = "init",
        description = "Writes retort.toml and the revisions folder; never overwrites.",
        abbreviateSynopsis = true)
final class InitCommand extends Subcommand {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project's folder; default: this one.")
    private @Nullable String directory;

    @Override
    public Integer call() {
        Path here = surroundings().directory();
        Path target = directory == null ? here : here.resolve(directory).normalize();
        Init.Result result = new Init(retort().options().settings(here)).run(target);
        Terminal terminal = terminal();
        terminal.did(new Part(Ink.GOOD, "wrote "), Part.plain(Shown.path(here, result.config())));
        terminal.did(Part.plain("revisions go to " + Shown.path(here, result.revisions())));
        terminal.remark("Next: name your entities in it, then: retort revision --autogenerate -m \"first revision\"");
        return DONE;
    }
}

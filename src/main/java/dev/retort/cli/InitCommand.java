package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.command.init.Init;
import dev.retort.command.init.Project;
import dev.retort.database.ShellWord;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code retort init [DIR]}. */
@Command(
        name = "init",
        description = {
            "Writes retort.toml and the revisions folder.",
            "It never overwrites. The package of the entities, the folder of the classes (Maven or Gradle) and, for Spring Boot,",
            "the naming and the database are what the project's files say; options given here win: --entities, --classpath,",
            "--revisions, --package."
        },
        abbreviateSynopsis = true)
final class InitCommand extends Subcommand {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project's folder; default: this one.")
    private @Nullable String directory;

    @Override
    public Integer call() {
        Path here = surroundings().directory();
        retort().loader().withoutFile(retort().options().settings(here)).requireOutput();
        Path target = directory == null ? here : here.resolve(directory).normalize();
        Init.Result result = new Init(retort().options().settings(here)).run(target);
        Terminal terminal = terminal();
        terminal.did(new Part(Ink.GOOD, "wrote "), Part.plain(Shown.path(here, result.config())));
        Project project = result.project();
        terminal.did(Part.plain("  entities:  " + entities(result, project)));
        terminal.did(Part.plain("  classes:   " + String.join(", ", result.classpath())
                + (project.preset() == null ? "" : ", with the defaults of " + project.preset())));
        terminal.did(Part.plain("  revisions: " + Shown.path(here, result.revisions())));
        terminal.remark(
                "Next: " + (result.entities().isEmpty() ? "name the package of your entities in retort.toml, " : "")
                        + "compile (" + (project.gradle() ? "./gradlew classes" : "mvn compile") + "), then: "
                        + (here.equals(target) ? "" : "cd " + ShellWord.quoted(Shown.path(here, target)) + " && ")
                        + retort().typedAnew("retort revision --autogenerate -m \"create the schema\""));
        return DONE;
    }

    private static String entities(Init.Result result, Project project) {
        if (result.entities().isEmpty()) {
            return "none found; com.example stands for their package";
        }
        String where = project.where();
        return String.join(", ", result.entities())
                + (where == null || !result.entities().equals(project.entities())
                        ? ""
                        : " (" + project.found() + " found in " + where + ")");
    }
}

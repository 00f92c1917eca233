package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every command has in common. */
class MainTest {

    @TempDir
    Path folder;

    @Test
    void everyCommandHasHelpWithItsOwnOptionsFirst() {
        Ran root = Ran.in(folder, "--help");
        assertThat(root.code()).isZero();
        assertThat(root.out()).contains("Commands:", "init", "--hibernate-properties");

        Ran init = Ran.in(folder, "init", "--help");
        assertThat(init.code()).isZero();
        assertThat(init.out()).contains("Usage: retort init", "Options of every command:", "--config");
    }

    @Test
    void everyPageOfHelpFitsIntoEightyColumns() {
        for (String command : Subcommands.names()) {
            assertThat(Ran.in(folder, Map.of("COLUMNS", "80"), command, "--help")
                            .out()
                            .lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                    .anySatisfy(line -> assertThat(line).contains("container[:IMAGE]"));
        }
        assertThat(Ran.in(folder, "--help").out()).contains(Subcommands.names());
    }

    @Test
    void saysItsVersion() {
        assertThat(Ran.in(folder, "--version").out()).startsWith("retort ");
    }

    @Test
    void aMissingCommandIsAUsageError() {
        Ran ran = Ran.in(folder);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("error: A command is missing", "fix: The commands are init,", "See retort --help");
    }

    @Test
    void aMisspeltCommandNamesTheNearest() {
        Ran ran = Ran.in(folder, "inti");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("There is no command \"inti\"", "Did you mean init");
    }

    @Test
    void aCommandThatIsNearToNoneListsThem() {
        Ran ran = Ran.in(folder, "frobnicate");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("\"frobnicate\"", "init, revision, upgrade")
                .doesNotContain("Did you mean");
        assertThat(Ran.in(folder, "list").err()).doesNotContain("Did you mean");
        assertThat(Ran.in(folder, "upgarde", "head").err()).contains("Did you mean upgrade?");
        assertThat(Ran.in(folder, "heads", "0001").err()).contains("one argument too many", "\"0001\"");
    }

    @Test
    void withoutSettingsEveryCommandSaysHowToMakeThemAndWhatOptionsDoInstead() {
        assertThat(Ran.in(folder, "check").err()).contains("no retort.toml in " + folder, "retort init", "--entities");
        assertThat(Ran.in(folder, "upgrade", "head").err()).contains("no retort.toml", "retort init", "--url");
        Ran revision = Ran.in(folder, "revision", "-m", "x");
        assertThat(revision.code()).isEqualTo(2);
        assertThat(revision.err()).contains("no retort.toml", "retort init", "--revisions");
        assertThat(folder).isEmptyDirectory();
        assertThat(Ran.in(folder, "heads").err()).contains("no revisions in src/main/java/migrations", "retort init");
    }

    @Test
    void quietIsQuiet() throws Exception {
        assertThat(Ran.in(folder, "init", "-q").all()).isEmpty();
        assertThat(Ran.in(folder, "revision", "-q", "-m", "by hand").all()).isEmpty();
        assertThat(Ran.in(folder, "-q", "heads").out()).startsWith("0001 (head)");
        assertThat(Ran.in(folder, "-q", "init").err()).contains("error:");
    }

    @Test
    void aMisspeltOptionNamesTheNearest() {
        Ran ran = Ran.in(folder, "init", "--revisons", "x");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--revisons", "Did you mean --revisions");
    }

    @Test
    void aWrongColourOrProgressIsAnErrorOfEveryCommand() {
        Ran.in(folder, "init");
        for (String option : new String[] {"--color", "--progress"}) {
            Ran ran = Ran.in(folder, "heads", option, "alwais");
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .contains("The value \"alwais\" of " + option + " means nothing", "auto, always, never", "always?");
        }
        assertThat(Ran.in(folder, Map.of("RETORT_COLOR", "red"), "heads").err())
                .contains("The value \"red\" of RETORT_COLOR means nothing");
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() throws Exception {
        // The file says it by now, so that the next command need not.
        assertThat(Ran.in(folder, "--package", "a.b", "init", "one").err())
                .contains("then: cd one && retort revision --autogenerate -m ");
        assertThat(Ran.in(folder, "init", "two", "--package", "a.b").code()).isZero();
        assertThat(Files.readString(folder.resolve("one/retort.toml")))
                .contains("package = \"a.b\"")
                .isEqualTo(Files.readString(folder.resolve("two/retort.toml")));
    }

    @Test
    void aStackTraceComesWithVerboseAlone() {
        Ran quiet = Ran.in(folder, "-c", "missing.toml", "init", "--color", "never");
        assertThat(quiet.err()).doesNotContain("\tat ", "    at dev.retort");
    }

    @Test
    void initWritesASettingsFileThatIsReadBackAndNeverOverwrites() throws Exception {
        Ran ran = Ran.in(folder, "init");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("wrote retort.toml");
        assertThat(folder.resolve("src/main/java/migrations")).isDirectory();

        String before = Files.readString(folder.resolve("retort.toml"));
        Ran again = Ran.in(folder, "init");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("already", "never overwrites");
        assertThat(Files.readString(folder.resolve("retort.toml"))).isEqualTo(before);
    }

    @Test
    void errorsAreColouredOnATerminalUnlessNoColorIsSet() throws Exception {
        Set<String> terminals = Set.of("out", "err", "in");
        Ran.in(folder, "init");
        Ran coloured = Ran.answering(folder, Map.of("RETORT_COLOR", "always"), terminals, "", "show", "9");
        assertThat(coloured.err()).contains("error: ", "\u001b[");
        assertThat(Ran.answering(folder, Map.of("NO_COLOR", "1"), terminals, "", "show", "9")
                        .err())
                .doesNotContain("\u001b[");

        // So are those of commands that read no settings, and of what is no command.
        assertThat(Ran.in(folder, "init", "--color", "always").err()).startsWith("\u001b[31;1merror: ");
        assertThat(Ran.in(folder, Map.of("RETORT_COLOR", "always"), "frob").err())
                .startsWith("\u001b[31;1merror: ");
        assertThat(Ran.answering(folder, Map.of(), terminals, "", "init").err()).startsWith("\u001b[31;1merror: ");
        assertThat(Ran.answering(folder, Map.of("NO_COLOR", "1"), terminals, "", "init")
                        .err())
                .startsWith("error: ");
        // An empty one says nothing, by no-color.org.
        assertThat(Ran.answering(folder, Map.of("NO_COLOR", ""), terminals, "", "init")
                        .err())
                .startsWith("\u001b[31;1merror: ");
        assertThat(Ran.answering(folder, Map.of("TERM", "dumb"), terminals, "", "init")
                        .err())
                .startsWith("error: ");
        assertThat(Ran.in(folder, "init", "--color", "ALWAYS").err()).startsWith("\u001b[31;1merror: ");
        assertThat(Ran.in(folder, "init").err()).startsWith("error: ");
        assertThat(Ran.in(folder, "init", "other", "--color", "alwais").err())
                .contains("The value \"alwais\" of --color means nothing");
        Files.writeString(folder.resolve("retort.toml"), "color = \"never\"\n");
        assertThat(Ran.answering(folder, Map.of(), terminals, "", "init").err()).startsWith("error: ");
        Files.writeString(folder.resolve("retort.toml"), "colour = never");
        assertThat(Ran.answering(folder, Map.of(), terminals, "", "heads").err())
                .startsWith("\u001b[31;1merror: ");
    }

    @Test
    void helpIsAskedForInEveryWay() {
        String help = Ran.in(folder, "upgrade", "--help").out();
        for (String words : new String[] {"help upgrade", "-h upgrade", "--help upgrade", "-q --help upgrade"}) {
            Ran ran = Ran.in(folder, words.split(" ", -1));
            assertThat(ran.out()).as(words).isEqualTo(help).contains("Usage: retort upgrade");
            assertThat(ran.code()).isZero();
        }
        assertThat(Ran.in(folder, "help").out())
                .isEqualTo(Ran.in(folder, "--help").out());
    }

    /** What an option stands before may be what it was for. */
    @Test
    void aMisspeltOptionIsSaidBeforeWhatIsMissing() {
        assertThat(Ran.in(folder, "--bogus", "upgrade").err()).contains("There is no option \"--bogus\"");
        assertThat(Ran.in(folder, "upgrade", "--sqll").err()).contains("Did you mean --sql?");
        assertThat(Ran.in(folder, "upgrade", "-q").err()).contains("retort upgrade needs TARGET");
    }

    @Test
    void wordsOfAlembicAreAnsweredWithOurs() {
        assertThat(Ran.in(folder, "edit", "0001").err()).contains("retort show REV");
        assertThat(Ran.in(folder, "ensure_version").err()).contains("the first upgrade or stamp makes the table");
        assertThat(Ran.in(folder, "list_templates").err()).contains("retort init");
        assertThat(Ran.in(folder, "-x", "a=b", "upgrade", "head").err()).contains("RETORT_… variable");
        assertThat(Ran.in(folder, "upgrade", "-n", "prod").err()).contains("-e NAME");
        assertThat(Ran.in(folder, "upgrade", "head", "--tag=x").err()).contains("leave it out");
        assertThat(Ran.in(folder, "upgrade", "head", "--raiseerr").err()).contains("is here -v");
        assertThat(Ran.in(folder, "history", "--rev-range", ":").err()).contains("--range, or -r");
        assertThat(Ran.in(folder, "heads", "--resolve-dependencies").err()).contains("retort current --check-heads");
    }

    @Test
    void completionKnowsTheWordsThatOptionsTake() {
        assertThat(Ran.in(folder, "completion").out())
                .contains(
                        "_option_args=(\"postgresql\" \"hibernate\")",
                        "_option_args=(\"auto\" \"always\" \"never\") # --color",
                        "_option_args=(\"auto\" \"always\" \"never\") # --progress",
                        "\"foreign-key\"",
                        "_pos_param_args=(\"bash\" \"zsh\")");
    }
}

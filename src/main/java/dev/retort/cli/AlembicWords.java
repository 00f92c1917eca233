package dev.retort.cli;

import java.util.Map;
import java.util.Optional;

/** What stands here in the place of words that Alembic has and Retort has not, for hands that type them; docs/from-alembic.md has the whole table. */
final class AlembicWords {

    private static final Map<String, String> COMMANDS = Map.of(
            "edit", "Alembic's edit is your editor here; the file's path shows: retort show REV",
            "ensure_version",
                    "Nothing is needed for Alembic's ensure_version: the first upgrade or stamp makes the table.",
            "list_templates", "There is one kind of project in place of Alembic's templates: retort init");

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("-x", "Alembic's -x KEY=VALUE was for env.py; here every option is also a RETORT_… variable."),
            Map.entry("-n", "Alembic's -n SECTION is here -e NAME, an environment of retort.toml."),
            Map.entry("--name", "Alembic's --name SECTION is here --env NAME, an environment of retort.toml."),
            Map.entry("--tag", "Alembic's --tag was for env.py, which there is not: leave it out."),
            Map.entry("--raiseerr", "Alembic's --raiseerr is here -v, which shows the stack trace."),
            Map.entry("--rev-range", "Alembic's --rev-range is here --range, or -r."),
            Map.entry(
                    "--resolve-dependencies",
                    "Whether the heads and what they depend on are applied says: retort current --check-heads"),
            Map.entry("--version-path", "There is one folder for all revisions, the key revisions: leave it out."),
            Map.entry("--template", "There is one kind of project in place of Alembic's templates: leave it out."),
            Map.entry("-t", "There is one kind of project in place of Alembic's templates: leave it out."));

    private AlembicWords() {}

    /** What to type in place of a word that Retort does not know, options as typed. */
    static Optional<String> instead(String word) {
        if (!word.startsWith("-")) {
            return Optional.ofNullable(COMMANDS.get(word));
        }
        String name = word.replaceFirst("=.*", "");
        return Optional.ofNullable(
                OPTIONS.get(name.startsWith("--") || name.length() < 2 ? name : name.substring(0, 2)));
    }
}

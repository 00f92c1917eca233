package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command that a page shows exists, with every option that it shows beside it. */
class DocumentedCommandsTest {

    private static final Path PROJECT = Path.of(System.getProperty("retort.project", "."));

    private static final Pattern COMMAND = Pattern.compile("\\bretort ([a-z]+)\\b([^`|#\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");
    private static final Pattern OPERATION = Pattern.compile("`op\\.([a-zA-Z]+)");

    @Test
    void whatPagesShowExists() throws IOException {
        CommandLine root = root();
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            for (String line : Files.readAllLines(page)) {
                Matcher command = COMMAND.matcher(line);
                while (command.find()) {
                    CommandLine known = root.getSubcommands().get(command.group(1));
                    if (known == null) {
                        wrong.add(page.getFileName() + ": " + command.group());
                        continue;
                    }
                    Matcher option = OPTION.matcher(command.group(2).replaceAll("\"[^\"]*\"", ""));
                    while (option.find()) {
                        if (!has(known, option.group())) {
                            wrong.add(page.getFileName() + ": " + command.group(1) + " " + option.group());
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Beside Alembic's operations stand ours, by the names that revisions use. */
    @Test
    void operationsThatAreComparedExist() throws IOException {
        List<String> methods = Stream.of(dev.retort.migration.Operations.class.getMethods())
                .map(java.lang.reflect.Method::getName)
                .toList();
        Matcher named = OPERATION.matcher(Files.readString(PROJECT.resolve("docs/from-alembic.md")));
        List<String> compared = new ArrayList<>();
        while (named.find()) {
            compared.add(named.group(1));
        }
        assertThat(compared).hasSizeGreaterThan(30).isSubsetOf(methods);
    }

    /** Whoever comes from Alembic finds each of its words, with ours or with the reason why there is none. */
    @Test
    void allThatAlembicHasIsNamed() throws IOException {
        String page = Pattern.compile("`([^`]*)`")
                .matcher(Files.readString(PROJECT.resolve("docs/from-alembic.md")))
                .results()
                .map(code -> code.group(1))
                .collect(Collectors.joining("\n"));
        List<String> words = Files.readAllLines(PROJECT.resolve("src/test/resources/alembic/1.20.0.txt")).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        assertThat(words).hasSizeGreaterThan(180).allSatisfy(word -> assertThat(page)
                .containsPattern("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])"));
    }

    @Test
    void completionKnowsCommandsOptionsAndValues() {
        String script = Ran.in(PROJECT, "completion").out();
        assertThat(script)
                .contains("complete -F _complete_retort", "--check-heads", "\"mermaid\"")
                .doesNotContain("\"MERMAID\"");
        // In zsh it asks for what understands it.
        assertThat(script)
                .contains("elif [ -n \"$ZSH_VERSION\" ]; then", "&& bashcompinit")
                .isEqualTo(Ran.in(PROJECT, "completion", "zsh").out());
        Subcommands.names().forEach(name -> assertThat(script).contains("_picocli_retort_" + name));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
            return Stream.concat(
                            docs.filter(path -> path.toString().endsWith(".md")),
                            Stream.of(PROJECT.resolve("README.md")))
                    .sorted()
                    .toList();
        }
    }

    private static boolean has(CommandLine command, String option) {
        return command.getCommandSpec().findOption(option) != null;
    }

    private static CommandLine root() {
        CommandLine root = new CommandLine(new RetortCommand(new Surroundings(
                Map.of(),
                new java.io.BufferedReader(java.io.Reader.nullReader()),
                System.out,
                System.err,
                PROJECT,
                java.time.Clock.systemUTC(),
                java.util.Set.of(),
                "retort")));
        Subcommands.add(root, new String[0]);
        return root;
    }
}

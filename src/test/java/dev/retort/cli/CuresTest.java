package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What messages tell people to type can be copied as it stands: no full stop, comma or semicolon hangs on a command. */
class CuresTest {

    /** Texts that are put together from several: as one text again, an {@code X} for what is known when it runs. */
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

    private static final Pattern FILLED = Pattern.compile("\"\\s*\\+\\s*[\\w.()]+\\s*\\+\\s*\"");

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final String WORD =
            "(?: (?:--?[a-z][a-z-]*|[A-Z]+(?::[A-Z]+)?|X|heads?|base|before|after|\\\\\"[^\"]*\\\\\"))";

    private static final Pattern HANGING = Pattern.compile(
            "retort (?:" + String.join("|", Subcommands.names()) + ")" + WORD + "*[.,;](?=\\s|\\\\n|$)");

    private static final Pattern OPTION = Pattern.compile("add --[a-z][a-z-]*[.,;](?=\\s|\\\\n|$)");

    @Test
    void commandsEndWhereTheirLineEnds() throws IOException {
        List<String> found = new ArrayList<>();
        Path sources = Path.of(System.getProperty("retort.project", "."), "src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                hanging(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aHangingCommandIsFound() {
        assertThat(hanging("x(\"Run: retort upgrade \" + head + \".\");")).hasSize(1);
        assertThat(hanging("x(\"Run it: retort stamp REV\"\n    + \" --purge. Then\");"))
                .hasSize(1);
        assertThat(hanging("x(\"or add --yes.\");")).hasSize(1);
        assertThat(hanging("x(\"Run it: retort stamp REV\\n(REV is what retort current says).\");"))
                .isEmpty();
    }

    private static List<String> hanging(String source) {
        String whole = FILLED.matcher(JOINED.matcher(source.replaceAll("(?m)^\\s*(\\*|//|/\\*).*$", ""))
                        .replaceAll(""))
                .replaceAll("X");
        List<String> found = new ArrayList<>();
        for (Matcher text = TEXT.matcher(whole); text.find(); ) {
            for (Pattern pattern : List.of(HANGING, OPTION)) {
                for (Matcher hanging = pattern.matcher(text.group(1)); hanging.find(); ) {
                    found.add(hanging.group());
                }
            }
        }
        return found;
    }
}

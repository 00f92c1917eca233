package dev.retort.command.proof;

import dev.retort.operation.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what failed.
 *
 * @param step where
 * @param reason why, one or more lines
 * @param statement the statement that the server refused; null where it was none
 * @param sqlState its error code; null where it was none
 * @param differences what differs, where a comparison failed
 */
public record ProofFailure(
        ProofStep step,
        String reason,
        @Nullable String statement,
        @Nullable String sqlState,
        List<String> differences) {

    /** What a reason puts before the statement. */
    private static final String IN = "in: ";

    /** Which revision it was, and of what name, and in which file. */
    private static final Pattern WHERE =
            Pattern.compile("^The (?:up|down)grade of .* failed at [^:\\s]+\\.java:\\d+: (?:in step \\d+: )?");

    public ProofFailure {
        differences = List.copyOf(differences);
    }

    /** The same failure in the words of a warning, cure and all, in the place of the server's. */
    ProofFailure because(Warning warning) {
        return new ProofFailure(step, warning.message() + "\nfix: " + warning.cure(), statement, sqlState, differences);
    }

    /** The same failure where the code of a file stands some lines further down. */
    public ProofFailure movedIn(String file, int lines) {
        String moved = Pattern.compile(Pattern.quote(file) + ":(\\d+)")
                .matcher(reason)
                .replaceAll(match -> Matcher.quoteReplacement(file + ":" + (Integer.parseInt(match.group(1)) + lines)));
        return new ProofFailure(step, moved, statement, sqlState, differences);
    }

    /** What failed, for people: the step and the reason, then a line each for the statement and for what differs. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> said = reason.strip().lines().map(String::strip).toList();
        lines.add("at \"" + step.words() + "\": " + (said.isEmpty() ? "" : said.get(0)));
        said.stream().skip(1).forEach(lines::add);
        if (statement != null && !quotes()) {
            lines.add("statement: " + statement);
        }
        differences.forEach(difference -> lines.add("- " + difference));
        return lines;
    }

    /** Whether the reason quotes the statement already. */
    public boolean quotes() {
        return reason.lines().anyMatch(line -> line.strip().startsWith(IN));
    }

    /**
     * The reason as the end of a sentence that has named the step, for the file itself: without what the file says already, and without what was
     * rolled back on a server that is gone.
     */
    public String sentence() {
        StringBuilder sentence = new StringBuilder();
        for (String line : reason.strip().lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("Rolled back:")) {
                continue;
            }
            String said = WHERE.matcher(line).replaceFirst("");
            if (line.startsWith(IN)) {
                sentence.append(" in `").append(line.substring(IN.length())).append('`');
            } else if (sentence.isEmpty()) {
                sentence.append(": ").append(said);
                sentence.append(differences.isEmpty() ? "" : ": " + String.join("; ", differences));
            } else {
                sentence.append(sentence.charAt(sentence.length() - 1) == '.' ? " " : ". ")
                        .append(said.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(said.substring(1));
            }
        }
        return sentence.toString();
    }

    /** A comparison that found differences. */
    static ProofFailure differs(ProofStep step, String reason, List<String> differences) {
        return new ProofFailure(step, reason, null, null, differences);
    }
}

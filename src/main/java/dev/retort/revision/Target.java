package dev.retort.revision;

import dev.retort.UsageException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to go: {@code head}, {@code heads}, {@code base}, {@code current}, an id or the beginning of one or a branch label, {@code +N} and {@code -N}
 * from where the database stands, {@code REV+N} and {@code REV-N} from a revision; each also within a branch, as in {@code label@head}.
 *
 * @param branch a branch label or a revision whose lineage is meant; empty for none
 * @param symbol a word or a name; empty where the steps count from where the database stands
 * @param steps how many revisions further (negative: back)
 * @param relative whether steps were stated
 */
public record Target(String branch, String symbol, int steps, boolean relative) {

    /** The one head. */
    public static final Target HEAD = new Target("", "head", 0, false);

    /** All heads. */
    public static final Target HEADS = new Target("", "heads", 0, false);

    /** Before the first revision. */
    public static final Target BASE = new Target("", "base", 0, false);

    private static final Pattern GRAMMAR =
            Pattern.compile("(?:(?<branch>[^@+:\\s-]+)@)?(?<symbol>[^@+:\\s-]+)?(?<steps>[+-][0-9]{1,6})?");

    /**
     * Reads a target.
     *
     * @throws UsageException if the text is not of the grammar
     */
    public static Target parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw malformed(text);
        }
        String branch = matcher.group("branch");
        String symbol = matcher.group("symbol");
        String steps = matcher.group("steps");
        if (symbol == null && steps == null) {
            throw malformed(text);
        }
        return new Target(
                branch == null ? "" : branch,
                symbol == null ? "" : symbol,
                steps == null ? 0 : Integer.parseInt(steps),
                steps != null);
    }

    /** A revision by its id. */
    public static Target id(String id) {
        return new Target("", id, 0, false);
    }

    /** Whether the steps count from where the database stands. */
    public boolean fromCurrent() {
        return symbol.isEmpty() || symbol.equals("current");
    }

    /** Whether it lies before the first revision, of all or of a branch. */
    public boolean isBase() {
        return symbol.equals("base") && steps == 0;
    }

    private static UsageException malformed(String text) {
        String cure = text.contains(":")
                ? "A range START:END goes with --sql and with history -r."
                : "Use head, heads, base, an id or the beginning of one, +N, -N, REV+N, REV-N, label@head, label@base or label@+N.";
        return new UsageException("\"" + text + "\" names no revision", "It is not of the grammar of targets.", cure);
    }

    /** The spelling that {@link #parse} reads back. */
    @Override
    public String toString() {
        return (branch.isEmpty() ? "" : branch + "@") + symbol + (relative ? (steps < 0 ? "" : "+") + steps : "");
    }
}

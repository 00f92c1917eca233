package dev.retort.diff;

import dev.retort.UsageException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the value of a backfill: an SQL expression, or a text whose quotes a shell took away.
 *
 * <p>{@code --backfill customer.tier='BASIC'} arrives as {@code customer.tier=BASIC}. So what speaks of nothing that is there is a text: it has no
 * quotes, parentheses or casts, and its words are no columns and no values such as {@code current_date}. A word with capitals is a text, since a column is offered as it is
 * called. Columns of numbers and booleans have no texts.
 */
final class BackfillValue {

    private static final Set<String> WITHOUT_TEXTS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "boolean", "oid", "money");

    private static final Set<String> VALUES = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "true",
            "false",
            "default");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private BackfillValue() {}

    /**
     * The value as SQL.
     *
     * @throws UsageException if it is a word where a number or a truth value has to be, and names no column
     */
    static String sql(String typed, RequiredColumn gap) {
        boolean written = typed.matches("(?s).*['\"()$\\[\\]].*") || typed.contains("::") || typed.contains("||");
        boolean number = WITHOUT_TEXTS.contains(gap.column().type().base())
                && !gap.column().type().array();
        if (number && WORD.matcher(typed).matches() && isNothing(typed.toLowerCase(Locale.ROOT), gap)) {
            throw new UsageException(
                    "the backfill '" + gap.display() + "=" + typed + "' is no value of its column",
                    typed + " is no " + gap.column().type().display() + ", and no column of "
                            + gap.table().display() + ".",
                    "Say one: --backfill " + gap.display() + "=VALUE");
        }
        if (written || number || VALUES.contains(typed.toLowerCase(Locale.ROOT))) {
            return typed;
        }
        Set<String> words = Identifiers.in(typed);
        boolean columns =
                !words.isEmpty() && gap.siblings().containsAll(words) && typed.equals(typed.toLowerCase(Locale.ROOT));
        return columns ? typed : SqlText.literal(typed);
    }

    private static boolean isNothing(String word, RequiredColumn gap) {
        return !VALUES.contains(word) && !gap.siblings().contains(word);
    }
}

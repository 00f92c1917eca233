package dev.retort.diff;

import java.util.List;
import java.util.Locale;

/**
 * Finds rows of the database as it is now: those that a change would break, or whose values it would lose.
 *
 * @param list a query that shows them to a person
 * @param find a query with a row for each of them, not limited
 * @param one what one of them does, such as {@code row holds null}
 * @param many what several do, such as {@code rows hold null}
 */
public record RowQuestion(String list, String find, String one, String many) {

    /** Nobody needs to know it more exactly, and the server may stop there. */
    public static final int ENOUGH = 1_000;

    /**
     * The same about some of several values alone.
     *
     * @param all those that it asks for, as SQL constants
     * @param some those that it shall ask for
     */
    RowQuestion of(List<String> all, List<String> some) {
        String is = String.join(", ", all);
        String shall = String.join(", ", some);
        return new RowQuestion(
                list.replace(is, shall),
                find.replace(is, shall),
                one.replace("holds " + RowQuestions.which(all), "holds " + RowQuestions.which(some)),
                many.replace("hold " + RowQuestions.which(all), "hold " + RowQuestions.which(some)));
    }

    /** Counts them, up to one more than {@link #ENOUGH}. */
    public String count() {
        return "SELECT count(*) FROM (" + find + " LIMIT " + (ENOUGH + 1) + ") AS found";
    }

    /** The answer in words: {@code 12 rows hold null}, {@code at least 1,000 rows hold null}, {@code no row holds null}. */
    public String said(long count) {
        if (count == 0) {
            return "no " + one;
        } else if (count == 1) {
            return "1 " + one;
        }
        return (count > ENOUGH ? "at least " : "") + String.format(Locale.ROOT, "%,d", Math.min(count, ENOUGH)) + " "
                + many;
    }
}

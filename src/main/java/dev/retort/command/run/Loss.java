package dev.retort.command.run;

import java.util.Locale;

/**
 * What a run takes away.
 *
 * @param object what goes, such as {@code table customer} or {@code column orders.tier}
 * @param counted the rows or values in it, such as {@code 3 rows}, as far as they could be counted
 * @param lost whether rows or values go with it, or may go, as they could not be counted
 * @param certain whether it goes, with something in it or not; false where only the run will show
 */
public record Loss(String object, String counted, boolean lost, boolean certain) {

    /** What goes. */
    Loss(String object, String counted, boolean lost) {
        this(object, counted, lost, true);
    }

    /** What may go, and nobody is asked for it. */
    static Loss possible(String object, String why) {
        return new Loss(object, why, false, false);
    }

    /** So many, one at least. */
    static Loss exact(String object, long count, String unit) {
        return new Loss(object, number(count) + " " + (count == 1 ? unit : unit + "s"), true);
    }

    static Loss estimated(String object, long count, String unit) {
        return new Loss(object, "about " + number(count) + " " + unit + "s", true);
    }

    static Loss unknown(String object, String why) {
        return new Loss(object, why, true);
    }

    /** As one text: {@code table customer: 3 rows}. */
    public String display() {
        return object + ": " + counted;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

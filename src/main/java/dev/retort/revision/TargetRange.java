package dev.retort.revision;

import dev.retort.UsageException;

/**
 * From one target to another, {@code A:B}; an end left out is the base or the heads.
 *
 * @param from where it starts
 * @param to where it ends
 */
public record TargetRange(Target from, Target to) {

    /** Whether the text is a range rather than a single target. */
    public static boolean isRange(String text) {
        return text.indexOf(':') >= 0;
    }

    /**
     * Reads a range.
     *
     * @throws UsageException if the text is not of the grammar
     */
    public static TargetRange parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new UsageException(
                    "\"" + text + "\" is no range",
                    "A range has a colon between its ends.",
                    "Write START:END, as in base:head.");
        }
        if (text.indexOf(':', colon + 1) >= 0) {
            throw new UsageException(
                    "\"" + text + "\" is no range", "It has more than one colon.", "Write START:END, as in base:head.");
        }
        String from = text.substring(0, colon);
        String to = text.substring(colon + 1);
        return new TargetRange(
                from.isEmpty() ? Target.BASE : Target.parse(from), to.isEmpty() ? Target.HEADS : Target.parse(to));
    }

    @Override
    public String toString() {
        return from + ":" + to;
    }
}

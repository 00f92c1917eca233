package dev.retort.cli.output;

import java.time.Clock;

/** How it is told that something takes long. */
public enum ProgressStyle {

    /** On a line that changes in place, which takes a terminal that understands it. */
    IN_PLACE,

    /** In plain lines, more and more seldom. */
    LINES,

    /** Not at all. */
    SILENT;

    /**
     * Begins to tell.
     *
     * @param terminal where it is shown
     */
    public Activity begin(Terminal terminal, Clock clock) {
        return switch (this) {
            case IN_PLACE -> Activity.inPlace(terminal::inPlace, clock).ticking();
            case LINES -> Activity.inLines(terminal::remark, clock).ticking();
            case SILENT -> Activity.silent(clock);
        };
    }
}

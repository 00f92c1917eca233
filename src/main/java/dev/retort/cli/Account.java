package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Times;
import java.time.Duration;
import java.util.Collection;

/** The line that every command which changes a database ends with: where, from, to, how long, who. */
final class Account {

    private Account() {}

    /**
     * The line.
     *
     * @param deed what was done, and a blank: {@code upgraded }
     * @param display the address of the database
     * @param role the role that it was done as
     */
    static Part[] of(
            String deed,
            String display,
            Collection<String> before,
            Collection<String> after,
            Duration took,
            String role) {
        return new Part[] {
            new Part(Ink.GOOD, deed),
            Part.plain(
                    display + " from " + place(before) + " to " + place(after) + " in " + Times.taken(took) + as(role))
        };
    }

    /** The same of a database that stands where it stood. */
    static Part[] staying(String deed, String display, Collection<String> rows, Duration took, String role) {
        return new Part[] {
            new Part(Ink.GOOD, deed),
            Part.plain(display + " at " + place(rows) + ", where it stood before, in " + Times.taken(took) + as(role))
        };
    }

    /** Who did it, as the end of a sentence: the role, and who sat there. */
    static String as(String role) {
        return ", as " + role + " (operating system user " + System.getProperty("user.name", "unknown") + ")";
    }

    /** Where rows of the version table say that a database stands. */
    static String place(Collection<String> rows) {
        return rows.isEmpty() ? "the base" : String.join(", ", rows);
    }
}

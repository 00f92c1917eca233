package dev.retort.cli.output;

/**
 * A piece of a line in one colour.
 *
 * @param text any text; it is made harmless when printed
 */
public record Part(Ink ink, String text) {

    /** A piece without colour. */
    public static Part plain(String text) {
        return new Part(Ink.PLAIN, text);
    }
}

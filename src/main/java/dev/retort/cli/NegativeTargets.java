package dev.retort.cli;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Keeps a relative target such as {@code -1} from being read as an option: it carries a mark through the parser. */
final class NegativeTargets {

    /** A character that no shell passes on by accident. */
    private static final String MARK = "\u2060";

    private static final Pattern NEGATIVE = Pattern.compile("-\\d+(:.*)?");

    private NegativeTargets() {}

    static String[] protect(String[] args) {
        return Arrays.stream(args)
                .map(arg -> NEGATIVE.matcher(arg).matches() ? MARK + arg : arg)
                .toArray(String[]::new);
    }

    static String unprotect(String text) {
        return text.replace(MARK, "");
    }
}

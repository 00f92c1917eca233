package dev.retort.database;

import java.io.File;
import java.util.regex.Pattern;

/** Quotes a word of a command that is shown to be typed, for the shell of this machine. */
public final class ShellWord {

    /** What no shell reads as anything but itself. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private ShellWord() {}

    /** The word as a shell takes it back unchanged. */
    public static String quoted(String word) {
        return quoted(word, File.separatorChar == '\\');
    }

    static String quoted(String word, boolean windows) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return windows ? '"' + word.replace("\"", "\\\"") + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}

package dev.retort.command.config;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One setting as it was written, before variables are filled in.
 *
 * @param values one for a text or a flag, any number for a list; empty for a table
 * @param table the pairs of a table, else empty
 * @param base the folder that relative paths start from
 * @param origin where it was written, in words, for errors
 * @param interpolated whether <code>${VAR}</code> stands for a variable in it
 */
public record Setting(
        List<String> values, SortedMap<String, String> table, Path base, String origin, boolean interpolated) {

    public Setting {
        values = List.copyOf(values);
        table = new TreeMap<>(table);
    }

    /** A setting of the command line or the environment, taken as it is. */
    public static Setting of(List<String> values, Path base, String origin) {
        return new Setting(values, new TreeMap<>(), base, origin, false);
    }

    /** A table of the command line. */
    public static Setting ofTable(SortedMap<String, String> table, Path base, String origin) {
        return new Setting(List.of(), table, base, origin, false);
    }
}

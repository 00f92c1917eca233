package dev.retort.diff;

import dev.retort.operation.Warning;
import java.util.List;

/** Says that a dropped and an added object may be one under a new name, with what to type. */
final class RenameHint {

    private RenameHint() {}

    /**
     * A hint.
     *
     * @param kind what it is, such as {@code constraint}
     * @param option what {@code --rename} takes: {@code customer.fullname=full_name}
     */
    static void add(Changes changes, String kind, String from, String to, String option, String why) {
        changes.warn(
                "possible-" + kind.replace(' ', '-') + "-rename",
                Warning.Level.WARNING,
                List.of(from, to),
                kind + " " + from + " goes and " + to + " comes, " + why
                        + ". If this is one " + kind + " under a new name, run again with the rename"
                        + (List.of("table", "column").contains(kind) ? ", or its data is lost" : ""),
                "--rename " + shell(option));
    }

    private static String shell(String option) {
        return option.matches("[A-Za-z0-9_.=-]+") ? option : "'" + option.replace("'", "'\\''") + "'";
    }
}

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
        Warning warning = new Warning(
                "possible-" + kind.replace(' ', '-') + "-rename",
                Warning.Level.WARNING,
                List.of(from, to),
                kind + " " + from + " goes and " + to + " comes, " + why
                        + ". If this is one " + kind + " under a new name, run again with the rename"
                        + lost(kind),
                "--rename " + OptionPath.shell(option));
        changes.doubt(warning, null, new RenameCandidate(kind, from, to, option, why));
    }

    private static String lost(String kind) {
        return switch (kind) {
            case "table", "column" -> ", or its data is lost";
            case "sequence" -> ", or it counts from its start again, over numbers that are taken";
            default -> "";
        };
    }
}

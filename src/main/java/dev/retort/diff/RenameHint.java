package dev.retort.diff;

import dev.retort.operation.Warning;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says that a dropped and an added object may be one under a new name, with what to type. */
final class RenameHint {

    private RenameHint() {}

    /** A pair that is the only one that either is in. */
    static void add(Changes changes, String kind, String from, String to, String option, String why) {
        add(changes, new RenameCandidate(kind, from, to, option, why, 0));
    }

    /** A pair that is said and asked; those that are only asked are {@link Changes#candidate}s. */
    static void add(Changes changes, RenameCandidate candidate) {
        String kind = candidate.kind();
        Warning warning = new Warning(
                rule(kind),
                Warning.Level.WARNING,
                List.of(candidate.from(), candidate.to()),
                kind + " " + candidate.from() + " goes and " + candidate.to() + " comes, " + candidate.why()
                        + ". If this is one " + kind + " under a new name, run again with the rename" + lost(kind)
                        + (candidate.within().isEmpty()
                                ? ""
                                : ". The other options are for columns of it that may have new names too"),
                Stream.concat(Stream.of(candidate.option()), candidate.within().stream())
                        .map(option -> "--rename " + OptionPath.shell(option))
                        .collect(Collectors.joining(" ")));
        changes.doubt(warning, null, candidate);
    }

    static String rule(String kind) {
        return "possible-" + kind.replace(' ', '-') + "-rename";
    }

    private static String lost(String kind) {
        return switch (kind) {
            case "table", "column" -> ", or its data is lost";
            case "sequence" -> ", or it counts from its start again, over numbers that are taken";
            default -> "";
        };
    }
}

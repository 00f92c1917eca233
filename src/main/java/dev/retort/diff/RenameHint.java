package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
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
                kind + " " + shown(candidate.from()) + " goes and " + shown(candidate.to()) + " comes, "
                        + candidate.why() + ". If this is one " + kind + " under a new name, " + lost(kind)
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
            case "table", "column" -> "its data would be lost";
            case "sequence" -> "it would count from its start again, over numbers that are taken";
            case EnumRenameHints.VALUE ->
                "rows that hold it would be in the way: with this option they keep it under the new name, and no table is rewritten. Where the value itself goes, say with `--map`"
                        + " which value its rows get";
            case "index" -> "it would be built anew for nothing";
            default -> "it would be made anew for nothing";
        };
    }

    /** As people spell it, and as the other warnings do. */
    static String shown(String qualified) {
        String prefix = ObjectName.DEFAULT_NAMESPACE + ".";
        return qualified.startsWith(prefix) ? qualified.substring(prefix.length()) : qualified;
    }
}

package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Sequence;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is seen and never changed: warnings where it differs, and where a table changes that has one. */
final class ExtraDiffer {

    /** What no change of a table touches, or what is told with something else. */
    private static final Set<Extra.Kind> QUIET = EnumSet.of(
            Extra.Kind.COLUMN_OPTION,
            Extra.Kind.REPLICA_IDENTITY,
            Extra.Kind.CLUSTERING,
            Extra.Kind.CLAUSES,
            Extra.Kind.KEY_STORAGE,
            Extra.Kind.TYPE_USE,
            Extra.Kind.FUNCTION_USE,
            Extra.Kind.OUTSIDE,
            Extra.Kind.NULL_DEFAULT,
            Extra.Kind.CHILD_NOT_NULL,
            Extra.Kind.IDENTITY_NAME,
            Extra.Kind.PARTITION_INDEX,
            Extra.Kind.PARTITION_DEFAULT,
            Extra.Kind.PARTITION_CHECK,
            Extra.Kind.PARTITION_NOT_NULL);

    /** What has a word of its own where it matters. */
    private static final Set<Extra.Kind> TOLD = EnumSet.of(
            Extra.Kind.PARTITION_DEFAULT,
            Extra.Kind.TYPE_USE,
            Extra.Kind.FUNCTION_USE,
            Extra.Kind.OUTSIDE,
            Extra.Kind.NULL_DEFAULT,
            Extra.Kind.IDENTITY_NAME,
            Extra.Kind.PARTITION_INDEX,
            Extra.Kind.EXTENSION_COMMENT,
            Extra.Kind.CHILD_NOT_NULL);

    private ExtraDiffer() {}

    /**
     * Warns.
     *
     * @param off what does not simply stay, with what becomes of it
     */
    static void diff(Sides sides, Set<ObjectName> changedTables, Map<Extra, String> off) {
        differing(sides, off);
        if (changedTables.isEmpty()
                && sides.from().sequences().equals(sides.to().sequences())) {
            return;
        }
        Set<ObjectName> changed = new HashSet<>(changedTables);
        sides.from().sequences().forEach((name, is) -> {
            Sequence shall = sides.to().sequences().get(name);
            if (shall != null && !is.equals(shall)) {
                changed.add(name);
            }
        });
        List<Extra> managed =
                sides.to().extras().stream().filter(Extra::isManaged).toList();
        for (Extra extra : sides.from().extras()) {
            ObjectName table = extra.table();
            boolean tells = !QUIET.contains(extra.kind()) && !extra.kind().isComment() && !isManaged(extra, managed);
            if (tells && table != null && changed.contains(table)) {
                if (sides.to().tables().containsKey(table)
                        || !sides.from().tables().containsKey(table)) {
                    stays(extra, table, " has ", off, sides);
                } else {
                    goes(extra, table, sides);
                }
            } else if (tells && table == null && extra.kind() == Extra.Kind.FUNCTION) {
                SpokenTables.of(extra, changedTables).forEach(t -> stays(extra, t, " is spoken of by ", off, sides));
            }
        }
    }

    private static void stays(Extra extra, ObjectName table, String has, Map<Extra, String> off, Sides sides) {
        sides.changes()
                .warn(
                        "unmanaged-" + word(extra),
                        Warning.Level.WARNING,
                        objects(extra, table),
                        table.display() + has + named(extra) + ", which "
                                + off.getOrDefault(
                                        extra,
                                        isOfWholeTable(extra, Extra.Kind.GRANT)
                                                        || extra.kind() == Extra.Kind.COLUMN_GRANT
                                                ? extra.kind() == Extra.Kind.COLUMN_GRANT
                                                                && sides.impact()
                                                                        .isRebuilt(
                                                                                table,
                                                                                extra.name()
                                                                                        .name())
                                                        ? "go with the column, as it is made anew"
                                                        : "this leaves as they are"
                                                : "this leaves as it is"),
                        sides.from().sequences().containsKey(table)
                                ? "Nothing to do: see them with `\\dp " + SqlText.name(table) + "` in psql"
                                : ExtraAdvice.stays(extra, table));
    }

    /** What goes with its table, and is made by hand where the table comes back. */
    private static void goes(Extra extra, ObjectName table, Sides sides) {
        boolean several = extra.kind() == Extra.Kind.GRANT || extra.kind() == Extra.Kind.COLUMN_GRANT;
        String shown = SqlText.name(table);
        sides.changes()
                .warn(
                        "unmanaged-" + word(extra),
                        Warning.Level.WARNING,
                        objects(extra, table),
                        table.display() + " has " + named(extra) + ", which " + (several ? "go" : "goes")
                                + " with it, and the way down does not bring " + (several ? "them" : "it") + " back",
                        "See " + (several ? "them with `\\dp " : "it with `\\d ") + shown
                                + "` in psql, and write the statement that makes " + (several ? "them" : "it")
                                + " into downgrade, below where " + table.display() + " is created again");
    }

    /** What the model states or a revision made is no stranger. */
    private static boolean isManaged(Extra extra, List<Extra> managed) {
        return extra.isManaged() || managed.stream().anyMatch(shall -> shall.isSame(extra));
    }

    /** The table and what hangs on it. */
    static List<String> objects(Extra extra) {
        ObjectName table = extra.table();
        return table == null
                ? List.of(extra.name().qualified())
                : List.of(table.qualified(), extra.name().name());
    }

    /** What has no name of its own is its table's. */
    private static List<String> objects(Extra extra, ObjectName table) {
        return extra.name().equals(table)
                ? List.of(table.qualified())
                : List.of(table.qualified(), extra.name().name());
    }

    private static String named(Extra extra) {
        if (isOfWholeTable(extra, Extra.Kind.GRANT)) {
            return "grants to other roles";
        }
        if (extra.kind() == Extra.Kind.COLUMN_GRANT) {
            return "grants on the column " + extra.name().name() + " to other roles";
        }
        return extra.kind() == Extra.Kind.ROW_SECURITY
                ? "row level security"
                : "the " + extra.kind().words() + " " + extra.name().name();
    }

    /** Whether it has no name of its own. */
    private static boolean isOfWholeTable(Extra extra, Extra.Kind kind) {
        return extra.kind() == kind && extra.name().equals(extra.table());
    }

    /**
     * Tells what is not the same on both sides.
     *
     * @param off what is taken off, with what becomes of it
     */
    private static void differing(Sides sides, Map<Extra, String> off) {
        List<Extra> before = sides.from().extras();
        List<Extra> after = sides.to().extras();
        if (before.equals(after)) {
            return;
        }
        Set<Extra> left = new HashSet<>(before);
        Set<Extra> right = new HashSet<>(after);
        Function<Extra, List<Object>> identity = e -> List.of(e.kind(), e.name(), e.table() == null ? "" : e.table());
        Set<List<Object>> told = new HashSet<>();
        Set<List<Object>> there = after.stream().map(identity).collect(Collectors.toSet());
        off.entrySet().stream()
                .filter(e -> AttachedDiffer.comesAgain(e.getKey(), e.getValue()))
                .map(Map.Entry::getKey)
                .map(identity)
                .filter(there::contains)
                .forEach(told::add);
        Stream.concat(
                        before.stream().filter(e -> !right.contains(e)),
                        after.stream().filter(e -> !left.contains(e)))
                .filter(e -> !Attached.isOfView(e) && !Attached.isOfPartition(e) && !TOLD.contains(e.kind()))
                .filter(e -> !DomainNotNull.isSettled(e, sides) && told.add(identity.apply(e)))
                .forEach(e -> sides.changes()
                        .warn(
                                "different-" + word(e),
                                Warning.Level.WARNING,
                                object(e),
                                "the " + e.kind().words() + " "
                                        + (left.contains(e)
                                                ? "is missing or different on the other side"
                                                : "is not here, or is different")
                                        + ", and no revision manages it"
                                        + (isLacking(e, before)
                                                ? ": what is of its types, or uses its functions, operators or operator"
                                                        + " classes, fails without it"
                                                : ""),
                                isLacking(e, before) ? ExtraAdvice.lacking(e) : ExtraAdvice.differs(e)));
    }

    /** Whether it is an extension, and there is none of the name. */
    private static boolean isLacking(Extra extra, List<Extra> before) {
        return extra.kind() == Extra.Kind.EXTENSION
                && before.stream()
                        .noneMatch(e -> e.kind() == Extra.Kind.EXTENSION
                                && e.name().name().equals(extra.name().name()));
    }

    /** What hangs on a table is found there; a partition is a table itself, and grants are the whole table's. */
    private static String object(Extra extra) {
        ObjectName table = extra.table();
        return table == null || table.equals(extra.name()) || extra.kind() == Extra.Kind.PARTITION
                ? extra.name().qualified()
                : table.qualified() + "." + extra.name().name();
    }

    private static String word(Extra extra) {
        return extra.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import dev.retort.schema.expression.AllowedValues;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new table whose key refers to one that stands, as that of a subclass does when a hierarchy of one table ({@code SINGLE_TABLE} of Jakarta Persistence)
 * becomes {@code JOINED}. Which rows are the subclass's the discriminator says: by what it may hold, or by its usual name.
 */
final class SubclassRows {

    /** What Jakarta Persistence calls a discriminator that nobody gave a name. */
    private static final String DISCRIMINATOR = "dtype";

    private static final Set<String> STRINGS = Set.of("varchar", "character varying", "text", "char", "character");

    /** Shorter beginnings of a name say nothing. */
    private static final int SHORTEST = 3;

    private SubclassRows() {}

    /** Whether the key of the one table is a reference to the key of the other. */
    static boolean isShared(Table table, Table other) {
        return table.primaryKey() != null
                && other.primaryKey() != null
                && table.foreignKeys().stream()
                        .anyMatch(k -> k.target().equals(other.name())
                                && k.columns().equals(table.primaryKey().columns())
                                && k.targetColumns().equals(other.primaryKey().columns()));
    }

    /**
     * What a discriminator calls a subclass.
     *
     * @param all all that the discriminator may hold
     */
    record Kind(String column, String value, List<String> all) {}

    /** The condition that the rows of the subclass fulfil in the one table of all, as SQL; null where nothing says it. */
    static @Nullable String condition(Table all, Table subclass) {
        Kind kind = kind(all, subclass);
        if (kind != null) {
            return ReservedWords.quote(kind.column()) + " = " + SqlText.literal(kind.value());
        }
        Column usual = all.column(DISCRIMINATOR).orElse(null);
        return usual != null
                        && STRINGS.contains(usual.type().base())
                        && lists(all).stream().noneMatch(v -> v.column().equals(DISCRIMINATOR))
                ? "lower(" + DISCRIMINATOR + ") = "
                        + SqlText.literal(plain(subclass.name().name()))
                : null;
    }

    /** The value that a check lists for the subclass; null where none has its name. */
    static @Nullable Kind kind(Table all, Table subclass) {
        String name = plain(subclass.name().name());
        for (boolean whole : new boolean[] {true, false}) {
            for (AllowedValues list : lists(all)) {
                List<String> meant = list.values().stream()
                        .filter(v -> whole ? plain(v).equals(name) : isBeginning(plain(v), name))
                        .toList();
                if (meant.size() == 1) {
                    return new Kind(list.column(), meant.get(0), list.values());
                }
            }
        }
        return null;
    }

    private static List<AllowedValues> lists(Table all) {
        return all.checks().stream()
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .filter(v -> !v.numbers() && v.values().size() > 1)
                .toList();
    }

    private static boolean isBeginning(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST && (one.startsWith(other) || other.startsWith(one));
    }

    private static String plain(String name) {
        return name.replaceAll("[_\\s]", "").toLowerCase(Locale.ROOT);
    }

    /** Says where the rows are that a new table without attributes to take over should have: nothing that leaves would tell of them. */
    static void warn(Table table, Sides sides) {
        for (ForeignKey key : table.foreignKeys()) {
            Table is = sides.from().tables().get(key.target());
            Table shall = sides.to().tables().get(key.target());
            if (is == null
                    || shall == null
                    || !isShared(table, shall)
                    || !isShared(table, is)
                    || takesOver(table, is, shall)
                    || !isFilledByKey(table)) {
                continue;
            }
            String condition = condition(is, table);
            if (condition != null) {
                warn(table, is, condition, sides);
            }
        }
    }

    private static void warn(Table table, Table is, String condition, Sides sides) {
        String name = table.name().display();
        sides.changes()
                .warn(
                        PossibleMove.RULE,
                        Warning.Level.WARNING,
                        table.name().qualified(),
                        "the new table " + name + " refers to " + is.name().display()
                                + " by its key, as that of a subclass does: it stays empty, so the rows of "
                                + is.name().display() + " that are of the subclass are no longer found",
                        "Where there are some, write `"
                                + SqlText.call("INSERT INTO " + SqlText.name(table.name()) + " ("
                                        + keys(table) + ") SELECT " + keys(is) + " FROM " + SqlText.name(is.name())
                                        + " WHERE " + condition)
                                + "` behind the new table, and above what is dropped");
    }

    private static String keys(Table table) {
        return table.primaryKey() == null
                ? ""
                : String.join(
                        ", ",
                        table.primaryKey().columns().stream()
                                .map(ReservedWords::quote)
                                .toList());
    }

    /** Whether a column leaves that the new table has, which is told with the column. */
    private static boolean takesOver(Table table, Table is, Table shall) {
        return is.columns().stream()
                .anyMatch(c -> shall.column(c.name()).isEmpty()
                        && table.column(c.name())
                                .map(Column::type)
                                .filter(c.type()::equals)
                                .isPresent());
    }

    private static boolean isFilledByKey(Table table) {
        List<String> key = Stream.ofNullable(table.primaryKey())
                .flatMap(k -> k.columns().stream())
                .toList();
        return PossibleMove.isFilled(table, Set.copyOf(key));
    }
}

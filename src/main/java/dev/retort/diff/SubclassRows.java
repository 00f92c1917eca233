package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import dev.retort.schema.expression.AllowedValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

    /**
     * The rows that a table gets, its own and those of the tables below it, each of which has a row in it as well.
     *
     * @param condition what is true of them, as SQL; empty where nothing says it, or all are
     * @param open a sentence that asks about what only people know; empty where nothing is
     */
    record Rows(String condition, String open) {}

    /** The rows that a new table gets from one that stands, by the discriminator or else by what they hold. */
    static Rows rows(Table table, TablePair pair, Sides sides) {
        List<Table> tree = new ArrayList<>(List.of(table));
        below(table, sides, tree);
        Set<String> conditions = new LinkedHashSet<>();
        for (Table one : tree) {
            String condition = condition(pair.from(), one);
            List<Column> taken = PossibleMove.taken(pair, one);
            if (condition != null) {
                conditions.add(condition);
            }
            if (!taken.isEmpty() && kind(pair.from(), one) == null) {
                conditions.add(PossibleMove.held(taken, one));
            }
        }
        List<Table> all = new ArrayList<>();
        below(pair.to(), sides, all);
        return conditions.contains("")
                ? new Rows("", "")
                : new Rows(
                        String.join(" OR ", conditions),
                        OpenKinds.of(pair.from(), pair.to(), tree, all, !conditions.isEmpty()));
    }

    /** The new table that is right above a new one, where the one that stands is above both; null where it is right above, or not at all. */
    static @Nullable Table above(Table table, TablePair root, Sides sides) {
        List<Table> chain = chain(table, sides);
        int last = chain.size() - 1;
        return last > 0 && chain.get(last).name().equals(root.name()) && isShared(chain.get(last - 1), root.from())
                ? chain.get(0)
                : null;
    }

    /** The tables above a new one up to the first that stands; empty where none does. */
    private static List<Table> chain(Table table, Sides sides) {
        List<Table> chain = new ArrayList<>();
        Table next = parent(table, sides);
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            if (sides.from().tables().containsKey(next.name())) {
                return chain;
            }
            next = parent(next, sides);
        }
        return List.of();
    }

    private static @Nullable Table parent(Table table, Sides sides) {
        return table.foreignKeys().stream()
                .flatMap(k -> Stream.ofNullable(sides.to().tables().get(k.target())))
                .filter(t -> !t.name().equals(table.name()) && isShared(table, t))
                .findFirst()
                .orElse(null);
    }

    /** Adds the new tables of the subclasses of a class, and of theirs. */
    private static void below(Table table, Sides sides, List<Table> found) {
        for (Table other : sides.impact().created(sides.from())) {
            Table parent = found.contains(other) ? null : parent(other, sides);
            if (parent != null && parent.name().equals(table.name())) {
                found.add(other);
                below(other, sides, found);
            }
        }
    }

    /**
     * The condition that the rows of the subclass fulfil in the one table of all, as SQL; null where nothing says it. By the usual name alone it holds for no row
     * of a table that is no subclass's, such as a {@code @SecondaryTable}.
     */
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

    /** The value that a check lists for the subclass; null where none has its whole name: a part of it may be the name of another class, as where a table is beside that of a class. */
    static @Nullable Kind kind(Table all, Table subclass) {
        String name = plain(subclass.name().name());
        boolean root = name.equals(plain(all.name().name())) && !subclass.name().equals(all.name());
        for (AllowedValues list : root ? List.<AllowedValues>of() : lists(all)) {
            List<String> meant =
                    list.values().stream().filter(v -> plain(v).equals(name)).toList();
            if (meant.size() == 1) {
                return new Kind(list.column(), meant.get(0), list.values());
            }
        }
        return null;
    }

    /** Whether the column says which class a row is of. */
    static boolean tells(Table all, Column column, Table subclass) {
        Kind kind = kind(all, subclass);
        return column.name().equals(kind == null ? DISCRIMINATOR : kind.column());
    }

    static List<AllowedValues> lists(Table all) {
        return all.checks().stream()
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .filter(v -> !v.numbers() && v.values().size() > 1)
                .toList();
    }

    static String plain(String name) {
        return name.replaceAll("[_\\s]", "").toLowerCase(Locale.ROOT);
    }

    /** Says where the rows are that a new table without attributes to take over should have: nothing that leaves would tell of them. */
    static void warn(Table table, Sides sides) {
        List<Table> chain = chain(table, sides);
        Table shall = chain.isEmpty() ? null : chain.get(chain.size() - 1);
        Table is = shall == null ? null : sides.from().tables().get(shall.name());
        if (shall == null
                || is == null
                || !isShared(chain.size() == 1 ? table : chain.get(chain.size() - 2), is)
                || takesOver(table, is, shall)
                || !isFilledByKey(table)) {
            return;
        }
        Rows rows = rows(table, TablePair.of(is, shall), sides);
        boolean asks = !rows.open().isEmpty() && !isJoined(is, sides);
        if (!rows.condition().isEmpty() || asks) {
            warn(table, chain.size() == 1 ? null : chain.get(0), is, rows, sides);
        }
    }

    private static void warn(Table table, @Nullable Table above, Table is, Rows rows, Sides sides) {
        String name = table.name().display();
        sides.changes()
                .warn(
                        PossibleMove.RULE,
                        Warning.Level.WARNING,
                        table.name().qualified(),
                        "the new table " + name + " refers to "
                                + (above == null ? is : above).name().display()
                                + " by its key, as that of a subclass does: it stays empty, so the rows of "
                                + is.name().display() + " that are of the subclass are no longer found",
                        "Where there are some, write `"
                                + SqlText.call("INSERT INTO " + SqlText.name(table.name()) + " ("
                                        + keys(table) + ") SELECT " + keys(is) + " FROM " + SqlText.name(is.name())
                                        + " WHERE " + (rows.condition().isEmpty() ? "…" : rows.condition()))
                                + "` behind the new table"
                                + (above == null
                                        ? ""
                                        : ", below what fills " + above.name().display())
                                + ", and above " + EarlyKeys.above(sides) + rows.open());
    }

    /** Whether the table has subclasses already, so that a new one need not be of rows that are there. */
    private static boolean isJoined(Table is, Sides sides) {
        return sides.from().allTables().stream().anyMatch(t -> !t.name().equals(is.name()) && isShared(t, is));
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

package dev.retort.command.run;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.migration.BatchBlock;
import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.runtime.TakingSql;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the tables and columns that operations take away, under the names that they have now, before any of them runs. */
final class Losses {

    /** Rows that a revision deletes by name are as a rule those that it has inserted. */
    private static final Pattern DELETES = Pattern.compile("(?is)\\bdelete\\s+from\\b");

    private static final int LONGEST = 60;

    private final Map<ObjectName, ObjectName> namesNow = new HashMap<>();
    private final Map<Place, Place> columnsNow = new HashMap<>();
    private final Set<ObjectName> made = new HashSet<>();
    private final Set<Place> madeColumns = new HashSet<>();
    private final Set<Place> lost = new LinkedHashSet<>();
    private final List<Loss> unknown = new ArrayList<>();

    /**
     * A table, or a column of one.
     *
     * @param column null for the table
     */
    record Place(ObjectName table, @Nullable String column) {

        String display() {
            return (column == null ? "table " : "column ") + name();
        }

        String name() {
            return column == null ? table.display() : table.display() + "." + column;
        }
    }

    private Losses() {}

    /**
     * Whether a plan takes tables, columns or rows that it has not made itself; they are looked for and not counted.
     *
     * @param places where it runs: the PostgreSQL schemas in which it does, by database
     */
    static boolean any(List<Outline> outlines, Map<Database, List<String>> places) {
        Losses losses = new Losses();
        outlines.forEach(outline -> outline.operations().forEach(losses::take));
        return losses.unknown.stream().anyMatch(Loss::lost)
                || (!losses.lost.isEmpty()
                        && places.entrySet().stream()
                                .anyMatch(place -> LossCount.anyThere(place.getKey(), place.getValue(), losses.lost)));
    }

    /**
     * What is lost, with the rows counted in two round trips however many tables there are.
     *
     * @param outlines what each revision of a plan says, in order
     */
    static List<Loss> of(Database database, List<Outline> outlines) {
        Losses losses = new Losses();
        for (Outline outline : outlines) {
            outline.operations().forEach(losses::take);
            if (outline.more() || !outline.fault().isEmpty()) {
                String which = outline.more()
                        ? "a revision that asks the database"
                        : "a revision whose code fails without a database";
                losses.unknown.add(Loss.possible(which, "what it takes is known when it runs"));
            }
        }
        Set<ObjectName> tables = new HashSet<>();
        losses.lost.stream().filter(place -> place.column() == null).forEach(place -> tables.add(place.table()));
        List<Place> places = losses.lost.stream()
                .filter(place -> place.column() == null || !tables.contains(place.table()))
                .toList();
        return Stream.concat(count(database, places).stream(), losses.unknown.stream())
                .toList();
    }

    private static List<Loss> count(Database database, List<Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        try {
            return LossCount.of(database, places);
        } catch (DatabaseException refused) {
            String why = "not counted: " + refused.reason().lines().findFirst().orElse("");
            return places.stream()
                    .map(place -> Loss.unknown(place.display(), why))
                    .toList();
        }
    }

    private void take(Operation operation) {
        if (operation instanceof CreateTable create) {
            made.add(create.table().name());
        } else if (operation instanceof AddColumn add) {
            madeColumns.add(new Place(add.table(), add.column().name()));
        } else if (operation instanceof RenameTable rename) {
            namesNow.put(rename.to(), now(rename.from()));
        } else if (operation instanceof RenameColumn rename) {
            columnsNow.put(new Place(now(rename.table()), rename.to()), column(now(rename.table()), rename.from()));
        } else if (operation instanceof DropTable drop) {
            if (!made.remove(drop.table())) {
                lost.add(new Place(now(drop.table()), null));
            }
        } else if (operation instanceof DropColumn drop) {
            if (!made.contains(drop.table()) && !madeColumns.remove(new Place(drop.table(), drop.column()))) {
                lost.add(column(now(drop.table()), drop.column()));
            }
        } else if (operation instanceof Execute execute) {
            List<TakingSql> taken = TakingSql.of(execute.sql());
            taken.forEach(this::take);
            if (taken.isEmpty() && DELETES.matcher(execute.sql()).find()) {
                unknown.add(Loss.possible("rows that SQL of its own deletes by name", shortened(execute.sql())));
            }
        }
    }

    private void take(TakingSql taken) {
        ObjectName table = taken.table();
        String column = taken.column();
        if (table == null) {
            unknown.add(new Loss("what SQL of its own takes", shortened(taken.statement()), true));
        } else if (column != null) {
            take(new DropColumn(table, column));
        } else if (!made.contains(table) && !table.name().equals(BatchBlock.TABLE)) {
            lost.add(new Place(now(table), null));
        }
    }

    private static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    }

    private ObjectName now(ObjectName table) {
        return namesNow.getOrDefault(table, table);
    }

    private Place column(ObjectName tableNow, String column) {
        Place place = new Place(tableNow, column);
        return columnsNow.getOrDefault(place, place);
    }
}

package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that goes while another one gets columns for them: the table of a subclass whose hierarchy gets one table ({@code SINGLE_TABLE} of
 * Jakarta Persistence), or a join table whose rows one of its two ends refers to itself. Only what takes all of the table's columns is taken for it.
 */
final class MergedRows {

    private final Table gone;
    private final Table into;
    private final Sides sides;

    private MergedRows(Table gone, Table into, Sides sides) {
        this.gone = gone;
        this.into = into;
        this.sides = sides;
    }

    /** What is said in place of the loss; null where no table takes the rows. */
    static MovedValues.@Nullable Told of(Table gone, Sides sides) {
        boolean alone = gone.options() == null
                || (gone.options().partitionKey().isEmpty()
                        && gone.options().inherits().isEmpty());
        if (!alone || sides.impact().dropsTablesFirst(sides.from())) {
            return null;
        }
        Subclasses.Hierarchy joined = Subclasses.joined(gone, sides);
        if (joined != null) {
            return new MergedRows(gone, joined.root(), sides).subclass(joined);
        }
        Warning apart = TablesPerClass.gone(gone, sides);
        if (apart != null) {
            return new MovedValues.Told(apart, null);
        }
        for (Table table : sides.to().allTables()) {
            String kind = Subclasses.discriminator(gone, table, sides);
            if (kind != null) {
                return new MergedRows(gone, table, sides).whole(kind);
            }
        }
        MovedValues.Told joins = JoinTables.of(gone, sides);
        return joins != null ? joins : ArrayElements.gathered(gone, sides);
    }

    /** The columns of a subclass alone, in the rows that the root has already. */
    private MovedValues.Told subclass(Subclasses.Hierarchy joined) {
        List<String> key = key(gone);
        List<Column> own = Subclasses.own(gone);
        JoinedRow row = new JoinedRow(into.name(), gone.name());
        String same = row.same(key, key(into));
        Map<String, String> sets = new LinkedHashMap<>();
        own.forEach(c -> sets.put(c.name(), row.column(c.name())));
        List<String> calls = sets.isEmpty() ? List.of() : List.of(SqlText.call(row.update(sets, same)));
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            values.put(key.get(i), former(key(into).get(i)));
        }
        own.forEach(c -> values.put(c.name(), ReservedWords.quote(c.name())));
        String down = back(List.of(insert(gone, values, SqlText.name(before()), joined.condition()))) + joined.open();
        if (calls.isEmpty()) {
            return new MovedValues.Told(
                    warning(gone, into.name(), "", "Where they move, the discriminator has to name them, and " + down),
                    null);
        }
        // Rows of other classes, which a discriminator tells of, take a value from elsewhere.
        boolean all = SubclassRows.condition(into, gone) == null;
        Map<String, String> sources = new LinkedHashMap<>();
        own.forEach(c -> sources.put(c.name(), all ? row.value(c.name(), same, true) : ""));
        List<String> names = own.stream().map(Column::name).toList();
        return told(
                gone,
                new MovedValues(
                        into.name(),
                        sources,
                        calls,
                        names.stream()
                                .filter(c -> into.column(c)
                                        .filter(shall -> !shall.nullable() && shall.defaultValue() == null)
                                        .isPresent())
                                .toList(),
                        below(names),
                        down,
                        into.checks().stream()
                                .filter(c -> !sides.from().tables().containsKey(into.name())
                                        || !Objects.requireNonNull(
                                                        sides.from().tables().get(into.name()))
                                                .checks()
                                                .contains(c))
                                .filter(c -> names.stream()
                                        .anyMatch(n -> demands(c.expression().sql(), n)))
                                .map(c -> String.valueOf(c.name()))
                                .toList(),
                        true));
    }

    /** Whether the SQL wants a column to hold something, as Hibernate's checks of subclasses do. */
    private static boolean demands(String sql, String column) {
        return Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(column) + "\"?\\s+is\\s+not\\s+null")
                .matcher(sql)
                .find();
    }

    /** All columns of a subclass, in rows of their own. */
    private MovedValues.Told whole(String kind) {
        Map<String, String> there = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        for (Column column : Subclasses.written(gone)) {
            String name = ReservedWords.quote(column.name());
            there.put(column.name(), name);
            back.put(column.name(), former(column.name()));
        }
        SubclassRows.Kind value = Objects.requireNonNull(SubclassRows.kind(into, gone));
        there.put(value.column(), SqlText.literal(value.value()));
        Table former = sides.from().tables().get(into.name());
        List<String> calls = new ArrayList<>();
        calls.add(insert(into, there, SqlText.name(gone.name()), ""));
        boolean fresh = former == null;
        if (fresh) {
            key(into).forEach(k -> CountOn.behind(into, into.columnsByName().get(k), sides, calls));
        }
        List<String> again = new ArrayList<>();
        again.add(insert(gone, back, SqlText.name(before()), kind));
        if (!fresh) {
            again.add(SqlText.call("DELETE FROM " + SqlText.name(before()) + " WHERE " + kind));
        }
        List<String> added = into.columns().stream()
                .map(Column::name)
                .filter(c -> former != null && former.column(c).isEmpty())
                .toList();
        Map<String, String> sources = new LinkedHashMap<>();
        added.forEach(c -> sources.put(c, ""));
        return told(
                gone,
                new MovedValues(
                        into.name(),
                        sources,
                        calls,
                        List.of(),
                        fresh ? "right below where " + into.name().display() + " is created" : below(added),
                        back(again),
                        List.of(),
                        false));
    }

    static MovedValues.Told told(Table gone, MovedValues values) {
        String checks = values.checks().isEmpty()
                ? ""
                : ", and the new check" + (values.checks().size() == 1 ? " " : "s ")
                        + EnumChecks.words(values.checks())
                        + (values.checks().size() == 1 ? " fails" : " fail") + " for them until they do";
        return new MovedValues.Told(warning(gone, values.table(), checks, values.cure(Map.of())), values);
    }

    private static Warning warning(Table gone, ObjectName into, String more, String cure) {
        return new Warning(
                PossibleMove.RULE,
                Warning.Level.WARNING,
                List.of(gone.name().qualified()),
                "the rows of " + gone.name().display() + " are lost unless they move to " + into.display() + more,
                cure);
    }

    /** Where values go to columns that are new: before anything checks them. */
    static String below(List<String> columns) {
        return columns.size() == 1
                ? "right below where " + columns.get(0) + " is added"
                : "below the last of " + EnumChecks.words(columns) + ", where they are added";
    }

    static String back(List<String> calls) {
        return "in downgrade, right below where it is created again, " + SqlText.ticked(calls);
    }

    /** Rows for a table, from what is SQL of another. */
    static String insert(Table table, Map<String, String> values, String source, String condition) {
        boolean always = table.columns().stream()
                .anyMatch(c -> values.containsKey(c.name())
                        && c.identity() != null
                        && c.identity().kind() == Identity.Kind.ALWAYS);
        return SqlText.call("INSERT INTO " + SqlText.name(table.name()) + " ("
                + values.keySet().stream().map(ReservedWords::quote).collect(Collectors.joining(", ")) + ") "
                + (always ? "OVERRIDING SYSTEM VALUE " : "") + "SELECT " + String.join(", ", values.values()) + " FROM "
                + source + (condition.isEmpty() ? "" : " WHERE " + condition));
    }

    private ObjectName before() {
        return sides.changes().old().table(into.name());
    }

    private String former(String column) {
        return ReservedWords.quote(sides.changes().old().column(into.name(), column));
    }

    static List<String> key(Table table) {
        return table.primaryKey() == null ? List.of() : table.primaryKey().columns();
    }

    /** Whether columns of a table hold no two rows alike. */
    static boolean isUnique(Table table, List<String> columns) {
        return Stream.concat(Stream.of(key(table)), table.uniques().stream().map(u -> u.columns()))
                .anyMatch(k -> !k.isEmpty() && Set.copyOf(columns).containsAll(k));
    }
}

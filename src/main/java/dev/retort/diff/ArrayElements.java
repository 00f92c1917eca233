package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An array that becomes rows of a table of its own, or the other way round: an attribute that turns from an array into an {@code @ElementCollection}.
 *
 * @param rows the table of the elements
 * @param owner its reference to the table that has the array
 * @param element the column of the elements
 * @param place the column of their places; null where none counts them
 */
record ArrayElements(
        Table rows,
        ForeignKey owner,
        Column element,
        @Nullable Column place) {

    private static final Set<String> COUNTED = Set.of("smallint", "integer", "bigint");

    /** Of an array that goes while a new table takes its elements; null where none does. */
    static @Nullable Warning scattered(TablePair pair, String column, Sides sides) {
        Column array = pair.fromColumns().get(column);
        if (array == null || sides.impact().isRebuilt(pair.name(), column)) {
            return null;
        }
        for (Table table : sides.impact().created(sides.from())) {
            ArrayElements elements = of(table, pair.name(), array);
            if (elements != null && elements.refersToWhatStays(pair)) {
                OldNames old = sides.changes().old();
                JoinedRow row = elements.row(pair.name(), old);
                String same = elements.same(row, pair.name(), old);
                List<String> calls = new ArrayList<>(List.of(SqlText.call(
                        elements.gather(row, array, same) + (array.nullable() ? " WHERE " + row.exists(same) : ""))));
                String below = KeptBack.below(List.of(array), old.table(pair.name()), calls);
                return new Warning(
                        PossibleMove.RULE,
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + column),
                        "the values of " + pair.name().display() + "." + column
                                + " are lost unless they move to the new table "
                                + table.name().display(),
                        "Where they move, write `" + elements.scatter(pair.name(), array, OldNames.SAME)
                                + "` above the drop, and in downgrade, " + below + SqlText.ticked(calls)
                                + (array.nullable() ? "; an empty array comes back as null" : "")
                                + elements.order());
            }
        }
        return null;
    }

    /** Of a table that goes while another gets an array for its elements; null where none does. */
    static MovedValues.@Nullable Told gathered(Table gone, Sides sides) {
        for (ForeignKey key : gone.foreignKeys()) {
            Table is = sides.from().tables().get(key.target());
            Table shall = sides.to().tables().get(key.target());
            if (is == null || shall == null) {
                continue;
            }
            for (Column array : shall.columns()) {
                ArrayElements elements = is.column(array.name()).isPresent() ? null : of(gone, key.target(), array);
                if (elements == null || !elements.refersToWhatStays(TablePair.of(is, shall))) {
                    continue;
                }
                JoinedRow row = elements.row(shall.name(), OldNames.SAME);
                String same = elements.same(row, shall.name(), OldNames.SAME);
                boolean required = !array.nullable() && array.defaultValue() == null;
                return MergedRows.told(
                        gone,
                        new MovedValues(
                                shall.name(),
                                Map.of(array.name(), elements.array(row, same)),
                                List.of(SqlText.call(elements.gather(row, array, same))),
                                required ? List.of(array.name()) : List.of(),
                                MergedRows.below(List.of(array.name())),
                                MergedRows.back(List.of(elements.scatter(
                                                shall.name(),
                                                array,
                                                sides.changes().old())))
                                        + elements.order(),
                                List.of(),
                                false));
            }
        }
        return null;
    }

    /** The table as one of an array's elements: it holds them, whose they are, and at most their places. */
    private static @Nullable ArrayElements of(Table rows, ObjectName owner, Column array) {
        List<ForeignKey> keys = rows.foreignKeys().stream()
                .filter(k -> k.target().equals(owner))
                .toList();
        if (!array.type().array() || array.generated() != null || keys.size() != 1) {
            return null;
        }
        List<Column> rest = rows.columns().stream()
                .filter(c -> !keys.get(0).columns().contains(c.name())
                        && !SoftDeletes.known(rows).contains(c))
                .toList();
        List<String> key = MergedRows.key(rows);
        Column element = rest.stream()
                .filter(c -> c.type().equals(array.type().element()))
                .filter(c -> c.name().equals(array.name()) || rows.name().name().endsWith("_" + array.name()))
                .filter(c -> rest.size() == 1 || !key.contains(c.name()))
                .findFirst()
                .orElse(null);
        Column place = rest.stream()
                .filter(c -> !c.equals(element)
                        && key.contains(c.name())
                        && COUNTED.contains(c.type().display()))
                .findFirst()
                .orElse(null);
        return element == null || rest.size() != (place == null ? 1 : 2)
                ? null
                : new ArrayElements(rows, keys.get(0), element, place);
    }

    private boolean refersToWhatStays(TablePair pair) {
        return owner.targetColumns().stream()
                .allMatch(c ->
                        pair.fromColumns().containsKey(c) && pair.toColumns().containsKey(c));
    }

    /** The elements of each row as rows; a set has none twice, and a collection no null. */
    private String scatter(ObjectName table, Column array, OldNames old) {
        ObjectName before = old.table(table);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < owner.columns().size(); i++) {
            String target = old.column(table, owner.targetColumns().get(i));
            values.put(owner.columns().get(i), SqlText.name(before) + "." + ReservedWords.quote(target));
        }
        String alias = before.name().equals("e") ? "f" : "e";
        values.put(element.name(), alias + ".value");
        if (place != null) {
            values.put(place.name(), alias + ".place - 1");
        }
        SoftDeletes.known(rows).forEach(c -> values.put(c.name(), SoftDeletes.live(c)));
        String call = MergedRows.insert(
                rows,
                values,
                SqlText.name(before) + ", unnest(" + SqlText.name(before) + "." + ReservedWords.quote(array.name())
                        + ")" + (place == null ? " AS " : " WITH ORDINALITY AS ") + alias
                        + (place == null ? "(value)" : "(value, place)"),
                element.nullable() ? "" : alias + ".value IS NOT NULL");
        return isSet() ? call.replaceFirst(" SELECT ", " SELECT DISTINCT ") : call;
    }

    private boolean isSet() {
        List<String> whole = new ArrayList<>(owner.columns());
        whole.add(element.name());
        return place == null && MergedRows.isUnique(rows, whole);
    }

    /** The elements in the order of their places, or those of a set in their own. */
    private String gather(JoinedRow row, Column array, String same) {
        return "UPDATE " + SqlText.name(row.own()) + " SET " + ReservedWords.quote(array.name()) + " = "
                + array(row, same);
    }

    private String array(JoinedRow row, String same) {
        Column order = place != null ? place : isSet() ? element : null;
        return "ARRAY(SELECT " + row.column(element.name()) + " FROM " + row.table() + " WHERE " + same
                + (order == null ? "" : " ORDER BY " + row.column(order.name())) + ")";
    }

    private String order() {
        return place == null ? "; the table keeps no order of the elements" : "; " + place.name() + " counts from 0";
    }

    private JoinedRow row(ObjectName now, OldNames old) {
        return new JoinedRow(old.table(now), rows.name());
    }

    private String same(JoinedRow row, ObjectName now, OldNames old) {
        List<String> same = new ArrayList<>();
        same.add(row.same(
                owner.columns(),
                owner.targetColumns().stream().map(c -> old.column(now, c)).toList()));
        // What is deleted is no element.
        SoftDeletes.known(rows).forEach(c -> same.add(SoftDeletes.isLive(c, row.alias())));
        return String.join(" AND ", same);
    }
}

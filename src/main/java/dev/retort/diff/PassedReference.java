package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reference that passes to columns which stood before and named nothing, while its own go, as where an entity gets {@code @MapsId}: the rows are taken to belong to whatever
 * has the same number.
 *
 * @param former the reference that goes with its columns
 * @param key the one that comes
 */
record PassedReference(TablePair pair, ForeignKey former, ForeignKey key, Sides sides) {

    /** Tells of each that may be meant: where two go, either may be what the columns shall name. */
    static void tell(TablePair pair, List<ForeignKey> added, Sides sides) {
        List<ForeignKey> gone = pair.from().foreignKeys().stream()
                .filter(k -> Collections.disjoint(k.columns(), pair.toColumns().keySet()))
                .toList();
        for (ForeignKey key : added) {
            for (ForeignKey former : gone) {
                PassedReference passed = new PassedReference(pair, former, key, sides);
                if (isAlike(former, key, sides) && passed.holds() && !new SameRows(sides).own(pair.name(), key)) {
                    passed.warn();
                }
            }
        }
    }

    private static boolean isAlike(ForeignKey a, ForeignKey b, Sides sides) {
        return !a.period()
                && !b.period()
                && sides.impact().root(a.target()).equals(sides.impact().root(b.target()))
                && Set.copyOf(a.targetColumns()).equals(Set.copyOf(b.targetColumns()));
    }

    /** Whether the columns have values of their own already that no reference says the meaning of, and the others have theirs still. */
    private boolean holds() {
        return pair.fromColumns().keySet().containsAll(key.columns())
                && pair.from().foreignKeys().stream().allMatch(k -> Collections.disjoint(k.columns(), key.columns()))
                && key.columns().stream()
                        .allMatch(c -> isPlain(pair.fromColumns().get(c))
                                && isPlain(pair.toColumns().get(c)))
                && former.columns().stream()
                        .allMatch(c -> isPlain(pair.fromColumns().get(c)))
                && !sides.impact().touchesRebuilt(pair.name(), key.columns())
                && !sides.impact().touchesReshaped(pair.name(), key.columns());
    }

    private static boolean isPlain(@Nullable Column column) {
        return column != null && column.generated() == null;
    }

    private static boolean isRequired(Table table, String column) {
        return table.column(column).filter(c -> !c.nullable()).isPresent();
    }

    /** Each column of the new reference with the one that named the same. */
    private Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String end = key.targetColumns().get(i);
            sources.put(
                    key.columns().get(i),
                    former.columns().get(former.targetColumns().indexOf(end)));
        }
        return sources;
    }

    private void warn() {
        RowQuestions rows = sides.changes().rows(pair.name());
        Map<String, String> sources = sources();
        String differs = sources.entrySet().stream()
                .map(e -> rows.column(e.getKey()) + " IS DISTINCT FROM " + rows.column(e.getValue()))
                .collect(Collectors.joining(" OR "));
        String message = "the values of " + pair.name().display() + "." + EnumChecks.words(former.columns())
                + " named rows of " + former.target().display() + " by " + EnumChecks.words(former.targetColumns())
                + " and go; those of " + EnumChecks.words(key.columns())
                + ", which named none, are taken for them from now on";
        List<String> objects = key.columns().stream()
                .map(c -> pair.name().qualified() + "." + c)
                .toList();
        sides.changes()
                .doubt(
                        new Warning(TurnedValues.RULE, Warning.Level.WARNING, objects, message, cure(sources)),
                        rows.does(differs, "row holds another value there", "rows hold other values there"),
                        null);
    }

    private String cure(Map<String, String> sources) {
        OldNames old = sides.changes().old();
        UnaryOperator<String> here = c -> old.column(pair.name(), c);
        ObjectName before = old.table(pair.name());
        Map<String, String> back = new TreeMap<>();
        sources.forEach((column, source) -> back.put(here.apply(source), here.apply(column)));
        return "Where rows shall refer to the same as before, write "
                + new KeysAside(pair.to(), pair.name(), UnaryOperator.identity(), sides)
                        .around(List.copyOf(sources.keySet()), TurnedValues.set(pair.name(), sources))
                + " above the new foreign key" + emptied(sources) + overwritten() + followed() + TurnedValues.BACK
                + back(before, back) + " above the one that comes back";
    }

    /** The way down finds the columns new and empty, so no key of them stands in the way. */
    private String back(ObjectName before, Map<String, String> back) {
        List<String> required = former.columns().stream()
                .filter(c -> isRequired(pair.from(), c))
                .map(c -> sides.changes().old().column(pair.name(), c))
                .toList();
        String update = "`" + SqlText.call(TurnedValues.set(before, back)) + "`";
        return required.isEmpty()
                ? update
                : "take `.notNull()` off where " + EnumChecks.words(required) + (required.size() == 1 ? " is" : " are")
                        + " added, and write " + update + " and "
                        + required.stream()
                                .map(c -> "`op.alterColumn(" + SqlText.java(before.display()) + ", " + SqlText.java(c)
                                        + ").notNull()`")
                                .collect(Collectors.joining(" and "));
    }

    private String emptied(Map<String, String> sources) {
        List<String> empty = sources.entrySet().stream()
                .filter(e -> isRequired(pair.to(), e.getKey()) && !isRequired(pair.from(), e.getValue()))
                .map(Map.Entry::getValue)
                .toList();
        return empty.isEmpty()
                ? ""
                : " (a row without " + EnumChecks.words(empty) + " stops it: give it one before, or delete it)";
    }

    private String overwritten() {
        return "; what " + EnumChecks.words(key.columns()) + " held is gone then: `"
                + KeptValues.rows(pair.to(), key.columns(), sides) + ";`, run before, keeps it";
    }

    /** Rows of other tables name these by the values that change, or did until now. */
    private String followed() {
        List<String> followers = followers(sides.to());
        List<String> former = new ArrayList<>(followers(sides.from()));
        former.removeAll(followers);
        return (followers.isEmpty()
                        ? ""
                        : "; rows of " + EnumChecks.words(followers)
                                + " name these rows by their old values: drop that foreign key first, give them the new"
                                + " values while both stand, and add it again")
                + (former.isEmpty()
                        ? ""
                        : "; rows of " + EnumChecks.words(former)
                                + " named these rows by their old values: give them what they shall name above that");
    }

    private List<String> followers(Schema schema) {
        return schema.allTables().stream()
                .filter(t -> sides.to().tables().containsKey(t.name()))
                .flatMap(t -> t.foreignKeys().stream()
                        .filter(k -> k.target().equals(pair.name())
                                && !Collections.disjoint(k.targetColumns(), key.columns()))
                        .map(k -> t.name().display() + " by " + EnumChecks.words(k.columns())))
                .distinct()
                .sorted()
                .toList();
    }
}

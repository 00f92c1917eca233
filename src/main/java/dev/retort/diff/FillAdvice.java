package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to type for a column that must have a value; for one of a foreign key, a key that is there wherever the revision runs. */
final class FillAdvice {

    /** What {@code min} does not take, at least before PostgreSQL 18. */
    private static final Set<String> WITHOUT_MINIMUM = Set.of("uuid", "boolean", "bytea", "bit", "bit varying");

    private final RequiredColumn gap;
    private final @Nullable ForeignKey key;
    private final TablePair pair;
    private final Sides sides;
    private final @Nullable KeyedRows keyed;

    FillAdvice(RequiredColumn gap, TablePair pair, Sides sides) {
        this.gap = gap;
        this.pair = pair;
        this.sides = sides;
        this.key = key(gap.column(), pair);
        this.keyed = key == null ? KeyedRows.of(gap, pair) : null;
    }

    /** The new table that a column refers to, in which no row can be there yet; null where there is none. */
    static @Nullable ObjectName emptyTarget(Column column, TablePair pair, Sides sides) {
        ForeignKey key = key(column, pair);
        return key == null || sides.from().tables().containsKey(key.target()) ? null : key.target();
    }

    private static @Nullable ForeignKey key(Column column, TablePair pair) {
        return pair.to().foreignKeys().stream()
                .filter(k -> k.columns().contains(column.name()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the column is of a foreign key, which no default of one database fits in another. */
    boolean isKey() {
        return key != null;
    }

    /** Whether one value for all rows breaks a key. */
    boolean tellsApart() {
        return keyed != null;
    }

    /** The option as a shell takes it, or those of which only a person knows which one is right. */
    String options() {
        boolean tells = keyed == null || keyed.value() == null;
        IndicatorValue indicator = gap.fresh() && tells ? SoftDeletes.following(gap.column(), pair) : null;
        return indicator == null
                ? "`" + option() + "`"
                : indicator.said(value -> "`--backfill " + OptionPath.shell(gap.display() + "=(" + value + ")") + "`")
                        + (indicator.isSure() ? "" : ",");
    }

    private String option() {
        if (keyed != null && keyed.value() != null) {
            return "--backfill " + OptionPath.shell(gap.display() + "=" + keyed.value());
        }
        String kinds = gap.fresh() ? Subclasses.values(gap.column(), pair, sides) : null;
        return key == null
                ? "--backfill "
                        + (kinds == null
                                ? OptionPath.shell(gap.display()) + "=VALUE"
                                : OptionPath.shell(gap.display() + "=" + kinds))
                : "--backfill " + OptionPath.shell(gap.display() + "=" + value(key));
    }

    private String value(ForeignKey key) {
        String target =
                key.targetColumns().get(key.columns().indexOf(gap.column().name()));
        String column = ReservedWords.quote(target);
        ForeignKey former = former(key);
        if (former != null) {
            JoinedRow row = new JoinedRow(gap.table(), key.target());
            return row.value(target, row.same(former.targetColumns(), former.columns()), true);
        }
        if (key.target().equals(gap.table())) {
            // A row that refers to itself; in parentheses, as a bare word may be a text.
            return "(" + column + ")";
        }
        String from = " FROM " + SqlText.name(key.target());
        if (key.columns().size() > 1) {
            String order =
                    key.targetColumns().stream().map(ReservedWords::quote).collect(Collectors.joining(", "));
            return "(SELECT " + column + from + " ORDER BY " + order + " LIMIT 1)";
        }
        return hasMinimum(key, target)
                ? "(SELECT min(" + column + ")" + from + ")"
                : "(SELECT " + column + from + " ORDER BY 1 LIMIT 1)";
    }

    /** The reference to the same table that goes, by columns that stay in it: it says which row is whose. */
    private @Nullable ForeignKey former(ForeignKey key) {
        Table before = sides.from().tables().get(key.target());
        Table after = sides.to().tables().get(key.target());
        if (!gap.fresh() || before == null || after == null) {
            return null;
        }
        List<ForeignKey> going = pair.from().foreignKeys().stream()
                .filter(k -> k.target().equals(key.target())
                        && !pair.to().foreignKeys().stream()
                                .anyMatch(stays -> stays.columns().equals(k.columns())))
                .toList();
        // With two of them only a person knows which of the new ones each becomes.
        return going.size() == 1
                        && coming(key.target()) == 1
                        && going.get(0).targetColumns().stream()
                                .allMatch(c -> after.column(c).isPresent()
                                        && !sides.impact().isRebuilt(key.target(), c))
                        && going.get(0).columns().stream()
                                .noneMatch(c -> sides.impact().isRebuilt(gap.table(), c))
                ? going.get(0)
                : null;
    }

    private long coming(ObjectName target) {
        return pair.to().foreignKeys().stream()
                .filter(k -> k.target().equals(target)
                        && k.columns().stream()
                                .noneMatch(c -> pair.fromColumns().containsKey(c)))
                .count();
    }

    private boolean hasMinimum(ForeignKey key, String target) {
        return sides.to()
                .table(key.target())
                .flatMap(t -> t.column(target))
                .map(Column::type)
                .filter(type -> !WITHOUT_MINIMUM.contains(type.base()) && type.userType() == null)
                .isPresent();
    }
}

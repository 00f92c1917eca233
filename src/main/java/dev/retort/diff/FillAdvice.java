package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to type for a column that must have a value; for one of a foreign key, a key that is there wherever the revision runs. */
final class FillAdvice {

    /** What {@code min} does not take, at least before PostgreSQL 18. */
    private static final Set<String> WITHOUT_MINIMUM = Set.of("uuid", "boolean", "bytea", "bit", "bit varying");

    private final RequiredColumn gap;
    private final @Nullable ForeignKey key;
    private final Sides sides;

    FillAdvice(RequiredColumn gap, TablePair pair, Sides sides) {
        this.gap = gap;
        this.sides = sides;
        this.key = key(gap.column(), pair);
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

    /** The option, as a shell takes it. */
    String option() {
        return key == null
                ? "--backfill " + OptionPath.shell(gap.display()) + "=VALUE"
                : "--backfill " + OptionPath.shell(gap.display() + "=" + value(key));
    }

    private String value(ForeignKey key) {
        String target =
                key.targetColumns().get(key.columns().indexOf(gap.column().name()));
        String column = ReservedWords.quote(target);
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

    private boolean hasMinimum(ForeignKey key, String target) {
        return sides.to()
                .table(key.target())
                .flatMap(t -> t.column(target))
                .map(Column::type)
                .filter(type -> !WITHOUT_MINIMUM.contains(type.base()) && type.userType() == null)
                .isPresent();
    }
}

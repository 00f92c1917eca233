package dev.retort.diff;

import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value for a new column that tells rows apart in a new key, such as the place in a list or the key of a map: one value for all of them would break the key wherever two rows
 * have the same owner.
 *
 * @param value an expression that gives rows with the same owner different values; null where the type has none that is known
 */
record KeyedRows(@Nullable String value) {

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint", "numeric");
    private static final Set<String> TEXTS = Set.of("text", "character varying", "varchar");

    /** Of a column that is new; null where any value does. */
    static @Nullable KeyedRows of(RequiredColumn gap, TablePair pair) {
        String name = gap.column().name();
        if (!gap.fresh()) {
            return null;
        }
        for (List<String> key : keys(pair.to().primaryKey(), pair.to().uniques())) {
            List<String> owner = new ArrayList<>(key);
            owner.remove(name);
            if (key.contains(name)
                    && (!owner.isEmpty() || isPrimary(key, pair))
                    && pair.fromColumns().keySet().containsAll(owner)
                    && keys(pair.from().primaryKey(), pair.from().uniques()).stream()
                            .noneMatch(owner::containsAll)) {
                return new KeyedRows(value(gap.column().type(), owner));
            }
        }
        return null;
    }

    private static boolean isPrimary(List<String> key, TablePair pair) {
        return pair.to().primaryKey() != null
                && pair.to().primaryKey().columns().equals(key);
    }

    private static List<List<String>> keys(@Nullable PrimaryKey primary, List<Unique> uniques) {
        return Stream.concat(
                        Stream.ofNullable(primary).map(PrimaryKey::columns),
                        uniques.stream().map(Unique::columns))
                .toList();
    }

    /** In the order in which the rows lie, which is mostly the one in which they came. */
    private static @Nullable String value(SqlType type, List<String> owner) {
        String place = owner.isEmpty()
                ? "row_number() OVER (ORDER BY ctid)"
                : "row_number() OVER (PARTITION BY "
                        + owner.stream().map(ReservedWords::quote).collect(Collectors.joining(", "))
                        + " ORDER BY ctid) - 1";
        if (type.array() || type.userType() != null) {
            return null;
        }
        return WHOLE.contains(type.base())
                ? place
                : TEXTS.contains(type.base())
                        ? "(" + place + ")::text"
                        : type.base().equals("uuid") ? "gen_random_uuid()" : null;
    }
}

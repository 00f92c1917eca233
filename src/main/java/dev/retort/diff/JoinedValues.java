package dev.retort.diff;

import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlType;
import dev.retort.schema.Unique;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys that stay while a column of theirs gets a type in which values that differ become one: by rounding, or by being read. */
final class JoinedValues {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "real", "double precision", "numeric");

    /** The types that spell a text otherwise, so that no two become one. */
    private static final Set<String> SPELLED = Set.of("bytea", "oid");

    private JoinedValues() {}

    static void tell(TablePair pair, String column, SqlType from, SqlType to, Changes changes) {
        if (!joins(from, to)) {
            return;
        }
        PrimaryKey was = pair.from().primaryKey();
        PrimaryKey is = pair.to().primaryKey();
        if (was != null && is != null && is.columns().contains(column) && same(was.columns(), is.columns())) {
            DataWarnings.unique(
                    pair, NewKey.of(is.columns(), false), String.valueOf(is.name()), "primary key", changes);
        }
        for (Unique unique : pair.to().uniques()) {
            if (unique.columns().contains(column)
                    && !unique.withoutOverlaps()
                    && pair.from().uniques().stream().anyMatch(u -> same(u.columns(), unique.columns()))) {
                DataWarnings.unique(
                        pair,
                        NewKey.of(unique.columns(), unique.nullsNotDistinct()),
                        String.valueOf(unique.name()),
                        "unique constraint",
                        changes);
            }
        }
        for (Index index : pair.to().indexes()) {
            if (index.unique()
                    && IndexDiffer.columns(index).contains(column)
                    && pair.from().indexes().stream()
                            .anyMatch(i -> i.unique()
                                    && i.valid()
                                    && i.withName(index.name()).equals(index))) {
                DataWarnings.unique(pair, NewKey.of(index), String.valueOf(index.name()), "unique index", changes);
            }
        }
    }

    private static boolean same(List<String> a, List<String> b) {
        return new HashSet<>(a).equals(new HashSet<>(b));
    }

    /** Whether values that differ can become one: nearly every type is read in several spellings, and of a list that becomes a value one element is left. */
    static boolean joins(SqlType from, SqlType to) {
        if (from.userType() != null || to.userType() != null) {
            return false;
        } else if (from.array() || to.array()) {
            boolean json = (from.base() + to.base()).contains("json") && from.array() != to.array();
            return !json && ((from.array() && !to.array()) || joins(from.element(), to.element()));
        } else if (TypeCasts.isString(from)) {
            return TypeCasts.isString(to)
                    ? to.base().equals("character") && !from.base().equals("character")
                    : !SPELLED.contains(to.base());
        } else if (NUMBERS.contains(from.base()) && to.base().equals("boolean")) {
            return true;
        } else if (from.base().equals("jsonb") && NUMBERS.contains(to.base())) {
            return true;
        }
        String lost = Narrowing.narrows(from, to) ? Narrowing.consequence(from, to) : "";
        return lost.contains("rounded") || lost.contains("lost");
    }
}

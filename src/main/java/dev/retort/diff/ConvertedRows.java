package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is asked of rows about the type that a column gets in the same difference: the values of now are asked through the conversion, where it cannot fail. */
final class ConvertedRows {

    private ConvertedRows() {}

    /** The rows that break a check; null where that can be asked only once its columns have their new types. */
    static @Nullable RowQuestion breaking(TablePair pair, String check, RowQuestions rows) {
        List<String> unfit = unfit(pair, columns(pair, check), rows);
        return unfit == null ? null : rows.breaks(now(pair, check, rows), String.join(" OR ", unfit));
    }

    /** The groups of rows that a key finds alike; null where that can be asked only once its columns have their new types. */
    static @Nullable RowQuestion alike(TablePair pair, NewKey key, RowQuestions rows) {
        List<String> unfit = unfit(pair, columns(pair, key), rows);
        return unfit == null
                ? null
                : rows.duplicates(
                        key.sql().stream().map(sql -> now(pair, sql, rows)).toList(),
                        key.nulls(),
                        now(pair, key.predicate(), rows),
                        String.join(" OR ", unfit));
    }

    /** The conditions for rows whose values do not convert; null where one of the conversions may fail on others as well. */
    private static @Nullable List<String> unfit(TablePair pair, Set<String> converted, RowQuestions rows) {
        List<String> unfit = new ArrayList<>();
        for (String name : converted) {
            Column is = pair.fromColumns().get(name);
            Column shall = pair.toColumns().get(name);
            if (is == null || shall == null) {
                continue;
            }
            String misfit = Unconvertible.condition(rows.column(name), is.type(), shall.type(), null);
            if (misfit != null) {
                unfit.add(misfit);
            } else if (Conversion.of(is, is.type(), shall.type()).using() != null
                    && !isSure(is.type(), shall.type())
                    && (TypeCasts.isString(is.type()) || !TypeCasts.explicit(is.type(), shall.type()))) {
                return null;
            }
        }
        return unfit;
    }

    /** Whether an expression of ours fails on no value. */
    private static boolean isSure(SqlType is, SqlType shall) {
        return is.userType() == null
                && shall.userType() == null
                && is.array() == shall.array()
                && ((is.base().equals("inet") && TypeCasts.isString(shall.element()))
                        || (!TypeCasts.isString(is)
                                && shall.base().equals("boolean")
                                && JoinedValues.joins(is, shall)));
    }

    /** An expression over what the columns hold now. */
    private static String now(TablePair pair, String sql, RowQuestions rows) {
        return rows.old().types(Identifiers.replace(sql, name -> column(pair, name, rows)));
    }

    /** What stands for a column in a question about the rows of now; null for what is none, or is called the same. */
    private static @Nullable String column(TablePair pair, String name, RowQuestions rows) {
        Column is = pair.fromColumns().get(name);
        Column shall = pair.toColumns().get(name);
        String column = rows.column(name);
        if (is != null && shall != null && differs(is.type(), shall.type())) {
            String using =
                    Conversion.ofExpression(column, is.type(), shall.type()).using();
            return using == null ? column + "::" + whole(shall.type()) : using;
        }
        return is == null || column.equals(ReservedWords.quote(name)) ? null : column;
    }

    /** A cast to a text with a limit would cut it, where the change of type fails. */
    private static String whole(SqlType type) {
        return !TypeCasts.isString(type) ? type.display() : type.base().equals("character") ? "bpchar" : "text";
    }

    /** The columns that an expression speaks of and that get a type with other operators. */
    static Set<String> columns(TablePair pair, String sql) {
        Set<String> columns = new TreeSet<>(Identifiers.in(sql));
        columns.removeIf(
                name -> !differs(pair.fromColumns().get(name), pair.toColumns().get(name)));
        return columns;
    }

    /** The columns that a key or its predicate speaks of and that get a type with other operators. */
    static Set<String> columns(TablePair pair, NewKey key) {
        Set<String> columns = columns(pair, key.predicate());
        key.sql().forEach(sql -> columns.addAll(columns(pair, sql)));
        return columns;
    }

    /** The columns of a foreign key that get a type with other operators, here or in the target. */
    static Set<String> columns(TablePair pair, ForeignKey key, Sides sides) {
        Set<String> columns = new TreeSet<>();
        Table is = sides.from().tables().get(key.target());
        Table shall = sides.to().tables().get(key.target());
        for (int at = 0; at < key.columns().size(); at++) {
            String column = key.columns().get(at);
            String target = key.targetColumns().get(at);
            if (differs(pair.fromColumns().get(column), pair.toColumns().get(column))) {
                columns.add(column);
            }
            if (is != null
                    && shall != null
                    && differs(
                            is.columnsByName().get(target),
                            shall.columnsByName().get(target))) {
                columns.add(key.target().display() + "." + target);
            }
        }
        return columns;
    }

    private static boolean differs(@Nullable Column is, @Nullable Column shall) {
        return is != null && shall != null && differs(is.type(), shall.type());
    }

    private static boolean differs(SqlType is, SqlType shall) {
        return !is.equals(shall)
                && (Conversion.ofExpression("v", is, shall).using() != null
                        || JoinedValues.joins(is, shall)
                        || TypeCasts.isString(is) != TypeCasts.isString(shall));
    }
}

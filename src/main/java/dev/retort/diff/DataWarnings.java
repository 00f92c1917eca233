package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Warnings about rows that are there, on which a constraint or a required value can fail. Each says how to find the rows. */
final class DataWarnings {

    private DataWarnings() {}

    static void unique(TablePair pair, NewKey key, String name, String what, Changes changes) {
        if (pair.anyHoldsRows(key.reads())) {
            boolean known = key.sql().stream().allMatch(sql -> knows(pair, sql)) && knows(pair, key.predicate());
            RowQuestion rows = known ? ConvertedRows.alike(pair, key, changes.rows(pair.name())) : null;
            changes.doubt(
                    new Warning(
                            "data-dependent-unique",
                            Warning.Level.WARNING,
                            List.of(pair.name().qualified() + "." + name),
                            "the " + what + " on " + pair.name().display() + " (" + key.shown()
                                    + ") fails if two rows have the same values",
                            rows != null
                                    ? see(rows)
                                    : later(ConvertedRows.columns(pair, key), changes.rows(pair.name()))),
                    rows,
                    null);
        }
    }

    /** A key whose last column is a range. */
    static void overlaps(TablePair pair, List<String> columns, String name, Changes changes) {
        if (pair.anyHoldsRows(columns)) {
            boolean known = pair.fromColumns().keySet().containsAll(columns);
            say(
                    "data-dependent-unique",
                    Warning.Level.WARNING,
                    pair.name().qualified() + "." + name,
                    "the key on " + pair.name().display() + " (" + String.join(", ", columns)
                            + ") fails if ranges overlap in rows that are otherwise alike",
                    known ? changes.rows(pair.name()).overlaps(columns) : null,
                    pair,
                    changes);
        }
    }

    static void check(TablePair pair, Check check, Sides sides) {
        Changes changes = sides.changes();
        Set<String> names = Identifiers.in(check.expression().sql());
        if (pair.anyHoldsRows(names)) {
            String sql = check.expression().sql();
            Set<String> rebuilt = EnumPlaces.freshIn(sql, sides);
            RowQuestion rows = rebuilt.isEmpty() && knows(pair, sql)
                    ? ConvertedRows.breaking(pair, sql, changes.rows(pair.name()))
                    : null;
            changes.doubt(
                    new Warning(
                            "data-dependent-check",
                            Warning.Level.WARNING,
                            List.of(pair.name().qualified() + "." + check.name()),
                            "the check " + check.name() + " on " + pair.name().display()
                                    + " fails if a row does not satisfy `" + sql + "`",
                            rows != null
                                    ? see(rows)
                                    : later(
                                            rebuilt.isEmpty() ? ConvertedRows.columns(pair, sql) : rebuilt,
                                            changes.rows(pair.name()))),
                    rows,
                    null);
        }
    }

    /**
     * A foreign key that comes.
     *
     * @param grown whether it takes the place of one that has fewer columns, and is filled from there
     */
    static void foreignKey(TablePair pair, ForeignKey key, boolean grown, Sides sides) {
        List<String> empty = grown || key.matchFull() ? List.of() : pair.comeEmpty(key.columns());
        if (pair.anyHoldsRows(key.columns()) && !empty.isEmpty()) {
            String columns = String.join(", ", empty);
            sides.changes()
                    .doubt(
                            new Warning(
                                    "data-dependent-foreign-key",
                                    Warning.Level.WARNING,
                                    List.of(pair.name().qualified() + "." + key.name()),
                                    "no row of " + pair.name().display() + " that is there refers to anything in "
                                            + key.target().display() + " by the foreign key, as " + columns
                                            + " comes without a value, and a reference with a null in it is none",
                                    "Where rows shall refer to something, write an UPDATE of " + columns
                                            + " here, above the foreign key"),
                            null,
                            new NewReference(pair.name(), key));
        } else if (pair.anyHoldsRows(key.columns())) {
            Table target = sides.from().tables().get(sides.impact().root(key.target()));
            boolean exists = target != null;
            boolean known = !key.period()
                    && pair.fromColumns().keySet().containsAll(key.columns())
                    && (target == null || target.columnsByName().keySet().containsAll(key.targetColumns()));
            Set<String> converted = ConvertedRows.columns(pair, key, sides);
            RowQuestion rows = known && converted.isEmpty()
                    ? sides.changes().rows(pair.name()).orphans(key, exists)
                    : null;
            sides.changes()
                    .doubt(
                            new Warning(
                                    "data-dependent-foreign-key",
                                    Warning.Level.WARNING,
                                    List.of(pair.name().qualified() + "." + key.name()),
                                    "the foreign key fails if a row of "
                                            + pair.name().display() + " refers to nothing in "
                                            + key.target().display(),
                                    rows != null
                                            ? see(rows)
                                            : later(converted, sides.changes().rows(pair.name()))),
                            rows,
                            new NewReference(pair.name(), key));
        }
    }

    static void notNull(TablePair pair, Column column, Sides sides) {
        Changes changes = sides.changes();
        RequiredColumn gap = required(pair, column, false, sides);
        RowQuestion rows = changes.rows(pair.name()).holdsNull(column.name());
        changes.doubt(
                new Warning(
                        "data-dependent-not-null",
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + column.name()),
                        gap.display() + " becomes required: it fails if a row holds null",
                        fill(gap, pair, sides) + "; see them with `" + rows.list() + "`"),
                rows,
                gap);
    }

    static void required(TablePair pair, Column column, Sides sides) {
        Changes changes = sides.changes();
        RequiredColumn gap = required(pair, column, true, sides);
        changes.doubt(
                new Warning(
                        "required-column-without-default",
                        Warning.Level.ERROR,
                        List.of(pair.name().qualified() + "." + column.name()),
                        "the new column " + gap.display()
                                + " must have a value and says none for the rows that are there: it fails unless "
                                + pair.name().display() + " is empty",
                        cure(gap, new FillAdvice(gap, pair, sides))),
                changes.rows(pair.name()).all(),
                gap);
    }

    private static String cure(RequiredColumn gap, FillAdvice advice) {
        String byHand = "write it here: add it nullable, fill it, set it not null";
        if (gap.target() != null) {
            return "No row is there to refer to, as " + gap.target().display() + " is new: put rows into it first, and "
                    + byHand;
        }
        return "Run again with " + advice.options() + " to fill them once"
                + (advice.tellsApart() ? ", each with another value, as a key tells rows apart by it" : "") + "; or "
                + (advice.isKey() || advice.tellsApart()
                        ? ""
                        : "give the attribute a default with Hibernate's annotation ColumnDefault, which database and"
                                + " model then share; or ")
                + byHand;
    }

    private static String fill(RequiredColumn gap, TablePair pair, Sides sides) {
        return gap.target() == null
                ? "Fill them with " + new FillAdvice(gap, pair, sides).options()
                : "No row is there to refer to, as " + gap.target().display()
                        + " is new: put rows into it first, and fill them here";
    }

    static RequiredColumn required(TablePair pair, Column column, boolean fresh, Sides sides) {
        Set<String> siblings = new TreeSet<>(pair.fromColumns().keySet());
        siblings.addAll(pair.toColumns().keySet());
        return new RequiredColumn(
                pair.name(),
                sides.changes().old().table(pair.name()),
                column,
                fresh,
                siblings,
                FillAdvice.emptyTarget(column, pair, sides));
    }

    static void rewrite(TablePair pair, String column, Changes changes) {
        changes.warn(
                "table-rewrite",
                Warning.Level.WARNING,
                pair.name().qualified() + "." + column,
                "every row gets a value in " + pair.name().display() + "." + column
                        + ": the whole table is rewritten under a lock that stops readers",
                RewriteAdvice.size(List.of(pair.name()), changes));
    }

    static void say(
            String rule,
            Warning.Level level,
            String object,
            String message,
            @Nullable RowQuestion rows,
            TablePair pair,
            Changes changes) {
        boolean there = pair.fromColumns().containsKey(object.substring(object.lastIndexOf('.') + 1));
        String cure = rows != null
                ? see(rows)
                : there
                        ? "Try the upgrade on a copy of the database, with `retort upgrade head`"
                        : later(Set.of(), changes.rows(pair.name()));
        changes.doubt(new Warning(rule, level, List.of(object), message, cure), rows, null);
    }

    static String see(RowQuestion rows) {
        return "See them with `" + rows.list() + "`";
    }

    /** What cannot be asked of the values as they are now. */
    private static String later(Set<String> converted, RowQuestions rows) {
        String when = converted.isEmpty()
                ? "the column is there"
                : String.join(", ", converted) + (converted.size() == 1 ? " has its" : " have their") + " new type";
        return "Such rows can be counted only after " + when + "; there is none while `" + rows.count() + "` is 0";
    }

    /** Whether the expression speaks of no column that is not there yet. */
    private static boolean knows(TablePair pair, String sql) {
        return Identifiers.in(sql).stream()
                .noneMatch(n ->
                        pair.toColumns().containsKey(n) && !pair.fromColumns().containsKey(n));
    }
}

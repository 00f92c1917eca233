package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Warnings about rows that are there: what is lost, and what can fail on them. Each says how to find the rows. */
final class DataWarnings {

    /** The rule for arrays of which one element stays. */
    static final String ELEMENTS_LOST = "elements-lost";

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

    static void foreignKey(TablePair pair, ForeignKey key, Sides sides) {
        if (pair.anyHoldsRows(key.columns())) {
            boolean known = !key.period() && pair.fromColumns().keySet().containsAll(key.columns());
            boolean exists = sides.from().tables().containsKey(key.target());
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
                            null);
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
        return "Run again with `" + advice.option() + "` to fill them once; or "
                + (advice.isKey()
                        ? ""
                        : "give the attribute a default with Hibernate's annotation ColumnDefault, which database and"
                                + " model then share; or ")
                + byHand;
    }

    private static String fill(RequiredColumn gap, TablePair pair, Sides sides) {
        return gap.target() == null
                ? "Fill them with `" + new FillAdvice(gap, pair, sides).option() + "`"
                : "No row is there to refer to, as " + gap.target().display()
                        + " is new: put rows into it first, and fill them here";
    }

    private static RequiredColumn required(TablePair pair, Column column, boolean fresh, Sides sides) {
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

    static void droppedColumn(TablePair pair, String column, Sides sides) {
        Changes changes = sides.changes();
        String object = pair.name().qualified() + "." + column;
        String lost = "the values of " + pair.name().display() + "." + column + " are lost";
        PossibleMove move = PossibleMove.of(pair, column, sides);
        changes.doubt(
                move == null
                        ? loss(object, lost, KeptValues.columns(pair, sides))
                        : new Warning(
                                PossibleMove.RULE,
                                Warning.Level.WARNING,
                                List.of(object),
                                lost + " unless they move to the new table "
                                        + move.table().name().display(),
                                move.cure(changes.old().table(pair.name()))),
                changes.rows(pair.name()).holdsAny(column),
                null);
    }

    static void droppedTable(Table table, Sides sides) {
        ObjectName name = table.name();
        sides.changes()
                .doubt(
                        loss(
                                name.qualified(),
                                "the rows of " + name.display() + " are lost",
                                KeptValues.table(table, sides)),
                        sides.changes().rows(name).all(),
                        null);
    }

    private static Warning loss(String object, String message, String cure) {
        return new Warning("data-loss", Warning.Level.WARNING, List.of(object), message, cure);
    }

    static void type(TablePair pair, String column, SqlType from, SqlType to, Conversion conversion, Sides sides) {
        Changes changes = sides.changes();
        String using = conversion.using();
        String object = pair.name().qualified() + "." + column;
        String change = pair.name().display() + "." + column + ", " + from.display() + ", becomes " + to.display();
        if (conversion.guessed()) {
            changes.warn(
                    "guessed-conversion",
                    Warning.Level.ERROR,
                    object,
                    change + ", and PostgreSQL has no cast for it: `USING " + using
                            + "` goes through text, which rarely says what old values mean",
                    "Write the USING expression that does, as `.using(" + SqlText.java("…") + ")` of `op.alterColumn("
                            + SqlText.java(pair.name().display()) + ", " + SqlText.java(column) + ")`");
        } else if (using != null) {
            RowQuestions rows = changes.rows(pair.name());
            EnumType target = to.userType() == null ? null : sides.to().enums().get(to.userType());
            String unfit = Unconvertible.condition(rows.column(column), from, to, target);
            RowQuestion failing =
                    unfit == null ? null : rows.does(unfit, "row does not convert", "rows do not convert");
            changes.doubt(
                    new Warning(
                            "needs-using",
                            Warning.Level.WARNING,
                            List.of(object),
                            change + " by `USING " + using + "`, which fails if a value does not convert",
                            failing == null ? attempt(pair, to, using, sides) : see(failing)),
                    failing,
                    null);
        }
        if (conversion.using() != null && from.array() && !to.array()) {
            RowQuestions rows = changes.rows(pair.name());
            say(
                    ELEMENTS_LOST,
                    Warning.Level.WARNING,
                    object,
                    change + ": the first element of each row stays, and those behind it are lost",
                    rows.does("cardinality(" + rows.column(column) + ") > 1", "row holds several", "rows hold several"),
                    pair,
                    changes);
        }
        if (Narrowing.narrows(from, to)) {
            RowQuestions rows = changes.rows(pair.name());
            String unfit = Narrowing.unfit(rows.column(column), from, to);
            say(
                    "narrowing-type-change",
                    Warning.Level.WARNING,
                    object,
                    change + ": " + Narrowing.consequence(from, to),
                    unfit == null ? null : rows.does(unfit, "row does not fit", "rows do not fit"),
                    pair,
                    changes);
        }
        if (conversion.using() != null || Rewrites.rewrites(from, sides.from(), to, sides.to())) {
            changes.warn(
                    "table-rewrite",
                    Warning.Level.WARNING,
                    object,
                    change + ": the whole table is rewritten under a lock that stops readers",
                    RewriteAdvice.column(pair, column, conversion.using(), changes));
        }
        if (Narrowing.zoned(from, to)) {
            changes.warn(
                    "time-zone-dependent-conversion",
                    Warning.Level.WARNING,
                    object,
                    change + ": the values are taken as UTC, the zone of a revision's session",
                    "Where they are of another zone, say it above, and the whole table is rewritten: `"
                            + SqlText.call("SET LOCAL timezone = 'Europe/Berlin'") + "`");
        }
    }

    private static void say(
            String rule,
            Warning.Level level,
            String object,
            String message,
            @Nullable RowQuestion rows,
            TablePair pair,
            Changes changes) {
        String cure = rows == null ? later(Set.of(), changes.rows(pair.name())) : see(rows);
        changes.doubt(new Warning(rule, level, List.of(object), message, cure), rows, null);
    }

    /** Converts all values for once; a type that comes with the change cannot be spoken of before. */
    private static String attempt(TablePair pair, SqlType to, String using, Sides sides) {
        OldNames old = sides.changes().old();
        ObjectName type = to.userType();
        boolean there = type == null
                || (old.type(type).equals(type)
                        && !sides.impact().isReplaced(type)
                        && (sides.from().enums().containsKey(type)
                                || sides.from().domains().containsKey(type)
                                || sides.from().composites().containsKey(type)));
        return there
                ? "Try it with `SELECT count(" + old.expression(pair.name(), using) + ") FROM "
                        + SqlText.name(old.table(pair.name())) + "`, which fails in the same way"
                : "Try the upgrade on a copy of the database, with `retort upgrade head`: the type comes with it, and no value converts before";
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

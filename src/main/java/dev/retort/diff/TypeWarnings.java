package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.expression.AllowedValues;
import java.util.List;

/** Warnings about the values of a column that gets another type: which do not convert, what is left of them, and who waits while they do. */
final class TypeWarnings {

    /** The rule for arrays of which one element stays. */
    static final String ELEMENTS_LOST = "elements-lost";

    /** The rule for values of which each converts. */
    static final String CONVERTED = "converted-values";

    private TypeWarnings() {}

    static void tell(TablePair pair, String column, SqlType from, SqlType to, Conversion conversion, Sides sides) {
        Changes changes = sides.changes();
        String using = conversion.using();
        String object = pair.name().qualified() + "." + column;
        String change = pair.name().display() + "." + column + ", " + from.display() + ", becomes " + to.display();
        TruthWords words = TruthWords.of(pair, column, from, to, sides);
        if (words != null) {
            words.warn(pair, column, change, changes);
        } else if (conversion.guessed()) {
            guessed(pair, column, from, to, String.valueOf(using), changes);
        } else if (using != null
                && !EnumStorage.named(pair, column, from, to, sides)
                && !EnumStorage.isSure(pair, column, from, to, sides)) {
            converted(pair, column, from, to, using, sides);
        }
        if (using != null && from.array() && !to.array() && !using.startsWith("to_json")) {
            FirstElements.tell(pair, column, from, to, change, changes);
        }
        new QuietCasts(pair, column, from, to, change, changes).tell();
        NarrowedValues.tell(pair, column, from, to, sides);
        JsonLosses.tell(pair, column, from, to, change, sides);
        if (conversion.using() != null || Rewrites.rewrites(from, sides.from(), to, sides.to())) {
            changes.warn(
                    "table-rewrite",
                    Warning.Level.WARNING,
                    object,
                    change + ": the whole table is rewritten under a lock that stops readers",
                    RewriteAdvice.column(
                            pair, column, words != null ? words.using() : conversion.guessed() ? "" : using, changes));
        }
        if (LostParts.zoned(from, to)) {
            changes.warn(
                    "time-zone-dependent-conversion",
                    Warning.Level.WARNING,
                    object,
                    change + ": " + (TypeCasts.isString(from.element()) ? "texts that say no zone" : "the values")
                            + " are taken as UTC, the zone of a revision's session",
                    "Where they are of another zone, say it above, and the whole table is rewritten: `"
                            + SqlText.call("SET LOCAL timezone = 'Europe/Berlin'") + "`"
                            + (to.base().equals("time with time zone")
                                            && !from.base().startsWith("timestamp")
                                    ? ", and all get the offset that it has on the day of the upgrade"
                                    : ""));
        }
    }

    private static void guessed(
            TablePair pair, String column, SqlType from, SqlType to, String using, Changes changes) {
        String cure = Recast.cure(pair, column, from, to);
        changes.doubt(
                new Warning(
                        "guessed-conversion",
                        Warning.Level.ERROR,
                        List.of(pair.name().qualified() + "." + column),
                        pair.name().display() + "." + column + ", " + from.display() + ", becomes " + to.display()
                                + ", and PostgreSQL has no cast for it: `USING " + using
                                + "` goes through text, which rarely says what old values mean",
                        cure != null
                                ? cure
                                : "Write the USING expression that does, as `.using(" + SqlText.java("…") + ")` of "
                                        + altered(pair, column)),
                changes.rows(pair.name()).holdsAny(column),
                new StoredOtherwise(pair.name(), List.of(column)));
    }

    private static void converted(TablePair pair, String column, SqlType from, SqlType to, String using, Sides sides) {
        Changes changes = sides.changes();
        String object = pair.name().qualified() + "." + column;
        String change = pair.name().display() + "." + column + ", " + from.display() + ", becomes " + to.display()
                + (using.contains("ARRAY(SELECT ") ? " as by `" : " by `USING ") + using + "`";
        RowQuestions rows = changes.rows(pair.name());
        EnumType target = to.userType() == null ? null : sides.to().enums().get(to.userType());
        String unfit = Unconvertible.condition(rows.column(column), from, to, target);
        RowQuestion failing = unfit == null ? null : rows.does(unfit, "row does not convert", "rows do not convert");
        String always = ConvertedValues.always(pair, column, from, to, sides);
        String other = ConvertedValues.other(pair, column, from, to);
        if (always.isEmpty()) {
            changes.doubt(
                    new Warning(
                            "needs-using",
                            Warning.Level.WARNING,
                            List.of(object),
                            change + ", which fails if a value does not convert"
                                    + (TypeCasts.isString(from) && !to.array() && TextNumbers.areLimited(to)
                                            ? ", or is a larger number"
                                            : ""),
                            (failing == null ? attempt(pair, to, using, sides) : DataWarnings.see(failing))
                                    + (other.isEmpty() ? "" : "; " + other)),
                    failing,
                    null);
            respelled(pair, column, from, to, changes);
        } else {
            changes.warn(
                    CONVERTED,
                    Warning.Level.INFO,
                    object,
                    change + ": " + always,
                    "Nothing to do where that is meant; "
                            + (other.isEmpty()
                                    ? "else write another expression, as `.using(" + SqlText.java("…") + ")` of "
                                            + altered(pair, column)
                                    : other));
        }
    }

    /** A number keeps nothing of how it was written. */
    private static void respelled(TablePair pair, String column, SqlType from, SqlType to, Changes changes) {
        RowQuestions rows = changes.rows(pair.name());
        boolean named = pair.from().checks().stream()
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .anyMatch(v -> v.column().equals(column));
        boolean text = !named && TypeCasts.isString(from) && !from.array() && !to.array();
        String other = text ? TextNumbers.respelled(rows.column(column), to) : null;
        if (other != null) {
            RowQuestion asked = rows.does(other, "row is written otherwise", "rows are written otherwise");
            changes.doubt(
                    new Warning(
                            CONVERTED,
                            Warning.Level.WARNING,
                            List.of(pair.name().qualified() + "." + column),
                            pair.name().display() + "." + column + ", " + from.display() + ", becomes " + to.display()
                                    + ": noughts, a plus or blanks before a number go, and do not come back",
                            DataWarnings.see(asked)),
                    asked,
                    null);
        }
    }

    private static String altered(TablePair pair, String column) {
        return "`op.alterColumn(" + SqlText.java(pair.name().display()) + ", " + SqlText.java(column) + ")`";
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
}

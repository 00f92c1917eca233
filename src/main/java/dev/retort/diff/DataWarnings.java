package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.SqlType;
import java.util.List;

/** Warnings about rows that are there: what is lost, and what can fail on them. */
final class DataWarnings {

    private DataWarnings() {}

    static void unique(TablePair pair, List<String> columns, String name, String what, Changes changes) {
        if (pair.anyHoldsRows(columns)) {
            changes.warn(
                    "data-dependent-unique",
                    Warning.Level.WARNING,
                    pair.name().qualified() + "." + name,
                    "the " + what + " on " + pair.name().display() + " (" + String.join(", ", columns)
                            + ") fails if two rows have the same values",
                    "");
        }
    }

    static void check(TablePair pair, Check check, Changes changes) {
        if (pair.anyHoldsRows(Identifiers.in(check.expression().sql()))) {
            changes.warn(
                    "data-dependent-check",
                    Warning.Level.WARNING,
                    pair.name().qualified() + "." + check.name(),
                    "the check on " + pair.name().display() + " fails if a row does not satisfy "
                            + check.expression().sql(),
                    "");
        }
    }

    static void foreignKey(TablePair pair, ForeignKey key, Changes changes) {
        if (pair.anyHoldsRows(key.columns())) {
            changes.warn(
                    "data-dependent-foreign-key",
                    Warning.Level.WARNING,
                    pair.name().qualified() + "." + key.name(),
                    "the foreign key fails if a row of " + pair.name().display() + " refers to nothing in "
                            + key.target().display() + "; both tables are locked against writes while it is checked",
                    "");
        }
    }

    static void notNull(TablePair pair, String column, Changes changes) {
        changes.warn(
                "data-dependent-not-null",
                Warning.Level.WARNING,
                pair.name().qualified() + "." + column,
                "the table is scanned, and it fails if a row holds null",
                "");
    }

    static void required(TablePair pair, Column column, Changes changes) {
        changes.warn(
                "required-column-without-default",
                Warning.Level.ERROR,
                pair.name().qualified() + "." + column.name(),
                "the new column must have a value and says none for the rows that are there: it fails unless "
                        + pair.name().display() + " is empty",
                "give the column a default, or add it nullable, fill it, then set it not null");
    }

    static void rewrite(TablePair pair, String column, Changes changes) {
        changes.warn(
                "table-rewrite",
                Warning.Level.WARNING,
                pair.name().qualified() + "." + column,
                "every row gets a value: the whole table is rewritten under a lock that stops readers",
                "");
    }

    static void droppedColumn(TablePair pair, String column, Changes changes) {
        changes.warn(
                "data-loss",
                Warning.Level.WARNING,
                pair.name().qualified() + "." + column,
                "the values of the column are lost",
                "");
    }

    static void droppedTable(String table, Changes changes) {
        changes.warn("data-loss", Warning.Level.WARNING, table, "the rows of the table are lost", "");
    }

    static void type(TablePair pair, String column, SqlType from, SqlType to, Conversion conversion, Changes changes) {
        String object = pair.name().qualified() + "." + column;
        String change = from.display() + " becomes " + to.display();
        if (conversion.guessed()) {
            changes.warn(
                    "guessed-conversion",
                    Warning.Level.ERROR,
                    object,
                    change + ", and PostgreSQL has no cast for it: USING " + conversion.using()
                            + " goes through text, which rarely says what old values mean",
                    "write the USING expression that does");
        } else if (conversion.using() != null) {
            changes.warn(
                    "needs-using",
                    Warning.Level.WARNING,
                    object,
                    change + " by USING " + conversion.using() + ", which fails if a value does not convert",
                    "");
        }
        if (Narrowing.narrows(from, to)) {
            changes.warn(
                    "narrowing-type-change",
                    Warning.Level.WARNING,
                    object,
                    change + ": values that do not fit make it fail or are rounded",
                    "");
        }
        if (Narrowing.zoned(from, to)) {
            changes.warn(
                    "time-zone-dependent-conversion",
                    Warning.Level.WARNING,
                    object,
                    change + ": the result depends on the session's TimeZone",
                    "");
        }
    }
}

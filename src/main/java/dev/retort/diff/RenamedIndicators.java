package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Indicators of {@code @SoftDelete} that get the name of another strategy: each row keeps its value, and the value says the contrary. */
final class RenamedIndicators {

    private RenamedIndicators() {}

    /** Tells of those of a table, which may be no other than it was but for its names. */
    static void tell(Table from, Table to, Changes changes) {
        changes.old().renamed(to.name()).forEach((before, now) -> from.column(now)
                .filter(RenamedIndicators::isIndicator)
                .flatMap(c -> to.column(now))
                .filter(RenamedIndicators::isIndicator)
                .ifPresent(c -> tell(from, to, before, now, changes)));
    }

    private static boolean isIndicator(Column column) {
        return SoftDeletes.isTruth(column) && SoftDeletes.COMMENT.equals(column.comment());
    }

    private static void tell(Table from, Table to, String before, String now, Changes changes) {
        IndicatorMarks was = IndicatorMarks.of(before);
        IndicatorMarks marks = IndicatorMarks.of(now);
        boolean open = was == IndicatorMarks.UNKNOWN || marks == IndicatorMarks.UNKNOWN;
        if (Spelling.letters(before).equals(Spelling.letters(now)) || !(open || was.isContraryTo(marks))) {
            return;
        }
        String object = to.name().qualified() + "." + now;
        String takes = to.name().display() + "." + now + " keeps the values of " + before
                + " as the indicator of Hibernate's @SoftDelete";
        String cure = cure(from, to, before, now, changes.old());
        if (open) {
            changes.warn(
                    SoftDeletes.RULE,
                    Warning.Level.INFO,
                    object,
                    takes + ", and " + unknown(before, was, now, marks)
                            + " whether it says which rows are deleted or which are active: where the strategy changes with the name, deleted rows are found again, and the others no more",
                    "Where it does, write " + cure);
        } else {
            changes.doubt(
                    new Warning(
                            SoftDeletes.RULE,
                            Warning.Level.WARNING,
                            List.of(object),
                            takes + ", but says which rows are "
                                    + (marks == IndicatorMarks.ACTIVE
                                            ? "active, where that said which are deleted"
                                            : "deleted, where that said which are active")
                                    + ": deleted rows are found again, and the others no more",
                            "Write " + cure),
                    changes.rows(to.name()).all(),
                    null);
        }
    }

    private static String unknown(String before, IndicatorMarks was, String now, IndicatorMarks marks) {
        return was == marks
                ? "neither name tells"
                : "the name " + (was == IndicatorMarks.UNKNOWN ? before : now) + " does not tell";
    }

    private static String cure(Table from, Table to, String before, String now, OldNames old) {
        ObjectName table = old.table(to.name());
        boolean there = isInKey(from, now);
        boolean back = isInKey(to, now);
        return "`" + turn(to.name(), now, there) + "` " + place(from, now, "the rename")
                + ", and in downgrade, `" + turn(table, before, back) + "` "
                + place(to, now, "the rename there");
    }

    /** A key that counts the column would be broken by the row that is turned first, where another waits for its turn; a column that is made anew is checked when all are turned. */
    private static String turn(ObjectName table, String column, boolean inKey) {
        String name = ReservedWords.quote(column);
        return SqlText.call(
                inKey
                        ? "ALTER TABLE " + SqlText.name(table) + " ALTER COLUMN " + name + " TYPE boolean USING NOT "
                                + name
                        : "UPDATE " + SqlText.name(table) + " SET " + name + " = NOT " + name);
    }

    /** What reads the column holds for the values from before, and goes or stays with them. */
    private static String place(Table table, String column, String rename) {
        boolean read = Stream.of(
                        table.checks().stream().map(c -> c.expression().sql()),
                        table.exclusions().stream().map(e -> e.definition()),
                        table.indexes().stream()
                                .flatMap(i -> Stream.ofNullable(i.predicate()))
                                .map(e -> e.sql()))
                .flatMap(sql -> sql)
                .anyMatch(sql -> Identifiers.in(sql).contains(column));
        return "below " + rename + (read ? " and the drops of what asks for it" : "");
    }

    private static boolean isInKey(Table table, String column) {
        return (table.primaryKey() != null && table.primaryKey().columns().contains(column))
                || table.uniques().stream().anyMatch(u -> u.columns().contains(column))
                || table.indexes().stream()
                        .anyMatch(i -> i.unique() && IndexDiffer.columns(i).contains(column));
    }
}

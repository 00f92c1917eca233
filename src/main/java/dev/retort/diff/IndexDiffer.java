package dev.retort.diff;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Warning;
import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The indexes of a table that no constraint owns. */
final class IndexDiffer {

    private IndexDiffer() {}

    static void diff(TablePair pair, Sides sides) {
        ObjectName table = pair.name();
        Changes changes = sides.changes();
        NamedDiff<Index> diff = NamedDiff.of(
                pair.from().indexes(),
                pair.to().indexes(),
                Index::name,
                (is, shall) -> !mustDrop(is, shall, sides.impact(), table));
        for (Index index : diff.dropped()) {
            ObjectName name = table.sibling(String.valueOf(index.name()));
            changes.add(Phase.DROP_INDEX, new DropIndex(name, false));
            if (!index.valid()) {
                boolean again = diff.added().stream()
                        .anyMatch(shall -> String.valueOf(shall.name()).equals(index.name()));
                left(name, again, changes);
            }
        }
        for (Index index : diff.added()) {
            changes.add(Phase.CREATE_INDEX, new CreateIndex(table, index, false));
            boolean proved = pair.from().indexes().stream()
                    .anyMatch(d ->
                            d.unique() && d.valid() && d.withName(index.name()).equals(index));
            if (index.unique() && !proved) {
                DataWarnings.unique(pair, NewKey.of(index), String.valueOf(index.name()), "unique index", changes);
            }
        }
        diff.kept().stream()
                .filter(p -> p.from().valid() && !p.to().valid())
                .forEach(p -> changes.warn(
                        "invalid-index",
                        Warning.Level.WARNING,
                        table.sibling(String.valueOf(p.to().name())).qualified(),
                        "the index is invalid on the other side, as a concurrent build that failed leaves it: it stays as it is here",
                        "Build it there with `REINDEX INDEX CONCURRENTLY "
                                + SqlText.name(table.sibling(String.valueOf(p.to().name()))) + "`"));
        diff.renamed(Index::name, i -> i.withName(null))
                .forEach(p -> RenameHint.add(
                        changes,
                        "index",
                        table.sibling(String.valueOf(p.from().name())).qualified(),
                        table.sibling(String.valueOf(p.to().name())).qualified(),
                        RenameSpec.spell(table, String.valueOf(p.from().name()), String.valueOf(p.to().name())),
                        "with the same definition"));
    }

    static boolean mustDrop(Index is, @Nullable Index shall, Impact impact, ObjectName table) {
        return !stays(is, shall)
                || impact.touchesRebuilt(table, columns(is))
                || impact.touchesRebuilt(table, is.include())
                || expressions(is).stream().anyMatch(e -> impact.unsettles(table, e.sql()));
    }

    /** A valid index is not given up for an invalid one, which nobody asks for and no statement makes. */
    private static boolean stays(Index is, @Nullable Index shall) {
        return is.equals(shall) || (shall != null && !shall.valid() && is.equals(shall.withValid(true)));
    }

    /** The plain columns among the keys. */
    static List<String> columns(Index index) {
        List<String> columns = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            if (key.column() != null) {
                columns.add(key.column());
            }
        }
        return columns;
    }

    private static List<Expression> expressions(Index index) {
        List<Expression> expressions = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            if (key.expression() != null) {
                expressions.add(key.expression());
            }
        }
        if (index.predicate() != null) {
            expressions.add(index.predicate());
        }
        return expressions;
    }

    /** Of an index whose concurrent build failed. */
    private static void left(ObjectName name, boolean again, Changes changes) {
        changes.warn(
                "invalid-index",
                Warning.Level.WARNING,
                name.qualified(),
                "the index is invalid, as a concurrent build that failed leaves it: it is "
                        + (again ? "built anew" : "dropped"),
                again
                        ? "Where nobody may wait for that, run `REINDEX INDEX CONCURRENTLY " + SqlText.name(name)
                                + "` first, and generate again"
                        : "Where nobody may wait for that, run `DROP INDEX CONCURRENTLY " + SqlText.name(name)
                                + "` first, and generate again");
    }
}

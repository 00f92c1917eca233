package dev.retort.diff;

import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What reads a column or a table that goes, and holds on to it: PostgreSQL refuses to drop it while the reader stands. */
public final class Holders {

    /**
     * One of them.
     *
     * @param name its name alone, of a function without the arguments
     * @param warning what is said about it
     */
    public record Holder(String name, Warning warning) {}

    private Holders() {}

    /**
     * The readers of what these operations drop, each with what to write into the revision.
     *
     * @param schema as it was before the operations
     */
    public static List<Holder> among(Schema schema, Collection<? extends Operation> operations) {
        Set<ColumnRef> columns = new HashSet<>();
        Set<ObjectName> tables = new HashSet<>();
        for (Operation operation : operations) {
            if (operation instanceof DropColumn drop) {
                columns.add(new ColumnRef(drop.table(), drop.column()));
            } else if (operation instanceof DropTable drop) {
                tables.add(drop.table());
            }
        }
        List<Holder> found = new ArrayList<>();
        for (View view : schema.views().values()) {
            Stream.concat(
                            view.uses().stream().filter(columns::contains).map(ColumnRef::display),
                            view.usesRelations().stream()
                                    .filter(tables::contains)
                                    .map(ObjectName::display))
                    .forEach(gone -> found.add(new Holder(view.name().name(), view(view, gone, true))));
        }
        for (Extra extra : schema.extras()) {
            if (Attached.holds(extra)) {
                String name = extra.name().name().replaceFirst("\\(.*", "");
                extra.uses().stream()
                        .filter(u -> columns.contains(u)
                                || (tables.contains(u.table()) && !u.table().equals(extra.table())))
                        .forEach(u -> found.add(new Holder(name, extra(extra, u, true))));
            }
        }
        return found;
    }

    /**
     * A view.
     *
     * @param gone what it reads, as it is shown
     * @param written whether the SQL of a revision made it, so that another one may name it
     */
    static Warning view(View view, String gone, boolean written) {
        String drop = (view.materialized() ? "DROP MATERIALIZED VIEW " : "DROP VIEW ") + SqlText.name(view.name());
        String kind = view.materialized() ? "materialized view" : "view";
        return new Warning(
                UnmanagedReference.RULE,
                Warning.Level.ERROR,
                List.of(view.name().qualified(), gone),
                (written
                                ? "the " + kind + " " + view.name().display()
                                : view.name().display() + " is not managed and") + " reads " + gone
                        + ", which goes: dropping it fails while the view stands",
                written ? before(drop, kind, gone) : "Before the upgrade run `" + drop + "`");
    }

    /** A trigger, policy, rule, publication or function; the same parameters. */
    static Warning extra(Extra extra, ColumnRef gone, boolean written) {
        ObjectName table = extra.table();
        String kind = extra.kind().words();
        String what = kind + " " + extra.name().name() + (table == null ? "" : " on " + table.display());
        boolean function = extra.kind() == Extra.Kind.FUNCTION;
        String drop = function ? Attached.dropRoutine(extra) : Attached.drop(extra);
        String cure = function
                ? "Before it create the function with a body that does without, or drop it: `" + drop + "`"
                : "Before it run `" + drop + "`";
        return new Warning(
                UnmanagedReference.RULE,
                Warning.Level.ERROR,
                List.of((table == null ? extra.name() : table).qualified(), gone.toString()),
                "the " + what + " reads " + gone.display() + ", which goes: dropping it fails while the " + kind
                        + " stands",
                written ? before(drop, kind, gone.display()) : cure);
    }

    private static String before(String drop, String kind, String gone) {
        return "Write `" + SqlText.call(drop) + "` before it; behind it the " + kind + " can be made again without "
                + gone;
    }
}

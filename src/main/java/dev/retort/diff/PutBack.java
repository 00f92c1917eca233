package dev.retort.diff;

import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the SQL of revisions made and a revision puts back around the change of a column's type: no model says how it shall be, so it comes back as it was,
 * and its expression need not fit the new type.
 */
public final class PutBack {

    private static final String RULE = "put-back-can-fail";

    private final Schema before;
    private final Schema after;

    private PutBack(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The same difference, with a warning for each that may not fit.
     *
     * @param before the database, under its new names
     * @param after what the model wants
     * @param written what the SQL of revisions creates
     */
    public static Difference warn(Difference up, Schema before, Schema after, Set<String> written) {
        if (written.isEmpty() || up.operations().stream().noneMatch(Execute.class::isInstance)) {
            return up;
        }
        PutBack back = new PutBack(before, after);
        List<Warning> found = new ArrayList<>();
        for (Extra extra : before.extras()) {
            ObjectName table = extra.table();
            if (Attached.holds(extra)
                    && written.contains(extra.name().name().replaceFirst("\\(.*", ""))
                    && runs(up.operations(), Attached.create(extra, List.of()).get(0))) {
                back.misfit(extra.uses(), extra.definition())
                        .ifPresent(column -> found.add(warning(
                                extra.kind().words() + " " + extra.name().name()
                                        + (table == null ? "" : " on " + table.display()),
                                ExtraDiffer.objects(extra),
                                column,
                                extra.kind().words())));
            }
        }
        for (View view : before.views().values()) {
            View shall = after.views().get(view.name());
            if (written.contains(view.name().name()) && view.equals(shall)) {
                back.misfit(view.uses(), view.query())
                        .ifPresent(column -> found.add(warning(
                                "view " + view.name().display(),
                                List.of(view.name().qualified()),
                                column,
                                "view")));
            }
        }
        return found.isEmpty()
                ? up
                : new Difference(
                        up.operations(),
                        Stream.concat(up.warnings().stream(), found.stream()).toList(),
                        up.doubts());
    }

    private static boolean runs(List<Operation> operations, String sql) {
        return operations.stream()
                .anyMatch(o -> o instanceof Execute execute && execute.sql().equals(sql));
    }

    /** What changes so that the text may not fit, and how; empty where it fits as before. */
    private Optional<String> misfit(Collection<ColumnRef> uses, String text) {
        for (ColumnRef use : uses) {
            Column is = column(before, use);
            Column shall = column(after, use);
            if (is == null || shall == null) {
                continue;
            }
            if (!is.type().equals(shall.type()) && !TypeCasts.comparable(is.type(), shall.type())) {
                return Optional.of(use.display() + " has become " + shall.type().display());
            }
            Optional<String> gone = gone(shall.type().userType(), text);
            if (gone.isPresent()) {
                return Optional.of(use.display() + " can no longer be " + gone.get());
            }
        }
        return Optional.empty();
    }

    /** A value that leaves the enum and that the text names. */
    private Optional<String> gone(@Nullable ObjectName type, String text) {
        EnumType is = type == null ? null : before.enums().get(type);
        EnumType shall = type == null ? null : after.enums().get(type);
        return is == null || shall == null
                ? Optional.empty()
                : is.labels().stream()
                        .filter(label -> !shall.labels().contains(label) && text.contains(SqlText.literal(label)))
                        .findFirst();
    }

    private static @Nullable Column column(Schema schema, ColumnRef ref) {
        Table table = schema.tables().get(ref.table());
        return table == null ? null : table.column(ref.column()).orElse(null);
    }

    private static Warning warning(String what, List<String> objects, String change, String kind) {
        return new Warning(
                RULE,
                Warning.Level.WARNING,
                objects,
                "the " + what + " is put back as it was once " + change
                        + ": that fails where what it says does not fit",
                "Write it so that it fits, in the line of `upgrade` that creates the " + kind + " again");
    }
}

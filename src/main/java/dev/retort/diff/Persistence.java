package dev.retort.diff;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether sequences are written to the log. {@code ALTER TABLE … SET UNLOGGED} takes the sequences along that the table owns, from PostgreSQL 15. */
final class Persistence {

    private Persistence() {}

    /** Whether a sequence has to be told, because it is not what it shall be once its table has changed. */
    static boolean changes(Sequence is, Sequence shall, Sides sides) {
        if (is.unlogged() == null || shall.unlogged() == null) {
            return false;
        }
        Boolean before = unlogged(sides.from(), is.ownedBy());
        Boolean after = unlogged(sides.to(), is.ownedBy());
        boolean tableChanges = before != null && after != null && !before.equals(after);
        if (tableChanges) {
            return !shall.unlogged().equals(after) || !Objects.equals(is.ownedBy(), shall.ownedBy());
        }
        return !is.unlogged().equals(shall.unlogged());
    }

    /** Whether the table of the owner is unlogged; null for no such table. */
    private static @Nullable Boolean unlogged(Schema schema, @Nullable ColumnRef owner) {
        Table table = owner == null ? null : schema.tables().get(owner.table());
        return table == null || table.options() == null
                ? null
                : (Boolean) table.options().unlogged();
    }
}

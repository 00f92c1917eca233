package dev.retort.catalog;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads sequences; one of an identity column is kept for its column, one that an invisible table owns is as invisible. */
final class SequenceReader implements KindReader {

    @Override
    public String query() {
        return "sequences";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            SequenceOptions options = new SequenceOptions(
                    reading.type(Rows.text(rows, "type")),
                    rows.getLong("seqstart"),
                    rows.getLong("seqincrement"),
                    rows.getLong("seqmin"),
                    rows.getLong("seqmax"),
                    rows.getLong("seqcache"),
                    rows.getBoolean("seqcycle"));
            if (Rows.textOrEmpty(rows, "deptype").equals("i")) {
                reading.identities()
                        .put(
                                new Reading.Address("pg_class", rows.getLong("owner"), rows.getInt("owner_column")),
                                options);
            } else {
                free(rows, options, reading);
            }
        }
    }

    /** Null before PostgreSQL 15, whose sequences are all logged. */
    private static @Nullable Boolean unlogged(ResultSet rows) throws SQLException {
        boolean unlogged = rows.getBoolean("unlogged");
        return rows.wasNull() ? null : unlogged;
    }

    private static void free(ResultSet rows, SequenceOptions options, Reading reading) throws SQLException {
        ObjectName name = Rows.name(rows);
        String ownerName = rows.getString("owner_name");
        ColumnRef owner = ownerName == null
                ? null
                : new ColumnRef(
                        new ObjectName(Rows.text(rows, "owner_namespace"), ownerName),
                        Rows.text(rows, "owner_column_name"));
        boolean ownerVisible = owner == null || reading.scope().seesTable(owner.table());
        if (ownerVisible && reading.scope().sees(name)) {
            reading.schema().sequence(new Sequence(name, options, owner, unlogged(rows)));
            reading.comment("pg_class", rows.getLong("oid"), new CommentTarget(CommentTarget.Kind.SEQUENCE, name, ""));
        }
    }
}

package dev.retort.catalog;

import dev.retort.schema.Cast;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads implicit casts through text. */
final class CastReader implements KindReader {

    @Override
    public String query() {
        return "casts";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            reading.schema()
                    .cast(new Cast(reading.type(Rows.text(rows, "source")), reading.type(Rows.text(rows, "target"))));
        }
    }
}

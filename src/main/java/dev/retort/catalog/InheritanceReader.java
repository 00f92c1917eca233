package dev.retort.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the parents of tables. */
final class InheritanceReader implements KindReader {

    @Override
    public String query() {
        return "inheritance";
    }

    @Override
    public void read(ResultSet rows, Reading reading) throws SQLException {
        while (rows.next()) {
            TableDraft child = reading.tables().get(rows.getLong("child"));
            if (child != null) {
                child.inherit(Rows.name(rows));
            }
        }
    }
}

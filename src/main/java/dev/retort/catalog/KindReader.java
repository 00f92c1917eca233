package dev.retort.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the objects of one kind: all that a database has, from the rows of one query. */
interface KindReader {

    /** The name of the query's resource, without its ending. */
    String query();

    /** Reads all rows into what has been read so far. */
    void read(ResultSet rows, Reading reading) throws SQLException;
}

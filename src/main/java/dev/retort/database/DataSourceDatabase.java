package dev.retort.database;

import dev.retort.DatabaseException;
import dev.retort.RetortException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The database behind an application's own data source, such as a connection pool. */
public final class DataSourceDatabase implements Database {

    private final DataSource source;
    private volatile String display = "the application's database";
    private volatile String user = "";

    /**
     * A database behind a data source.
     *
     * @param source gives connections of the PostgreSQL driver; two at once are taken while revisions run
     */
    public DataSourceDatabase(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection connect() {
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw new DatabaseException(
                            "Cannot connect to " + display,
                            "The data source said: " + e.getMessage() + ".",
                            "See that the server runs, and that a pool has two connections to give while revisions run.",
                            e.getSQLState(),
                            null)
                    .causedBy(e);
        }
        try {
            if (!connection.isWrapperFor(PGConnection.class)) {
                throw new DatabaseException(
                        "The data source is none of PostgreSQL's",
                        "Its connections do not unwrap to the PostgreSQL driver's: "
                                + connection.getClass().getName() + ".",
                        "Give a data source that stands on the driver org.postgresql:postgresql.");
            }
            connection.setAutoCommit(true);
            name(connection.getMetaData());
            return connection;
        } catch (SQLException | RuntimeException e) {
            throw closed(connection, e);
        }
    }

    @Override
    public String display() {
        return display;
    }

    @Override
    public String user() {
        return user;
    }

    private void name(DatabaseMetaData metaData) throws SQLException {
        String url = ShownUrl.of(metaData.getURL()).text();
        int query = url.indexOf('?');
        display = (query < 0 ? url : url.substring(0, query)).replaceFirst("^jdbc:postgresql://", "");
        user = metaData.getUserName();
    }

    private RetortException closed(Connection connection, Exception error) {
        try {
            connection.close();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        return error instanceof RetortException ours
                ? ours
                : new DatabaseException(
                                "Cannot use a connection to " + display,
                                String.valueOf(error.getMessage()),
                                "See that the server runs.")
                        .causedBy(error);
    }

    /** The address as it may be shown. */
    @Override
    public String toString() {
        return display();
    }
}

package dev.retort.catalog;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server said, without what the driver adds. */
final class ServerMessage {

    private ServerMessage() {}

    /** The primary message and its detail. */
    static String of(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        if (server == null || server.getMessage() == null) {
            return String.valueOf(e.getMessage());
        }
        return server.getDetail() == null ? server.getMessage() : server.getMessage() + " (" + server.getDetail() + ")";
    }
}

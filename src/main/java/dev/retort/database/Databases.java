package dev.retort.database;

import dev.retort.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Database} of what people write: a URL of any spelling, and the environment of libpq. */
public final class Databases {

    private Databases() {}

    /**
     * A database by its URL.
     *
     * @param url {@code jdbc:postgresql://…}, or a libpq URL ({@code postgres://}, {@code postgresql://}, also with a driver suffix such as
     *     {@code postgresql+asyncpg://})
     * @param user the user; null for the URL's, or the environment's
     * @param env the environment: {@code RETORT_PASSWORD}, {@code PGPASSWORD}, {@code PGHOST} …
     * @throws dev.retort.UsageException if the URL is malformed or holds a parameter that the driver does not know
     */
    public static JdbcDatabase of(String url, @Nullable String user, Map<String, String> env) {
        return Connector.resolve(ConnectionUrl.parse(url), user, env);
    }

    /**
     * The database behind an application's own data source, as another role; a connection is taken to ask for its URL. What the data source says outside of its
     * URL is not known.
     *
     * @param user the role
     * @param env where its password stands, as for {@link #of(String, String, Map)}; the data source's own is another role's
     * @throws dev.retort.DatabaseException if the data source gives no connection
     */
    public static JdbcDatabase of(DataSource source, String user, Map<String, String> env) {
        DataSourceDatabase application = new DataSourceDatabase(source);
        try (Connection connection = application.connect()) {
            String url = connection.getMetaData().getURL();
            return Connector.resolve(ConnectionUrl.parse(url).withoutCredentials(), user, env);
        } catch (SQLException e) {
            throw new DatabaseException(
                            "Cannot use a connection to " + application.display(),
                            String.valueOf(e.getMessage()),
                            "See that the server runs.")
                    .causedBy(e);
        }
    }
}

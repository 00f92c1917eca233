package dev.retort.database;

import java.util.Map;
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
}

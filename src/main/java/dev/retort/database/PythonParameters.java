package dev.retort.database;

import dev.retort.UsageException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of Python's drivers in a URL with their suffix, such as {@code postgresql+asyncpg://}. One that matters for the connection is put into libpq's
 * words; one that tunes the driver is passed over.
 *
 * <p>Source: the arguments of {@code asyncpg.connect}, {@code psycopg.connect}, {@code pg8000.connect}, and of SQLAlchemy's dialects for them.
 */
final class PythonParameters {

    private static final Set<String> TUNING = Set.of(
            "async_fallback",
            "autocommit",
            "command_timeout",
            "connection_class",
            "connection_factory",
            "context",
            "cursor_factory",
            "executemany_batch_page_size",
            "executemany_mode",
            "executemany_values_page_size",
            "isolation_level",
            "max_cacheable_statement_size",
            "max_cached_statement_lifetime",
            "native_inet_types",
            "prepare_threshold",
            "prepared_max",
            "prepared_statement_cache_size",
            "prepared_statement_name_func",
            "record_class",
            "row_factory",
            "statement_cache_size",
            "use_native_hstore",
            "use_native_unicode",
            "use_native_uuid");

    private PythonParameters() {}

    /**
     * Puts the parameters into libpq's words.
     *
     * @return the names of those that were taken out
     * @throws UsageException if one matters, and says nothing that can be understood
     */
    static List<String> translate(Map<String, String> written) {
        List<String> passedOver = new ArrayList<>();
        for (String name : new TreeSet<>(written.keySet())) {
            if (TUNING.contains(name)) {
                written.remove(name);
                passedOver.add(name);
            }
        }
        String timeout = written.remove("timeout");
        if (timeout != null) {
            written.putIfAbsent("connect_timeout", seconds(timeout));
        }
        String direct = written.remove("direct_tls");
        if ("true".equalsIgnoreCase(direct) || "1".equals(direct)) {
            written.putIfAbsent("sslnegotiation", "direct");
            written.putIfAbsent("sslmode", written.getOrDefault("ssl", "require"));
        }
        String keepalive = written.remove("tcp_keepalive");
        if (keepalive != null) {
            written.putIfAbsent("keepalives", "false".equalsIgnoreCase(keepalive) ? "0" : "1");
        }
        String socket = written.remove("unix_sock");
        if (socket != null) {
            written.putIfAbsent("host", socket);
        }
        refuse(written, "server_settings", "Write them as options=-c%20NAME%3DVALUE, and application_name as itself.");
        refuse(written, "ssl_context", "Write ssl=require, or verify-ca or verify-full with sslrootcert=FILE.");
        return passedOver;
    }

    private static void refuse(Map<String, String> written, String name, String cure) {
        if (written.containsKey(name)) {
            throw new UsageException(
                    "the database URL holds the parameter " + name,
                    "its value is an object of Python's, which a URL cannot say",
                    cure);
        }
    }

    /** Python's may have a fraction, and libpq's cannot. */
    private static String seconds(String text) {
        try {
            return new BigDecimal(text.strip()).setScale(0, RoundingMode.UP).toPlainString();
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "the database URL holds the parameter timeout",
                    "it is a number of seconds to wait for a connection",
                    "Write for example timeout=10");
        }
    }
}

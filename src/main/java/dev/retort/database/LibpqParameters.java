package dev.retort.database;

import dev.retort.UsageException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The connection parameters of libpq (its manual's "Parameter Key Words") in the driver's words. */
final class LibpqParameters {

    /** Same meaning, same values. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("options", "options"),
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslpassword", "sslpassword"),
            Map.entry("sslrootcert", "sslrootcert"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("krbsrvname", "kerberosServerName"));

    /** Tuning that the driver leaves to the system; connecting without them is safe. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "sslcompression",
            "sslsni",
            "gsslib",
            "client_encoding",
            "fallback_application_name");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private LibpqParameters() {}

    /**
     * Adds a parameter to the driver's properties.
     *
     * @throws UsageException if the driver has nothing like it: what protects a connection must not be dropped silently
     */
    static void add(String name, String value, SortedMap<String, String> properties) {
        if (SAME.containsKey(name)) {
            properties.put(SAME.get(name), value);
            return;
        }
        switch (name) {
            case "target_session_attrs" -> properties.put("targetServerType", serverType(value));
            case "load_balance_hosts" -> properties.put("loadBalanceHosts", String.valueOf(!value.equals("disable")));
            case "keepalives" -> properties.put("tcpKeepAlive", String.valueOf(!value.equals("0")));
            // "ssl=true" is libpq's own bow to JDBC; asyncpg's URLs write the mode there.
            case "ssl" -> properties.put("sslmode", value.equals("true") ? "require" : value.toLowerCase(Locale.ROOT));
            default -> {
                if (!WITHOUT_EFFECT.contains(name)) {
                    throw unknown(name);
                }
            }
        }
    }

    private static String serverType(String value) {
        String type = SERVER_TYPES.get(value);
        if (type == null) {
            throw new UsageException(
                    "the database URL asks for an unknown kind of server",
                    "target_session_attrs is one of " + String.join(", ", new TreeSet<>(SERVER_TYPES.keySet())),
                    "Write for example ?target_session_attrs=read-write");
        }
        return type;
    }

    private static UsageException unknown(String name) {
        return new UsageException(
                "the database URL holds the parameter '" + name + "'",
                "the PostgreSQL driver has no equivalent of it",
                "Leave it out, or write the URL as jdbc:postgresql://HOST:PORT/DATABASE?… with the driver's own parameters.");
    }
}

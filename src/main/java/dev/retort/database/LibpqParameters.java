package dev.retort.database;

import dev.retort.Nearest;
import dev.retort.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.postgresql.PGProperty;

/**
 * The connection parameters of libpq in the driver's words. Each is translated, or has nothing to say here, or is refused with the reason: what protects a
 * connection must not be dropped in silence.
 *
 * <p>Source: PostgreSQL's manual, "Parameter Key Words", up to version 18; {@code org.postgresql.PGProperty}.
 */
final class LibpqParameters {

    /** Same meaning, same values. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("options", "options"),
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslrootcert", "sslrootcert"),
            Map.entry("sslpassword", "sslpassword"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("gsslib", "gsslib"),
            Map.entry("krbsrvname", "kerberosServerName"));

    /**
     * What the driver leaves to the system, or does one way only, which is as safe; and what means Unix sockets alone, which it does not use. The names and
     * passwords are taken out before.
     */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "sslcompression",
            "sslsni",
            "client_encoding",
            "requirepeer",
            "min_protocol_version",
            "max_protocol_version");

    private static final Map<String, String> TRANSLATED_ELSEWHERE = Map.of(
            "target_session_attrs", "targetServerType",
            "load_balance_hosts", "loadBalanceHosts",
            "keepalives", "tcpKeepAlive",
            "connect_timeout", "connectTimeout",
            "fallback_application_name", "ApplicationName",
            "ssl", "sslmode",
            "requiressl", "sslmode");

    /** Taken out of a URL or a service before the driver hears of it. */
    private static final Set<String> PLACE =
            Set.of("host", "hostaddr", "port", "dbname", "user", "password", "passfile", "service", "servicefile");

    /** What the driver cannot do, with why, or what to do instead. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry(
                    "sslcrl",
                    "the driver reads no revocation lists; Java's own check is -Dcom.sun.net.ssl.checkRevocation=true"),
            Map.entry(
                    "sslcrldir",
                    "the driver reads no revocation lists; Java's own check is -Dcom.sun.net.ssl.checkRevocation=true"),
            Map.entry(
                    "require_auth",
                    "the driver cannot choose how a server asks for the password; channel_binding=require allows SCRAM over TLS alone"),
            Map.entry(
                    "ssl_max_protocol_version",
                    "Java chooses the version: JAVA_TOOL_OPTIONS=-Djdk.tls.client.protocols=TLSv1.2"),
            Map.entry("sslkeylogfile", "Java does not write its TLS keys down"),
            Map.entry("scram_client_key", "the driver logs in with the password alone"),
            Map.entry("scram_server_key", "the driver logs in with the password alone"),
            Map.entry("oauth_issuer", "the driver does not log in by OAuth"),
            Map.entry("oauth_client_id", "the driver does not log in by OAuth"),
            Map.entry("oauth_client_secret", "the driver does not log in by OAuth"),
            Map.entry("oauth_scope", "the driver does not log in by OAuth"));

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    /** The values of those that have no others; the driver would take the one for its own default, or fail as if the server were away. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "sslmode", List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "ssl", List.of("true", "disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
            "sslnegotiation", List.of("postgres", "direct"),
            "channel_binding", List.of("disable", "prefer", "require"),
            "gssencmode", List.of("disable", "prefer", "require"),
            "load_balance_hosts", List.of("disable", "random"));

    private static final Set<String> NO = Set.of("", "0", "false", "off", "no");

    private LibpqParameters() {}

    /**
     * Adds a parameter to the driver's properties.
     *
     * @param origin what holds the parameter, such as {@code the database URL}
     * @throws UsageException if there is none of this name, or the driver has nothing like it
     */
    static void add(String name, String value, String origin, SortedMap<String, String> properties) {
        List<String> choices = CHOICES.get(name);
        if (choices != null && !value.isEmpty() && !choices.contains(value)) {
            throw wrong(
                    name,
                    origin,
                    "its value is \"" + value + "\", and can be " + String.join(", ", choices),
                    Nearest.to(value, choices)
                            .map(near -> "Did you mean " + name + "=" + near + "?")
                            .orElse("Write for example " + name + "=" + choices.get(choices.size() - 1)));
        }
        if (SAME.containsKey(name)) {
            properties.put(SAME.get(name), value);
            return;
        }
        switch (name) {
            case "target_session_attrs" -> properties.put("targetServerType", serverType(value, origin));
            case "load_balance_hosts" -> properties.put("loadBalanceHosts", String.valueOf(!value.equals("disable")));
            case "keepalives" -> properties.put("tcpKeepAlive", String.valueOf(!value.equals("0")));
            case "connect_timeout" -> properties.put("connectTimeout", seconds(value, origin));
            case "fallback_application_name" -> properties.putIfAbsent("ApplicationName", value);
            // "ssl=true" is libpq's own bow to JDBC; asyncpg's URLs write the mode there.
            case "ssl" -> properties.put("sslmode", value.equals("true") ? "require" : value);
            case "requiressl" -> properties.putIfAbsent("sslmode", NO.contains(value) ? "prefer" : "require");
            default -> refuse(name, value, origin);
        }
    }

    private static String seconds(String value, String origin) {
        try {
            return String.valueOf(Math.max(0, Integer.parseInt(value.strip())));
        } catch (NumberFormatException e) {
            throw wrong("connect_timeout", origin, "it is a number of seconds", "Write for example connect_timeout=10");
        }
    }

    private static String serverType(String value, String origin) {
        String type = SERVER_TYPES.get(value);
        if (type == null) {
            throw wrong(
                    "target_session_attrs",
                    origin,
                    "it is one of " + String.join(", ", new TreeSet<>(SERVER_TYPES.keySet())),
                    "Write for example target_session_attrs=read-write");
        }
        return type;
    }

    private static void refuse(String name, String value, String origin) {
        boolean harmless = WITHOUT_EFFECT.contains(name)
                || (name.equals("replication") && NO.contains(value))
                || (name.equals("gssdelegation") && NO.contains(value))
                || (name.equals("sslcertmode") && value.equals("allow"))
                || (name.equals("ssl_min_protocol_version") && !value.equals("TLSv1.3"));
        if (harmless) {
            return;
        }
        String reason =
                switch (name) {
                    case "replication" -> "a connection for replication runs no revisions";
                    case "gssdelegation" -> "the driver decides about that by gssUseDefaultCreds, in a jdbc: URL";
                    case "sslcertmode" -> "the driver sends a certificate where the server asks and there is one";
                    case "ssl_min_protocol_version" ->
                        "Java chooses the version: JAVA_TOOL_OPTIONS=-Djdk.tls.client.protocols=TLSv1.3";
                    default -> REFUSED.get(name);
                };
        if (reason != null) {
            throw wrong(
                    name,
                    origin,
                    "the PostgreSQL driver of Java has no equivalent of it: " + reason,
                    "Leave it out, or write the URL as jdbc:postgresql://HOST:PORT/DATABASE?… with the driver's own parameters.");
        }
        if (PGProperty.forName(name) != null) {
            throw wrong(
                    name,
                    origin,
                    "it is one of Java's PostgreSQL driver, and libpq knows none of this name",
                    "Write the URL as jdbc:postgresql://HOST:PORT/DATABASE?" + name + "=…");
        }
        List<String> known = new ArrayList<>(SAME.keySet());
        known.addAll(WITHOUT_EFFECT);
        known.addAll(TRANSLATED_ELSEWHERE.keySet());
        known.addAll(PLACE);
        known.addAll(REFUSED.keySet());
        throw wrong(
                name,
                origin,
                "libpq knows no parameter of this name",
                Nearest.to(name, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Leave it out; they are listed in PostgreSQL's manual under \"Parameter Key Words\"."));
    }

    private static UsageException wrong(String name, String origin, String reason, String cure) {
        return new UsageException(origin + " holds the parameter " + name, reason, cure);
    }
}

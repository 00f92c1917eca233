package dev.retort.database;

import dev.retort.UsageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart, nothing filled in: {@code scheme://[user[:password]@][host[:port][,…]][/database][?name=value&…]}, percent-encoded.
 *
 * @param jdbc whether it is the driver's own spelling, whose parameters have the driver's names
 * @param hosts the hosts as written, the port null where not stated
 */
record ConnectionUrl(
        boolean jdbc,
        List<WrittenHost> hosts,
        @Nullable String database,
        @Nullable String user,
        @Nullable String password,
        Map<String, String> parameters) {

    private static final Pattern SCHEME =
            Pattern.compile("(?s)(jdbc:postgresql:|postgres(?:ql)?(?:\\+[A-Za-z0-9_]+)?:)(//)?(.*)");

    /** A host as written. */
    record WrittenHost(String name, @Nullable Integer port) {}

    static ConnectionUrl parse(String url) {
        Matcher scheme = SCHEME.matcher(url.strip());
        if (!scheme.matches() || (scheme.group(2) == null && !scheme.group(1).startsWith("jdbc:"))) {
            throw malformed("it does not begin with jdbc:postgresql://, postgresql:// or postgres://");
        }
        String rest = scheme.group(3);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String before = question < 0 ? rest : rest.substring(0, question);
        boolean authorityStated = scheme.group(2) != null;
        int slash = authorityStated ? before.indexOf('/') : before.startsWith("/") ? 0 : -1;
        String authority = !authorityStated ? "" : slash < 0 ? before : before.substring(0, slash);
        String path = slash < 0 ? (authorityStated ? "" : before) : before.substring(slash + 1);
        int at = authority.lastIndexOf('@');
        String credentials = at < 0 ? "" : authority.substring(0, at);
        int colon = credentials.indexOf(':');
        return new ConnectionUrl(
                scheme.group(1).startsWith("jdbc:"),
                hosts(authority.substring(at + 1)),
                emptyAsNull(decoded(path)),
                emptyAsNull(decoded(colon < 0 ? credentials : credentials.substring(0, colon))),
                colon < 0 ? null : decoded(credentials.substring(colon + 1)),
                parameters(query));
    }

    /** The same for whoever comes. */
    ConnectionUrl withoutCredentials() {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        others.keySet().removeAll(List.of("user", "password"));
        return new ConnectionUrl(jdbc, hosts, database, null, null, others);
    }

    private static List<WrittenHost> hosts(String text) {
        List<WrittenHost> hosts = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            int bracket = one.startsWith("[") ? one.indexOf(']') : -1;
            if (one.startsWith("[") && bracket < 0) {
                throw malformed("an IPv6 address lacks its closing bracket");
            }
            int colon = one.indexOf(':', Math.max(bracket, 0));
            String name = bracket > 0 ? one.substring(1, bracket) : colon < 0 ? one : one.substring(0, colon);
            hosts.add(new WrittenHost(decoded(name), colon < 0 ? null : port(one.substring(colon + 1))));
        }
        return hosts;
    }

    private static @Nullable Integer port(String text) {
        return text.isEmpty() ? null : Ports.parse(text);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A plus stays a plus, as in libpq. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("a percent sign is not followed by two hexadecimal digits (write %25 for a percent sign)");
        }
    }

    /** The URL itself is not shown: it may hold a password. */
    static UsageException malformed(String reason) {
        return new UsageException(
                "the database URL is malformed",
                reason,
                "Write it as --url jdbc:postgresql://HOST:PORT/DATABASE or postgresql://USER@HOST:PORT/DATABASE");
    }
}

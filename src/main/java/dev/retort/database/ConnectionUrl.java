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
 * @param language the driver of another language that a suffix names, as {@code asyncpg}; null for none
 * @param hosts the hosts as written, separated by commas; null where none is
 * @param ports their ports, as many, empty where one is not stated; null where none is
 */
record ConnectionUrl(
        boolean jdbc,
        @Nullable String language,
        @Nullable String hosts,
        @Nullable String ports,
        @Nullable String database,
        @Nullable String user,
        @Nullable String password,
        Map<String, String> parameters) {

    private static final Pattern SCHEME =
            Pattern.compile("(?s)(jdbc:postgresql:|postgres(?:ql)?(?:\\+([A-Za-z0-9_]+))?:)(//)?(.*)");

    /** What holds what a URL says, in words. */
    static final String ORIGIN = "the database URL";

    static ConnectionUrl parse(String url) {
        Matcher scheme = SCHEME.matcher(url.strip());
        if (!scheme.matches() || (scheme.group(3) == null && !scheme.group(1).startsWith("jdbc:"))) {
            throw malformed("it does not begin with jdbc:postgresql://, postgresql:// or postgres://");
        }
        String rest = scheme.group(4);
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String before = question < 0 ? rest : rest.substring(0, question);
        boolean authorityStated = scheme.group(3) != null;
        int slash = authorityStated ? before.indexOf('/') : before.startsWith("/") ? 0 : -1;
        String authority = !authorityStated ? "" : slash < 0 ? before : before.substring(0, slash);
        String path = slash < 0 ? (authorityStated ? "" : before) : before.substring(slash + 1);
        int at = authority.lastIndexOf('@');
        String credentials = at < 0 ? "" : authority.substring(0, at);
        int colon = credentials.indexOf(':');
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String host : authority.substring(at + 1).split(",", -1)) {
            addHost(host, names, ports);
        }
        return new ConnectionUrl(
                scheme.group(1).startsWith("jdbc:"),
                scheme.group(2),
                emptyAsNull(String.join(",", names)),
                emptyAsNull(String.join(",", ports)),
                emptyAsNull(decoded(path)),
                emptyAsNull(decoded(colon < 0 ? credentials : credentials.substring(0, colon))),
                colon < 0 ? null : decoded(credentials.substring(colon + 1)),
                parameters(query));
    }

    /** The same for whoever comes. */
    ConnectionUrl withoutCredentials() {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        others.keySet().removeAll(List.of("user", "password"));
        return new ConnectionUrl(jdbc, language, hosts, ports, database, null, null, others);
    }

    private static void addHost(String text, List<String> names, List<String> ports) {
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        if (text.startsWith("[") && bracket < 0) {
            throw malformed("an IPv6 address lacks its closing bracket");
        }
        int colon = text.indexOf(':', Math.max(bracket, 0));
        names.add(decoded(bracket > 0 ? text.substring(1, bracket) : colon < 0 ? text : text.substring(0, colon)));
        ports.add(colon < 0 ? "" : decoded(text.substring(colon + 1)));
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

package dev.retort.database;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A database's URL as it may be shown, to be typed again.
 *
 * @param text the URL without what is secret in it; the word {@code URL} where it cannot be read
 * @param complete whether nothing was left out
 */
public record ShownUrl(String text, boolean complete) {

    private static final Pattern PARTS = Pattern.compile(
            "(?s)((?:jdbc:postgresql|postgres(?:ql)?(?:\\+[A-Za-z0-9_]+)?)://)([^/?]*)([^?]*)(?:\\?(.*))?");

    private static final Set<String> SECRET = Set.of("password", "sslpassword");

    /** Leaves the password out, wherever it stands. */
    public static ShownUrl of(String url) {
        Matcher parts = PARTS.matcher(url.strip());
        if (!parts.matches()) {
            return url.contains("@") || url.contains("password") || !url.contains(":")
                    ? new ShownUrl("URL", false)
                    : new ShownUrl(url, true);
        }
        String authority = parts.group(2);
        int at = authority.lastIndexOf('@');
        int colon = at < 0 ? -1 : authority.substring(0, at).indexOf(':');
        String query = parts.group(4) == null ? "" : parts.group(4);
        String kept = Arrays.stream(query.split("&", -1))
                .filter(pair -> !isSecret(pair))
                .collect(Collectors.joining("&"));
        String shown = parts.group(1)
                + (colon < 0 ? authority : authority.substring(0, colon) + authority.substring(at))
                + parts.group(3)
                + (kept.isEmpty() ? "" : "?" + kept);
        return new ShownUrl(shown, colon < 0 && kept.equals(query));
    }

    /** A name may be percent-encoded; one that cannot be decoded is none of the driver's. */
    private static boolean isSecret(String pair) {
        String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
        return name.contains("%") || SECRET.contains(name);
    }
}

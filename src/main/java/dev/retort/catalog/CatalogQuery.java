package dev.retort.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query on the catalog, held as a resource: comment lines are left out, a line that ends in {@code -- since 15} or {@code -- until 14} counts for
 * these servers alone, and {@code :scope} stands for the condition on the namespace, whose alias is {@code n}, and {@code :beyond} for what it leaves out.
 */
final class CatalogQuery {

    private static final Pattern VERSION = Pattern.compile("^(.*?) -- (since|until) (\\d+)$");

    private static final String NOT_SYSTEM = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

    private CatalogQuery() {}

    /** The query's text for a server and a scope; each {@code ?} in it is the array of the scope's namespaces. */
    static String text(String resource, int serverVersion, Scope scope) {
        StringJoiner text = new StringJoiner("\n");
        load(resource + ".sql").lines().forEach(line -> {
            Matcher version = VERSION.matcher(line);
            if (version.matches()) {
                int bound = Integer.parseInt(version.group(3));
                boolean since = version.group(2).equals("since");
                if (since ? serverVersion >= bound : serverVersion <= bound) {
                    text.add(version.group(1));
                }
            } else if (!line.strip().startsWith("--")) {
                text.add(line);
            }
        });
        String condition = scope.namespaces() == null ? NOT_SYSTEM : NOT_SYSTEM + " and n.nspname = any (?)";
        return text.toString().replace(":scope", condition).replace(":beyond", beyond(scope));
    }

    /** The text of a query that is the same for every server, with a condition of its own. */
    static String text(String resource, String condition) {
        return load(resource + ".sql")
                .lines()
                .filter(line -> !line.strip().startsWith("--"))
                .collect(Collectors.joining("\n"))
                .replace(":scope", condition);
    }

    /** What can lie outside, by its namespace {@code hn}: patterns are looked at later. */
    private static String beyond(Scope scope) {
        if (!scope.include().isEmpty() || !scope.exclude().isEmpty()) {
            return "true";
        }
        return scope.namespaces() == null ? "false" : "not hn.nspname = any (?)";
    }

    private static String load(String resource) {
        try (InputStream in = CatalogQuery.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.retort.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that {@code pg_catalog}, which every session searches first, hides: they stand with their schema wherever they are written, and so cannot mean the schema
 * that a session searches.
 */
public final class SystemNames {

    private static final Pattern QUALIFIED =
            Pattern.compile("\\bpublic\\.(?:\"((?:[^\"]|\"\")+)\"|([A-Za-z_][\\w$]*))");

    private SystemNames() {}

    /** The first such name that a rendered statement holds. */
    public static Optional<String> in(String sql) {
        Matcher name = QUALIFIED.matcher(sql);
        while (name.find()) {
            String found = name.group(1) == null ? name.group(2) : name.group(1).replace("\"\"", "\"");
            if (Keywords.hiddenByTheSystem(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}

package dev.retort.diff;

import dev.retort.UsageException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name with places: <code>{table}</code>, <code>{columns}</code> (joined by underscores; the keys of an index, an expression by its function) and, for a
 * foreign key, <code>{target}</code> and <code>{target_columns}</code>, as in <code>fk_{table}_{columns}</code>.
 *
 * @param text the template as it was written
 */
public record NameTemplate(String text) {

    static final String TABLE = "table";
    static final String COLUMNS = "columns";
    static final String TARGET = "target";
    static final String TARGET_COLUMNS = "target_columns";

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /**
     * Reads a template for a kind.
     *
     * @throws UsageException if it has a place that the kind does not know, a brace that belongs to none, no place at all, or control characters
     */
    static NameTemplate parse(Naming.Kind kind, String text) {
        Set<String> places =
                switch (kind) {
                    case PRIMARY_KEY, UNIQUE, CHECK, INDEX, EXCLUSION -> Set.of(TABLE, COLUMNS);
                    case FOREIGN_KEY -> Set.of(TABLE, COLUMNS, TARGET, TARGET_COLUMNS);
                };
        String known = places.stream()
                .sorted()
                .map(p -> "{" + p + "}")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        Matcher matcher = PLACE.matcher(text);
        boolean any = false;
        while (matcher.find()) {
            any = true;
            if (!places.contains(matcher.group(1))) {
                throw wrong(kind, text, "it has no place " + matcher.group() + "; there are " + known + ".");
            }
        }
        String rest = PLACE.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            throw wrong(kind, text, "a brace of it belongs to no place; there are " + known + ".");
        }
        if (rest.chars().anyMatch(Character::isISOControl)) {
            throw wrong(kind, text.replaceAll("\\p{Cntrl}", "?"), "a name cannot hold control characters.");
        }
        if (!any) {
            throw wrong(kind, text, "every object would have the same name; there are the places " + known + ".");
        }
        return new NameTemplate(text);
    }

    private static UsageException wrong(Naming.Kind kind, String text, String why) {
        return new UsageException(
                "The naming template " + kind.word() + " = \"" + text + "\" cannot be used",
                why,
                "Correct it in the table [naming-templates] of retort.toml.");
    }

    /** The name, cut to what PostgreSQL keeps: what had to be cut is told apart by a hash of the whole. */
    String fill(Map<String, String> values) {
        String name = PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
        String whole = PostgresNames.clip(name, PostgresNames.LONGEST);
        if (whole.equals(name)) {
            return name;
        }
        String hash = "_" + String.format("%08x", name.hashCode());
        return PostgresNames.clip(name, PostgresNames.LONGEST - hash.length()) + hash;
    }
}

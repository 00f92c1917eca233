package dev.retort.command.proof;

import dev.retort.command.proof.Comparisons.Comparison;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a column that are made of other columns, because a check compares them: {@code (starts) + interval '1 minute'}. */
final class RelativeValues {

    private static final Pattern CASTS = Pattern.compile("(?s)(.*?)(?:::[\\w \"\\[\\](),.]+)*");

    private static final Pattern WORD =
            Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)");

    private final List<Comparison> comparisons = new ArrayList<>();
    private final Map<String, Column> columns;

    /** Those that these checks suggest for these columns. */
    RelativeValues(Collection<String> checks, Map<String, Column> columns) {
        this.columns = columns;
        for (String check : checks) {
            for (Comparison comparison : Comparisons.of(check)) {
                comparisons.add(comparison);
                comparisons.add(comparison.turned());
            }
        }
    }

    /** The columns in an order in which one that is compared with an expression comes after what it is made of. */
    List<Column> order() {
        List<Column> first = new ArrayList<>();
        List<Column> last = new ArrayList<>();
        columns.values().forEach(column -> (isMade(column) ? last : first).add(column));
        first.addAll(last);
        return first;
    }

    private boolean isMade(Column column) {
        return comparisons.stream()
                .anyMatch(c -> column.name().equals(column(c.left()))
                        && !names(c.right()).isEmpty()
                        && column(c.right()) == null);
    }

    /**
     * The values, the likeliest first.
     *
     * @param earlier the columns that have a value already
     * @param foundation the type behind the column's domain
     */
    List<String> of(Column column, Set<String> earlier, @Nullable SqlType foundation) {
        String base = foundation == null || foundation.array() ? "" : foundation.base();
        Set<String> found = new LinkedHashSet<>();
        for (Comparison comparison : comparisons) {
            Set<String> read = names(comparison.right());
            if (column.name().equals(column(comparison.left())) && !read.isEmpty() && earlier.containsAll(read)) {
                String value = "(" + comparison.right() + ")";
                switch (comparison.operator()) {
                    case "<" -> found.addAll(below(value, base));
                    case ">", "<>" -> found.addAll(above(value, base));
                    default -> found.add(value);
                }
            } else if (comparison.operator().equals("=") && isNumber(base)) {
                rest(column.name(), comparison, earlier, found);
            }
        }
        for (Comparison comparison : comparisons) {
            for (String other : names(comparison.left() + " " + comparison.right())) {
                Column known = columns.get(other);
                if (known != null && earlier.contains(other) && known.type().equals(column.type())) {
                    String value = SqlWriter.identifier(other);
                    found.addAll(above(value, base));
                    found.addAll(below(value, base));
                    found.add(value);
                }
            }
        }
        return new ArrayList<>(found);
    }

    /** What is left for one term of a sum. */
    private void rest(String name, Comparison comparison, Set<String> earlier, Set<String> found) {
        Set<String> read = names(comparison.left() + " " + comparison.right());
        if (read.remove(name)
                && earlier.containsAll(read)
                && !names(comparison.right()).contains(name)) {
            String without = without(comparison.left(), name);
            found.add("(" + comparison.right() + ") - (" + without + ")");
            found.add("(" + without + ") - (" + comparison.right() + ")");
        }
    }

    private static List<String> above(String value, String base) {
        return stepped(value, " + ", base);
    }

    private static List<String> below(String value, String base) {
        return stepped(value, " - ", base);
    }

    private static List<String> stepped(String value, String sign, String base) {
        return switch (base) {
            case "smallint", "integer", "bigint" -> List.of(value + sign + "1", value + sign + "100");
            case "numeric", "real", "double precision" ->
                List.of(value + sign + "1", value + sign + "0.1", value + sign + "0.001");
            case "date" -> List.of(value + sign + "1", value + sign + "400");
            case "timestamp without time zone", "timestamp with time zone" ->
                List.of(value + sign + "interval '1 minute'", value + sign + "interval '400 days'");
            case "time without time zone", "time with time zone", "interval" ->
                List.of(value + sign + "interval '1 minute'");
            case "character varying", "character", "text" ->
                sign.contains("+") ? List.of(value + " || 'x'") : List.of("left(" + value + ", -1)");
            default -> List.of();
        };
    }

    private static boolean isNumber(String base) {
        return switch (base) {
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> true;
            default -> false;
        };
    }

    /** The column that an expression is but for casts; null for anything else. */
    private @Nullable String column(String expression) {
        Matcher casts = CASTS.matcher(Comparisons.bare(expression));
        String name = casts.matches() ? Comparisons.bare(casts.group(1)) : "";
        Matcher word = WORD.matcher(name);
        return word.matches() ? name(word) : null;
    }

    private Set<String> names(String expression) {
        Set<String> names = new LinkedHashSet<>();
        Matcher word = WORD.matcher(expression);
        while (word.find()) {
            String name = name(word);
            if (name != null && columns.containsKey(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static @Nullable String name(Matcher word) {
        String quoted = word.group(1);
        if (quoted != null) {
            return quoted.replace("\"\"", "\"");
        }
        String plain = word.group(2);
        return plain == null ? null : plain.toLowerCase(Locale.ROOT);
    }

    private static String without(String expression, String column) {
        StringBuilder text = new StringBuilder();
        Matcher word = WORD.matcher(expression);
        while (word.find()) {
            word.appendReplacement(text, Matcher.quoteReplacement(column.equals(name(word)) ? "0" : word.group()));
        }
        return word.appendTail(text).toString();
    }
}

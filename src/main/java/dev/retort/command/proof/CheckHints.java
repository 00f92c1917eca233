package dev.retort.command.proof;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Expression;
import dev.retort.schema.SqlType;
import dev.retort.sql.SqlWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the literals of checks suggest for a column: a check mostly says itself which values it takes. */
final class CheckHints {

    private static final Pattern TOKEN =
            Pattern.compile("'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)|(\\d+(?:\\.\\d+)?)");

    private static final List<String> TEXTS =
            List.of("A", "a", "ABC", "abc", "a@b.co", "1", "12345", "AB12", "+491234567", "https://a.co", "");

    private static final List<String> NUMBERS = List.of("1", "0", "2", "10", "100", "-1", "1000", "0.5");

    private static final int LONGEST = 300;

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<BigDecimal> numbers = new LinkedHashSet<>();

    /** The words of an expression that can be column names. */
    static Set<String> names(Check check) {
        return names(check.expression().sql());
    }

    /** The words of an expression that can be column names. */
    static Set<String> names(String expression) {
        Set<String> names = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(expression);
        while (token.find()) {
            if (token.group(2) != null) {
                names.add(token.group(2).replace("\"\"", "\""));
            } else if (token.group(3) != null) {
                names.add(token.group(3).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    void read(Check check) {
        String sql = check.expression().sql();
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group(1) != null) {
                String text = token.group(1).replace("''", "'");
                // What has backslashes is printed as E'…'.
                texts.add(sql.startsWith("E", token.start() - 1) ? text.replace("\\\\", "\\") : text);
            } else if (token.group(4) != null) {
                numbers.add(new BigDecimal(token.group(4)));
            }
        }
    }

    void addAll(CheckHints others) {
        texts.addAll(others.texts);
        numbers.addAll(others.numbers);
    }

    /**
     * Values to try for a column, best first, as SQL.
     *
     * @param foundation the type behind the column's domain; null where it is none that literals can be made for
     * @param plain values that the column could have without a check, the smallest first
     */
    List<String> candidates(Column column, @Nullable SqlType foundation, List<String> plain) {
        Set<String> found = new LinkedHashSet<>();
        String base = foundation == null || foundation.array() ? "" : foundation.base();
        switch (base) {
            case "character varying", "character", "text" -> textual(plain, found);
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> numeric(plain, found);
            case "boolean" -> found.addAll(List.of("true", "false"));
            default -> {
                texts.forEach(t -> found.add(SqlWriter.literal(t)));
                found.addAll(plain);
            }
        }
        Expression value = column.defaultValue();
        if (value != null && !value.sql().contains("nextval")) {
            found.add("(" + value.sql() + "\n)");
        }
        if (column.nullable()) {
            found.add("NULL");
        }
        return new ArrayList<>(found);
    }

    private void textual(List<String> plain, Set<String> found) {
        texts.forEach(t -> found.add(SqlWriter.literal(t)));
        texts.stream()
                .filter(t -> t.indexOf('%') >= 0 || t.indexOf('_') >= 0)
                .forEach(t -> found.add(SqlWriter.literal(t.replace('%', 'x').replace('_', 'x'))));
        texts.forEach(t -> PatternSamples.of(t).forEach(sample -> found.add(SqlWriter.literal(sample))));
        found.addAll(plain);
        for (BigDecimal number : numbers) {
            for (int length = number.intValue() - 1; length <= number.intValue() + 1; length++) {
                if (length > 0 && length <= LONGEST) {
                    found.add(SqlWriter.literal("x".repeat(length)));
                }
            }
        }
        TEXTS.forEach(t -> found.add(SqlWriter.literal(t)));
    }

    private void numeric(List<String> plain, Set<String> found) {
        found.addAll(plain);
        for (BigDecimal number : numbers) {
            found.add(number.toPlainString());
            found.add(number.add(BigDecimal.ONE).toPlainString());
            found.add(number.subtract(BigDecimal.ONE).toPlainString());
            found.add(number.negate().toPlainString());
        }
        texts.forEach(t -> found.add(SqlWriter.literal(t)));
        found.addAll(NUMBERS);
    }
}

package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.EnumType;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.expression.AllowedValues;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A truth value that becomes a word, or the other way round: an attribute that turns from {@code boolean} into an enum, or gets a converter to {@code Y} and
 * {@code N}. Which word stands for true only people know, unless PostgreSQL reads it so.
 *
 * @param message what is the matter
 * @param cure what to type
 * @param using the expression; empty where somebody has to fill it in
 */
record TruthWords(String message, String cure, String using) {

    /** The length of {@code false}, which is what a cast writes. */
    private static final int CAST = 5;

    /** What stands where somebody has to choose. */
    private static final String OPEN = "…";

    /** What is to be said of a column; null where a cast does what is meant. */
    static @Nullable TruthWords of(TablePair pair, String name, SqlType from, SqlType to, Sides sides) {
        if (isTruth(from)) {
            return words(pair, name, to, sides);
        }
        List<String> words = isTruth(to) ? list(pair.from(), name, from, sides.from()) : null;
        return words == null || words.stream().allMatch(w -> truth(w) != null) ? null : truths(pair, name, words);
    }

    void warn(TablePair pair, String name, String change, Changes changes) {
        changes.doubt(
                new Warning(
                        "needs-using",
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + name),
                        change + ": " + message + ", so it fails if a row holds a value",
                        cure),
                changes.rows(pair.name()).holdsAny(name),
                new StoredOtherwise(pair.name(), List.of(name)));
    }

    /** Whether what a new check asks of the rows is told with the type of its column. */
    static boolean isToldByType(TablePair pair, AllowedValues shall, Sides sides) {
        SqlType is =
                Objects.requireNonNull(pair.fromColumns().get(shall.column())).type();
        return !shall.numbers()
                && pair.toColumns().containsKey(shall.column())
                && isTruth(is)
                && words(
                                pair,
                                shall.column(),
                                pair.toColumns().get(shall.column()).type(),
                                sides)
                        != null;
    }

    /** What each known word of a column becomes, where PostgreSQL reads all of them as truth values; empty where it does not. */
    static String read(TablePair pair, String name, SqlType from, SqlType to, Sides sides) {
        List<String> words = isTruth(to) ? list(pair.from(), name, from, sides.from()) : null;
        return words == null || words.stream().anyMatch(w -> truth(w) == null)
                ? ""
                : words.stream()
                        .map(w -> SqlText.literal(w) + " becomes " + truth(w))
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable TruthWords words(TablePair pair, String name, SqlType to, Sides sides) {
        List<String> words = list(pair.to(), name, to, sides.to());
        boolean letter = words == null && TypeCasts.isString(to) && Narrowing.length(to) < CAST;
        if (letter) {
            words = List.of("Y", "N");
        } else if (words == null || words.containsAll(List.of("true", "false"))) {
            return null;
        }
        String yes = only(words, true);
        String no = only(words, false);
        String cases = "CASE " + ReservedWords.quote(name) + " WHEN true THEN " + SqlText.literal(yes)
                + " WHEN false THEN " + SqlText.literal(no) + " END";
        String using = to.userType() == null ? cases : "(" + cases + ")::" + to.display();
        boolean open = yes.equals(OPEN) || no.equals(OPEN);
        return new TruthWords(
                "no cast makes its values of true and false",
                "Write " + Retyped.IN_PLACE
                        + (open ? ", with one of " + EnumChecks.words(words) + " for true and for false: " : " ")
                        + Retyped.call(pair, name, using)
                        + (letter ? "; Hibernate's TrueFalseConverter reads `T` and `F`" : ""),
                open ? "" : using);
    }

    private static TruthWords truths(TablePair pair, String name, List<String> words) {
        String using = words.stream()
                .map(w -> " WHEN " + SqlText.literal(w) + " THEN " + (truth(w) == null ? OPEN : truth(w)))
                .collect(Collectors.joining("", "CASE " + ReservedWords.quote(name), " END"));
        return new TruthWords(
                "no cast makes true and false of its values",
                "Write " + Retyped.IN_PLACE + ", with true or false for each: " + Retyped.call(pair, name, using),
                "");
    }

    /** What a column may hold: the labels of its enum type, or what a check of it lists; null where neither says. */
    private static @Nullable List<String> list(Table table, String column, SqlType type, Schema schema) {
        if (type.array()) {
            return null;
        } else if (type.userType() != null) {
            EnumType labels = schema.enums().get(type.userType());
            return labels == null ? null : labels.labels();
        } else if (!TypeCasts.isString(type)) {
            return null;
        }
        return table.checks().stream()
                .filter(Check::validated)
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .filter(v -> v.column().equals(column) && !v.numbers())
                .map(AllowedValues::values)
                .findFirst()
                .orElse(null);
    }

    /** The one word that means it; what is to be filled in where none does, or several. */
    private static String only(List<String> words, boolean meaning) {
        List<String> meant = words.stream()
                .filter(w -> Boolean.valueOf(meaning).equals(truth(w)))
                .toList();
        return meant.size() == 1 ? meant.get(0) : OPEN;
    }

    /** What PostgreSQL reads a word as; null where it refuses it. */
    private static @Nullable Boolean truth(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1" -> true;
            case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0" -> false;
            default -> null;
        };
    }

    private static boolean isTruth(SqlType type) {
        return type.userType() == null && !type.array() && type.base().equals("boolean");
    }
}

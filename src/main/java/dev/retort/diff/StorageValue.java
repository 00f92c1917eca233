package dev.retort.diff;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The value of a storage parameter, which {@code pg_class.reloptions} keeps as it was typed: the same can stand there in several spellings. */
final class StorageValue {

    /** What {@code parse_bool} of PostgreSQL takes; numbers apart, which are equal as numbers too. */
    private static final Set<String> YES = Set.of("true", "tru", "tr", "t", "yes", "ye", "y", "on", "1");

    private static final Set<String> NO = Set.of("false", "fals", "fal", "fa", "f", "no", "n", "off", "of", "0");

    private StorageValue() {}

    /** Whether the server takes both for the same: truth values in any word, numbers by value, other words in any case. */
    static boolean isSame(String one, String other) {
        String left = one.strip().toLowerCase(Locale.ROOT);
        String right = other.strip().toLowerCase(Locale.ROOT);
        if (left.equals(right)
                || (YES.contains(left) && YES.contains(right))
                || (NO.contains(left) && NO.contains(right))) {
            return true;
        }
        Optional<BigDecimal> number = number(left);
        return number.isPresent()
                && number(right).filter(n -> n.compareTo(number.get()) == 0).isPresent();
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

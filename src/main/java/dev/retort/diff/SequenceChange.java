package dev.retort.diff;

import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What turns the options of a sequence into others.
 *
 * @param options those that change, the others not stated
 */
record SequenceChange(SequenceOptions options) {

    static SequenceChange between(SequenceOptions is, SequenceOptions shall) {
        SqlType type = changed(is.type(), shall.type());
        SequenceOptions now = type == null ? is : retyped(is, type);
        return new SequenceChange(new SequenceOptions(
                type,
                changed(now.start(), shall.start()),
                changed(now.increment(), shall.increment()),
                changed(now.minValue(), shall.minValue()),
                changed(now.maxValue(), shall.maxValue()),
                changed(now.cache(), shall.cache()),
                changed(now.cycle(), shall.cycle())));
    }

    boolean isEmpty() {
        return options.equals(SequenceOptions.UNSTATED);
    }

    /** The options after {@code AS type}: bounds that are those of the old type become those of the new one, as PostgreSQL does it. */
    static SequenceOptions retyped(SequenceOptions is, SqlType type) {
        SqlType old = is.type();
        if (old == null || old.equals(type)) {
            return is;
        }
        long increment = is.increment() == null ? 1 : is.increment();
        SequenceOptions sign = new SequenceOptions(null, null, increment, null, null, null, null);
        SequenceOptions before = sign.withDefaults(old);
        SequenceOptions after = sign.withDefaults(type);
        return new SequenceOptions(
                type,
                is.start(),
                is.increment(),
                Objects.equals(is.minValue(), before.minValue()) ? after.minValue() : is.minValue(),
                Objects.equals(is.maxValue(), before.maxValue()) ? after.maxValue() : is.maxValue(),
                is.cache(),
                is.cycle());
    }

    /** As {@link #retyped}; bounds that the type cannot hold, which PostgreSQL refuses, become those of the type. */
    static SequenceOptions fitted(SequenceOptions is, SqlType type) {
        SequenceOptions now = retyped(is, type);
        SequenceOptions up = new SequenceOptions(null, null, 1L, null, null, null, null).withDefaults(type);
        SequenceOptions down = new SequenceOptions(null, null, -1L, null, null, null, null).withDefaults(type);
        Long lowest = down.minValue();
        Long highest = up.maxValue();
        if (lowest == null || highest == null) {
            return now;
        }
        SequenceOptions own =
                new SequenceOptions(null, null, now.increment(), null, null, null, null).withDefaults(type);
        return new SequenceOptions(
                now.type(),
                now.start(),
                now.increment(),
                isWithin(now.minValue(), lowest, highest) ? now.minValue() : own.minValue(),
                isWithin(now.maxValue(), lowest, highest) ? now.maxValue() : own.maxValue(),
                now.cache(),
                now.cycle());
    }

    private static boolean isWithin(@Nullable Long value, long lowest, long highest) {
        return value == null || (value >= lowest && value <= highest);
    }

    /** Whether a sequence that still is where it started would lie outside its new bounds, which PostgreSQL refuses. */
    static boolean leavesBounds(SequenceOptions is, SequenceOptions shall) {
        Long start = is.start();
        return start != null
                && ((shall.minValue() != null && start < shall.minValue())
                        || (shall.maxValue() != null && start > shall.maxValue()));
    }

    /** What a model states, and for the rest, and always for the start, which only matters when a sequence is made, what is there. */
    static SequenceOptions adopted(SequenceOptions stated, SequenceOptions is, @Nullable SqlType type) {
        SequenceOptions present = type == null ? is : fitted(is, type);
        return new SequenceOptions(
                        stated.type(),
                        present.start(),
                        stated.increment(),
                        stated.minValue(),
                        stated.maxValue(),
                        stated.cache(),
                        stated.cycle())
                .orElse(present);
    }

    private static <T> @Nullable T changed(@Nullable T is, @Nullable T shall) {
        return shall == null || shall.equals(is) ? null : shall;
    }
}

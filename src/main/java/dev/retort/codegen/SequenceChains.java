package dev.retort.codegen;

import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of sequences, as few words as say the same. */
final class SequenceChains {

    private SequenceChains() {}

    /** Adds the settings that are stated. */
    static Chain say(Chain chain, SequenceOptions stated) {
        if (stated.type() != null) {
            chain.then("as", stated.type().display());
        }
        number(chain, "start", stated.start());
        number(chain, "increment", stated.increment());
        number(chain, "minValue", stated.minValue());
        number(chain, "maxValue", stated.maxValue());
        number(chain, "cache", stated.cache());
        if (stated.cycle() != null) {
            chain.then(stated.cycle() ? "cycle" : "noCycle");
        }
        return chain;
    }

    /** A call with a number, if it is stated. */
    static void number(Chain chain, String word, @Nullable Long value) {
        if (value != null) {
            boolean isInt = value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
            chain.then(word).source(isInt ? value.toString() : value + "L");
        }
    }

    /** What has to be stated for a new sequence to have these options, the rest being PostgreSQL's defaults. */
    static SequenceOptions leastStated(SequenceOptions options, SqlType defaultType) {
        SequenceOptions wanted = options.withDefaults(defaultType);
        SqlType type = differs(wanted.type(), defaultType) ? wanted.type() : null;
        Long increment = differs(wanted.increment(), 1L) ? wanted.increment() : null;
        SequenceOptions implied =
                new SequenceOptions(type, null, increment, null, null, null, null).withDefaults(defaultType);
        Long min = differs(wanted.minValue(), implied.minValue()) ? wanted.minValue() : null;
        Long max = differs(wanted.maxValue(), implied.maxValue()) ? wanted.maxValue() : null;
        implied = new SequenceOptions(type, null, increment, min, max, null, null).withDefaults(defaultType);
        Long start = differs(wanted.start(), implied.start()) ? wanted.start() : null;
        Long cache = differs(wanted.cache(), implied.cache()) ? wanted.cache() : null;
        Boolean cycle = differs(wanted.cycle(), implied.cycle()) ? wanted.cycle() : null;
        return new SequenceOptions(type, start, increment, min, max, cache, cycle);
    }

    private static boolean differs(@Nullable Object one, @Nullable Object other) {
        return !Objects.equals(one, other);
    }
}

package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * The options of a sequence or of an identity column's sequence; null means not stated, which a live catalog never is and a model mostly is.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 */
public record SequenceOptions(
        @Nullable SqlType type,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minValue,
        @Nullable Long maxValue,
        @Nullable Long cache,
        @Nullable Boolean cycle) {

    /** Options that state nothing. */
    public static final SequenceOptions UNSTATED = new SequenceOptions(null, null, null, null, null, null, null);

    /** These options, each one that is not stated taken from the others. */
    public SequenceOptions orElse(SequenceOptions others) {
        return new SequenceOptions(
                type != null ? type : others.type,
                start != null ? start : others.start,
                increment != null ? increment : others.increment,
                minValue != null ? minValue : others.minValue,
                maxValue != null ? maxValue : others.maxValue,
                cache != null ? cache : others.cache,
                cycle != null ? cycle : others.cycle);
    }

    /** What PostgreSQL takes for each option that {@code CREATE SEQUENCE} leaves out, given those that are stated. */
    public SequenceOptions withDefaults(SqlType defaultType) {
        return SequenceDefaults.complete(this, defaultType);
    }
}

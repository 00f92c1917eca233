package dev.retort.migration;

import dev.retort.schema.SequenceOptions;

/**
 * The settings of a sequence. What a new sequence leaves out is PostgreSQL's default; what a changed one leaves out stays.
 *
 * @param <S> the kind of settings
 */
public abstract class SequenceSettings<S extends SequenceSettings<S>> extends Said {

    private SequenceOptions options = SequenceOptions.UNSTATED;

    SequenceSettings() {}

    abstract S self();

    /** The type: {@code smallint}, {@code integer}, or {@code bigint}, the default. */
    public final S as(String type) {
        return state(new SequenceOptions(Spelling.type(type), null, null, null, null, null, null));
    }

    /** The first value. */
    public final S start(long value) {
        return state(new SequenceOptions(null, value, null, null, null, null, null));
    }

    /** The distance from one value to the next; negative counts down. */
    public final S increment(long value) {
        return state(new SequenceOptions(null, null, value, null, null, null, null));
    }

    /** The lowest value. */
    public final S minValue(long value) {
        return state(new SequenceOptions(null, null, null, value, null, null, null));
    }

    /** The highest value. */
    public final S maxValue(long value) {
        return state(new SequenceOptions(null, null, null, null, value, null, null));
    }

    /** How many values a session takes at once. */
    public final S cache(long value) {
        return state(new SequenceOptions(null, null, null, null, null, value, null));
    }

    /** Starts again at its end. */
    public final S cycle() {
        return state(new SequenceOptions(null, null, null, null, null, null, true));
    }

    /** Fails at its end. */
    public final S noCycle() {
        return state(new SequenceOptions(null, null, null, null, null, null, false));
    }

    private S state(SequenceOptions stated) {
        open();
        options = stated.orElse(options);
        return self();
    }

    /** What was stated and nothing else. */
    final SequenceOptions stated() {
        return options;
    }
}

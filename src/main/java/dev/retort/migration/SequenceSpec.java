package dev.retort.migration;

/** The settings of an identity column's sequence, or of a new sequence. */
public final class SequenceSpec extends SequenceSettings<SequenceSpec> {

    SequenceSpec() {}

    @Override
    SequenceSpec self() {
        return this;
    }
}

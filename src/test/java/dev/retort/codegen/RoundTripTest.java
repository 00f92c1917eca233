package dev.retort.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migration.Direction;
import dev.retort.operation.Operation;
import dev.retort.operation.Sample;
import dev.retort.operation.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written, compiled and recorded says what was drafted, to the character. */
class RoundTripTest {

    private static final List<Operation> SAMPLES =
            Samples.all().stream().map(Sample::operation).toList();

    @Test
    void everyKindOfOperation() {
        assertRoundTrip(SAMPLES);
    }

    @Test
    void everyKindOfOperationAsDowngrade() {
        RevisionSource source = RevisionWriter.write(Drafts.of(List.of(), SAMPLES));

        assertThat(texts(Compiled.record(source, Direction.DOWNGRADE))).isEqualTo(texts(SAMPLES));
    }

    @Test
    void twiceTheSameBytes() {
        RevisionDraft draft = Drafts.of(SAMPLES, SAMPLES);

        assertThat(RevisionWriter.write(draft)).isEqualTo(RevisionWriter.write(draft));
    }

    @Test
    void randomSchemasWithHostileTexts() {
        for (int seed = 0; seed < 20; seed++) {
            assertRoundTrip(new RandomOperations(seed).operations(60));
        }
    }

    static void assertRoundTrip(List<Operation> operations) {
        RevisionSource source = RevisionWriter.write(Drafts.of(operations, List.of()));
        List<Operation> recorded = Compiled.record(source, Direction.UPGRADE);

        assertThat(recorded).isEqualTo(Normal.of(operations));
        // Expressions are equal by their keys; the text must be the same too.
        assertThat(texts(recorded)).isEqualTo(texts(operations));
    }

    private static List<String> texts(List<Operation> operations) {
        return Normal.of(operations).stream().map(Operation::toString).toList();
    }
}

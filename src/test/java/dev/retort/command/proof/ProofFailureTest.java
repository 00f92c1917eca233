package dev.retort.command.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the file itself says of a proof that failed. */
class ProofFailureTest {

    @Test
    void theServersLinesBecomeASentence() {
        ProofFailure failure = new ProofFailure(
                ProofStep.UPGRADE, """
                The upgrade of 0002 (it failed at A.java:1: twice) failed at R0002_It.java:96: in step 2: column "a" contains null values (SQLSTATE 23502)
                  in: ALTER TABLE t ADD COLUMN a integer NOT NULL
                Rolled back: step 2. Kept: step 1 of 0002.
                """, "ALTER TABLE t ADD COLUMN a integer NOT NULL", "23502", List.of());
        assertThat(failure.lines()).noneMatch(line -> line.startsWith("statement: "));
        assertThat(failure.sentence())
                .isEqualTo(
                        ": column \"a\" contains null values (SQLSTATE 23502) in `ALTER TABLE t ADD COLUMN a integer NOT NULL`");
    }

    @Test
    void whatDiffersAndHowToCureItFollow() {
        ProofFailure failure =
                ProofFailure.differs(ProofStep.UPGRADE, "it differs\nfix: look at it", List.of("table a", "table b"));
        assertThat(failure.sentence()).isEqualTo(": it differs: table a; table b. Fix: look at it");
    }
}

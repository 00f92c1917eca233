package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding the culprits of many. */
class ReductionTest {

    private static final List<Integer> MANY = IntStream.range(0, 2000).boxed().toList();

    @Test
    void oneIsFoundInFewTrials() {
        AtomicInteger trials = new AtomicInteger();
        List<Integer> found = new Reduction<Integer>(
                        kept -> {
                            trials.incrementAndGet();
                            return kept.contains(1234);
                        },
                        1000)
                .of(MANY);
        assertThat(found).containsExactly(1234);
        assertThat(trials).hasValueLessThan(30);
    }

    @Test
    void twoThatFailOnlyTogetherAreBothFound() {
        List<Integer> both = List.of(7, 1999);
        assertThat(new Reduction<Integer>(kept -> kept.containsAll(both), 1000).of(MANY))
                .containsExactlyElementsOf(both);
    }

    @Test
    void afterTheLastTrialTheAnswerIsWhatWasReached() {
        assertThat(new Reduction<Integer>(kept -> kept.contains(1), 3).of(MANY)).hasSize(250);
    }
}

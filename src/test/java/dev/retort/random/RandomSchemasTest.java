package dev.retort.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.scenario.ScenarioDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Pairs of schemas that seeds make. {@code -Drandom.pairs} says how many, {@code -Drandom.first} from which seed on; a failure prints its seed and the
 * smallest pair that fails alike.
 */
class RandomSchemasTest {

    /** Revisions compiled at once. */
    private static final int BATCH = 50;

    /** Enough to see what is wrong. */
    private static final int MOST_FAILURES = Integer.getInteger("random.failures", 5);

    private static ScenarioDatabase before;
    private static ScenarioDatabase after;

    private final List<String> failures = new ArrayList<>();
    private final Map<String, List<Long>> signatures = new TreeMap<>();

    @BeforeAll
    static void open() throws SQLException {
        before = new ScenarioDatabase();
        after = new ScenarioDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        before.close();
        after.close();
    }

    @Test
    void leadThereAndBackWithTheirRows() throws Exception {
        long first = Long.getLong("random.first", 1);
        long pairs = Long.getLong("random.pairs", 100);
        PairCheck check = new PairCheck(before, after);
        RevisionCheck revisions = new RevisionCheck();
        for (long seed = first; seed < first + pairs && failures.size() < MOST_FAILURES; seed++) {
            Pair pair = PairMaker.make(seed, TestServer.majorVersion());
            Failure failure = check.check(pair);
            if (failure == null) {
                failure = revisions.add(seed, check.up, check.down);
            }
            if (failure != null) {
                add(pair, failure, check);
            }
            if (revisions.size() == BATCH) {
                revisions.finish().forEach(f -> failures.add(f.toString()));
            }
        }
        revisions.finish().forEach(f -> failures.add(f.toString()));

        assertThat(failures).as(String.valueOf(signatures)).isEmpty();
    }

    private void add(Pair pair, Failure failure, PairCheck check) {
        List<Long> alike = signatures.computeIfAbsent(failure.signature(), s -> new ArrayList<>());
        alike.add(pair.seed());
        if (alike.size() > 1) {
            return;
        }
        Pair smallest = new Shrinker(check::check, failure).shrink(pair);
        Failure least = check.check(smallest);
        failures.add("\n==== seed " + pair.seed() + ", " + (least == null ? failure : least) + "\n-- from\n"
                + smallest.script(Side.A) + "-- to\n" + smallest.script(Side.B) + "-- up\n" + PairCheck.sql(check.up)
                + "-- down\n" + PairCheck.sql(check.down));
    }
}

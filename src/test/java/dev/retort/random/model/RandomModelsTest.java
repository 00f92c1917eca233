package dev.retort.random.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.random.Failure;
import dev.retort.random.RevisionCheck;
import dev.retort.random.Side;
import dev.retort.scenario.ScenarioDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Entities that seeds make, and a developer's next edit of them. {@code -Drandom.models} says how many, {@code -Drandom.first} from which seed on; a failure
 * prints its seed and the smallest pair that fails alike.
 */
class RandomModelsTest {

    /** Models compiled at once. */
    private static final int BATCH = 50;

    /** Enough to see what is wrong. */
    private static final int MOST_FAILURES = Integer.getInteger("random.failures", 5);

    private static ScenarioDatabase ours;
    private static ScenarioDatabase theirs;

    @TempDir
    private static Path folder;

    private final List<String> failures = new ArrayList<>();
    private final Map<String, List<Long>> signatures = new TreeMap<>();
    private int compilations;

    @BeforeAll
    static void open() throws SQLException {
        ours = new ScenarioDatabase();
        theirs = new ScenarioDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        ours.close();
        theirs.close();
    }

    @Test
    void areMadeEditedAndBroughtBackWithTheirRows() throws Exception {
        long first = Long.getLong("random.first", 1);
        long last = first + Long.getLong("random.models", 20);
        for (long seed = first; seed < last && failures.size() < MOST_FAILURES; seed += BATCH) {
            List<ModelPair> pairs = new ArrayList<>();
            for (long one = seed; one < Math.min(last, seed + BATCH); one++) {
                pairs.add(EntityMaker.make(one));
            }
            check(pairs);
        }

        assertThat(failures).as(String.valueOf(signatures)).isEmpty();
    }

    private void check(List<ModelPair> pairs) throws IOException {
        Path classes = compiled(pairs);
        ModelCheck check = new ModelCheck(ours, theirs, TestServer.majorVersion());
        RevisionCheck revisions = new RevisionCheck();
        for (ModelPair pair : pairs) {
            Failure failure = check.check(pair, classes);
            if (failure == null) {
                failure = revisions.add(pair.seed(), check.up, check.down);
            }
            if (failure != null && failures.size() < MOST_FAILURES) {
                add(pair, failure, check);
            }
        }
        revisions.finish().forEach(f -> failures.add(f.toString()));
    }

    private Path compiled(List<ModelPair> pairs) throws IOException {
        Path classes = folder.resolve("classes" + compilations++);
        EntityCompiler.compile(pairs, classes);
        return classes;
    }

    private void add(ModelPair pair, Failure failure, ModelCheck check) {
        List<Long> alike = signatures.computeIfAbsent(failure.signature(), s -> new ArrayList<>());
        alike.add(pair.seed());
        if (alike.size() > 1) {
            return;
        }
        ModelPair smallest = new ModelShrinker(p -> alone(p, check), failure).shrink(pair);
        Failure least = alone(smallest, check);
        failures.add("\n==== seed " + pair.seed() + " " + pair.settings() + ", " + (least == null ? failure : least)
                + "\n-- before\n" + smallest.source(Side.A) + "\n-- after\n" + smallest.source(Side.B) + "\n-- up\n"
                + Statements.of(check.up) + "-- down\n" + Statements.of(check.down));
    }

    private Failure alone(ModelPair pair, ModelCheck check) {
        try {
            return check.check(pair, compiled(List.of(pair)));
        } catch (IOException | IllegalStateException e) {
            return new Failure("compile", String.valueOf(e.getMessage()));
        }
    }
}

package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.RevisionException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every form of target on thousands of random graphs, against brute force. */
class RandomTargetTest {

    private static final int GRAPHS = 3_000;
    private static final int TARGETS = 25;

    private int answered;

    @Test
    void targetsAgreeWithBruteForce() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            List<RevisionInfo> revisions = Graphs.labelled(random, 1 + random.nextInt(9));
            List<String> rows = revisions.stream()
                    .filter(r -> random.nextInt(3) == 0)
                    .map(RevisionInfo::id)
                    .toList();
            RevisionGraph graph = RevisionGraph.of(revisions);
            BruteForce force = new BruteForce(revisions, rows);
            for (int i = 0; i < TARGETS; i++) {
                Target target = target(random, revisions);
                Supplier<String> what = what(seed, rows, target, revisions);
                agree(what, force, force.place(target), () -> graph.resolve(target, rows));
                List<RevisionInfo> up = agree(what, force, force.up(target), () -> graph.upgradePath(rows, target));
                runs(graph.applied(rows), up, true);
                List<RevisionInfo> down =
                        agree(what, force, force.down(target), () -> graph.downgradePath(rows, target));
                runs(graph.applied(rows), down, false);
            }
        }
        assertThat(answered).as("targets that mean something").isGreaterThan(GRAPHS * TARGETS);
    }

    private List<RevisionInfo> agree(
            Supplier<String> what, BruteForce force, OptionalInt expected, Supplier<List<RevisionInfo>> asked) {
        List<RevisionInfo> answer;
        try {
            answer = asked.get();
        } catch (RevisionException refused) {
            assertThat(expected)
                    .as(() -> what.get() + ": " + refused.getMessage())
                    .isEmpty();
            return List.of();
        }
        List<String> ids = answer.stream().map(RevisionInfo::id).toList();
        assertThat(expected).as(() -> what.get() + ": " + ids).isPresent();
        assertThat(force.set(ids)).as(() -> what.get() + ": " + ids).isEqualTo(expected.getAsInt());
        answered++;
        return answer;
    }

    /** Each revision finds what it needs, or is needed by nothing, when its turn comes. */
    private static void runs(Applied applied, List<RevisionInfo> path, boolean up) {
        for (RevisionInfo revision : path) {
            if (up) {
                applied.add(revision.id());
            } else {
                applied.remove(revision.id());
            }
        }
    }

    private static Supplier<String> what(long seed, List<String> rows, Target target, List<RevisionInfo> revisions) {
        return () -> "seed " + seed + ", at " + rows + ", target " + target + ", of "
                + revisions.stream()
                        .map(r -> r.id() + "<" + r.revises() + r.dependsOn() + r.branchLabels())
                        .toList();
    }

    private static Target target(Random random, List<RevisionInfo> revisions) {
        List<String> names = new ArrayList<>();
        revisions.forEach(r -> {
            names.add(r.id());
            names.addAll(r.branchLabels());
        });
        String branch = random.nextInt(3) == 0 ? names.get(random.nextInt(names.size())) + "@" : "";
        String symbol =
                switch (random.nextInt(6)) {
                    case 0 -> "head";
                    case 1 -> "heads";
                    case 2 -> "base";
                    case 3 -> names.get(random.nextInt(names.size()));
                    default -> "";
                };
        boolean steps = symbol.isEmpty() || random.nextBoolean();
        return Target.parse(branch
                + symbol
                + (steps
                        ? (random.nextBoolean() ? "+" : "-") + (random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4))
                        : ""));
    }
}

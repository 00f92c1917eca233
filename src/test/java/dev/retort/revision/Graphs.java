package dev.retort.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Graphs for tests. */
public final class Graphs {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Graphs() {}

    /** A revision that stands {@code age} minutes after the first. */
    static RevisionInfo revision(
            String id, int age, List<String> revises, List<String> labels, List<String> dependsOn) {
        return new RevisionInfo(
                id,
                revises,
                "step " + id,
                START.plusSeconds(60L * age),
                labels,
                dependsOn,
                true,
                false,
                List.of(),
                List.of(),
                "demo.R" + id,
                "src/R" + id + ".java");
    }

    /** Lines such as {@code c < a b : label | dependency}, in order of age. */
    static RevisionGraph graph(String... lines) {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (String line : lines) {
            String[] dependencies = line.split("\\|", 2);
            String[] labels = dependencies[0].split(":", 2);
            String[] parents = labels[0].split("<", 2);
            revisions.add(
                    revision(parents[0].strip(), revisions.size(), words(parents), words(labels), words(dependencies)));
        }
        return RevisionGraph.of(revisions);
    }

    private static List<String> words(String[] parts) {
        return parts.length < 2 || parts[1].isBlank()
                ? List.of()
                : List.of(parts[1].strip().split("\\s+"));
    }

    /** A random graph of {@code size} revisions with merges, several bases and dependencies, in shuffled order. */
    public static List<RevisionInfo> random(Random random, int size) {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<String> parents = new LinkedHashSet<>();
            int wanted = i == 0 || random.nextInt(8) == 0 ? 0 : random.nextInt(5) == 0 ? 2 : 1;
            for (int p = 0; p < wanted; p++) {
                parents.add("r" + random.nextInt(i));
            }
            Set<String> dependsOn = new LinkedHashSet<>();
            if (i > 0 && random.nextInt(5) == 0) {
                dependsOn.add("r" + random.nextInt(i));
            }
            revisions.add(
                    revision("r" + i, random.nextInt(size), List.copyOf(parents), List.of(), List.copyOf(dependsOn)));
        }
        Collections.shuffle(revisions, random);
        return revisions;
    }

    /** A random graph whose revisions carry branch labels here and there. */
    static List<RevisionInfo> labelled(Random random, int size) {
        return random(random, size).stream()
                .map(r -> random.nextInt(4) > 0
                        ? r
                        : new RevisionInfo(
                                r.id(),
                                r.revises(),
                                r.message(),
                                r.created(),
                                List.of("l" + r.id()),
                                r.dependsOn(),
                                true,
                                false,
                                List.of(),
                                List.of(),
                                r.className(),
                                r.location()))
                .toList();
    }
}

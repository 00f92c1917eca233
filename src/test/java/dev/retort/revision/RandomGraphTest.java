package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The graph's answers against a closure table that is filled by brute force. */
class RandomGraphTest {

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 200);
    }

    /** Ten graphs each. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithBruteForce(long ten) {
        for (long seed = ten * 10; seed < ten * 10 + 10; seed++) {
            try {
                agrees(seed);
            } catch (AssertionError e) {
                throw new AssertionError("the graph of seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void agrees(long seed) {
        Random random = new Random(seed);
        List<RevisionInfo> revisions = Graphs.random(random, 1 + random.nextInt(14));
        RevisionGraph graph = RevisionGraph.of(revisions);
        Map<String, Set<String>> needs = needs(revisions);

        assertThat(ids(graph.heads()))
                .containsExactlyInAnyOrderElementsOf(revisions.stream()
                        .map(RevisionInfo::id)
                        .filter(id ->
                                revisions.stream().noneMatch(r -> r.revises().contains(id)))
                        .toList());
        assertThat(ids(graph.bases())).containsExactlyInAnyOrderElementsOf(which(revisions, r -> r.revises()
                .isEmpty()));
        assertThat(ids(graph.branchPoints()))
                .containsExactlyInAnyOrderElementsOf(
                        which(revisions, r -> children(revisions, r).size() > 1));
        assertThat(ids(graph.mergePoints()))
                .containsExactlyInAnyOrderElementsOf(
                        which(revisions, r -> r.revises().size() > 1));
        ranges(random, revisions, graph);
        Set<String> seen = new HashSet<>();
        for (RevisionInfo info : graph.all()) {
            assertThat(seen).containsAll(info.revises()).containsAll(info.dependsOn());
            seen.add(info.id());
        }
        assertThat(seen).hasSameSizeAs(revisions);

        for (RevisionInfo info : revisions) {
            assertThat(graph.ancestors(List.of(info.id()))).isEqualTo(needs.get(info.id()));
            assertThat(graph.descendants(List.of(info.id())))
                    .isEqualTo(revisions.stream()
                            .map(RevisionInfo::id)
                            .filter(id -> needs.get(id).contains(info.id()))
                            .collect(Collectors.toSet()));
        }

        Set<String> rows = new TreeSet<>();
        revisions.stream().filter(r -> random.nextInt(3) == 0).forEach(r -> rows.add(r.id()));
        Set<String> before = closure(rows, needs);
        Applied applied = graph.applied(rows);
        assertThat(applied.rows()).isEqualTo(tops(before, revisions));

        String target = "r" + random.nextInt(revisions.size());
        List<RevisionInfo> up = graph.upgradePath(rows, Target.id(target));
        Set<String> after = new HashSet<>(before);
        for (RevisionInfo info : up) {
            assertThat(after).containsAll(info.revises()).containsAll(info.dependsOn());
            assertThat(after.add(info.id())).isTrue();
            applied.add(info.id());
            assertThat(applied.rows()).isEqualTo(tops(after, revisions));
        }
        assertThat(after).isEqualTo(union(before, needs.get(target)));

        Set<String> children = revisions.stream()
                .filter(r -> r.revises().contains(target))
                .map(RevisionInfo::id)
                .collect(Collectors.toSet());
        List<RevisionInfo> down = graph.downgradePath(applied.rows(), Target.id(target));
        assertThat(ids(down))
                .containsExactlyInAnyOrderElementsOf(after.stream()
                        .filter(id -> needs.get(id).stream().anyMatch(children::contains))
                        .toList());
        for (RevisionInfo info : down) {
            applied.remove(info.id());
            after.remove(info.id());
            assertThat(applied.rows()).isEqualTo(tops(after, revisions));
        }
        for (RevisionInfo info : graph.downgradePath(applied.rows(), Target.BASE)) {
            applied.remove(info.id());
        }
        assertThat(applied.rows()).isEmpty();
        assertThat(applied.size()).isZero();
    }

    /** Every pair of ends: a revision belongs to the range that is an ancestor of the end and a descendant of the start, or one of them. */
    private static void ranges(Random random, List<RevisionInfo> revisions, RevisionGraph graph) {
        Map<String, Set<String>> ancestors = closed(revisions, false);
        for (RevisionInfo from : revisions) {
            assertThat(ids(graph.children(from.id()))).containsExactlyInAnyOrderElementsOf(children(revisions, from));
            for (RevisionInfo to : revisions) {
                TargetRange range = TargetRange.parse(from.id() + ":" + to.id());
                if (ancestors.get(to.id()).contains(from.id())) {
                    assertThat(ids(graph.between(range, List.of())))
                            .containsExactlyInAnyOrderElementsOf(which(
                                    revisions,
                                    r -> ancestors.get(to.id()).contains(r.id())
                                            && ancestors.get(r.id()).contains(from.id())));
                } else {
                    assertThatThrownBy(() -> graph.between(range, List.of())).isInstanceOf(RevisionException.class);
                }
            }
        }
        String some = revisions.get(random.nextInt(revisions.size())).id();
        assertThat(ids(graph.between(TargetRange.parse(":" + some), List.of())))
                .containsExactlyInAnyOrderElementsOf(ancestors.get(some));
        assertThat(ids(graph.between(TargetRange.parse(":"), List.of()))).hasSameSizeAs(revisions);
    }

    /** Beginnings of ids that look alike: found where one id alone begins so, unless the text is an id itself or a number. */
    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheOnlyIdThatBeginsSo(long seed) {
        Random random = new Random(seed);
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            StringBuilder id = new StringBuilder();
            for (int length = 1 + random.nextInt(5); length > 0; length--) {
                id.append("abc".charAt(random.nextInt(3)));
            }
            ids.add(id.toString());
        }
        RevisionGraph graph = RevisionGraph.of(ids.stream()
                .map(id -> Graphs.revision(id, 0, List.of(), List.of(), List.of()))
                .toList());
        for (String id : ids) {
            for (int length = 1; length <= id.length(); length++) {
                String begun = id.substring(0, length);
                List<String> fitting = ids.stream()
                        .filter(other -> ids.contains(begun) ? other.equals(begun) : other.startsWith(begun))
                        .toList();
                if (fitting.size() == 1) {
                    assertThat(graph.find(begun).id()).isEqualTo(fitting.get(0));
                } else {
                    assertThatThrownBy(() -> graph.find(begun))
                            .isInstanceOfSatisfying(RevisionException.class, ambiguous -> assertThat(ambiguous.ids())
                                    .isEqualTo(fitting.subList(0, Math.min(6, fitting.size()))));
                }
            }
            assertThatThrownBy(() -> graph.find(id + "d")).isInstanceOf(RevisionException.class);
        }
    }

    private static List<String> which(List<RevisionInfo> revisions, Predicate<RevisionInfo> wanted) {
        return revisions.stream().filter(wanted).map(RevisionInfo::id).toList();
    }

    private static List<String> children(List<RevisionInfo> revisions, RevisionInfo parent) {
        return which(revisions, r -> r.revises().contains(parent.id()));
    }

    private static Map<String, Set<String>> needs(List<RevisionInfo> revisions) {
        return closed(revisions, true);
    }

    private static Map<String, Set<String>> closed(List<RevisionInfo> revisions, boolean withDependencies) {
        Map<String, Set<String>> needs = new HashMap<>();
        revisions.forEach(r -> needs.put(r.id(), new HashSet<>(Set.of(r.id()))));
        for (int round = 0; round < revisions.size(); round++) {
            for (RevisionInfo r : revisions) {
                r.revises().forEach(p -> needs.get(r.id()).addAll(needs.get(p)));
                if (withDependencies) {
                    r.dependsOn().forEach(p -> needs.get(r.id()).addAll(needs.get(p)));
                }
            }
        }
        return needs;
    }

    private static Set<String> closure(Set<String> ids, Map<String, Set<String>> needs) {
        return ids.stream().flatMap(id -> needs.get(id).stream()).collect(Collectors.toSet());
    }

    private static Set<String> tops(Set<String> applied, List<RevisionInfo> revisions) {
        Set<String> tops = new TreeSet<>(applied);
        revisions.stream().filter(r -> applied.contains(r.id())).forEach(r -> {
            tops.removeAll(r.revises());
            tops.removeAll(r.dependsOn());
        });
        return tops;
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}

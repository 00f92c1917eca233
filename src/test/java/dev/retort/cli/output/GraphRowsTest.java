package dev.retort.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GraphRowsTest {

    @Test
    void drawsMergesOfManyAndLinesThatEnd() {
        assertThat(drawn("m b c d", "z", "d a", "c a", "b a", "a"))
                .containsExactly(
                        "* m", //
                        "|\\", "|\\ \\", "| | * d", "| * | c", "* | | b", "| |/", "|/", "* a", "", "* z");
        assertThat(drawn("x y", "y", "p q", "q")).containsExactly("* x", "* y", "", "* p", "* q");
        assertThat(drawn("m p q", "q r", "p", "r"))
                .containsExactly(
                        "* m", //
                        "|\\", "| * q", "| * r", "|", "* p");
    }

    /** Whoever follows the lines down from a revision comes to its parents, to all of them and to no other. */
    @Test
    void linesLeadToParents() {
        for (long seed = 0; seed < 2_000; seed++) {
            Map<String, List<String>> parents = random(new Random(seed));
            List<GraphRows.Row> rows = GraphRows.of(parents);
            String drawing = "seed " + seed + "\n"
                    + rows.stream().map(row -> row.drawing() + " " + row.id()).collect(Collectors.joining("\n"));
            assertThat(followed(rows)).as(drawing).isEqualTo(sets(parents));
        }
    }

    private static Map<String, List<String>> random(Random random) {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            Set<String> chosen = new TreeSet<>();
            int wanted = i == 0 || random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(random.nextInt(3) == 0 ? 3 : 1);
            for (int p = 0; p < wanted; p++) {
                chosen.add("r" + random.nextInt(i));
            }
            parents.put("r" + i, List.copyOf(chosen));
        }
        return parents;
    }

    private static Map<String, Set<String>> sets(Map<String, List<String>> parents) {
        Map<String, Set<String>> sets = new HashMap<>();
        parents.forEach((id, all) -> sets.put(id, new TreeSet<>(all)));
        return sets;
    }

    /** Reads a drawing as an eye does: which revisions each place of a row comes from, row by row. */
    private static Map<String, Set<String>> followed(List<GraphRows.Row> rows) {
        Map<String, Set<String>> found = new HashMap<>();
        Map<Integer, Set<String>> from = new HashMap<>();
        for (GraphRows.Row row : rows) {
            Map<Integer, Set<String>> next = new HashMap<>();
            String line = row.drawing();
            Set<String> along = Set.of();
            for (int at = line.length() - 1; at >= 0; at--) {
                char sign = line.charAt(at);
                switch (sign) {
                    case '*' -> {
                        from.getOrDefault(at, Set.of())
                                .forEach(child -> found.get(child).add(row.id()));
                        found.put(row.id(), new TreeSet<>());
                        next.put(at, new TreeSet<>(Set.of(row.id())));
                    }
                    case '|' -> add(next, at, from.getOrDefault(at, Set.of()));
                    case '\\' -> add(next, at + 1, from.getOrDefault(at - 1, Set.of()));
                    case '/' -> {
                        boolean goesOn = at >= 2 && line.charAt(at - 2) == '_';
                        along = from.getOrDefault(at + 1, Set.of());
                        if (!goesOn) {
                            add(next, at - 1, along);
                        }
                    }
                    case '_' -> {
                        if (at < 2 || line.charAt(at - 2) != '_') {
                            add(next, at - 1, along);
                        }
                    }
                    default -> {}
                }
            }
            from = next;
        }
        return found;
    }

    private static void add(Map<Integer, Set<String>> places, int at, Set<String> who) {
        places.computeIfAbsent(at, key -> new TreeSet<>()).addAll(who);
    }

    private static List<String> drawn(String... lines) {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            parents.put(words.remove(0), words);
        }
        return GraphRows.of(parents).stream()
                .map(row -> (row.drawing() + " " + row.id()).stripTrailing())
                .toList();
    }
}

package dev.retort.cli.output;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a graph of revisions in characters, as {@code git log --graph} does: children above their parents, a column for each line of revisions.
 *
 * <pre>
 * *   m
 * |\
 * | * c
 * * | b
 * |/
 * * a
 * </pre>
 */
public final class GraphRows {

    private final Map<String, List<String>> parents;
    private final List<String> lanes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private GraphRows(Map<String, List<String>> parents) {
        this.parents = parents;
    }

    /**
     * One line.
     *
     * @param drawing the columns, without space behind
     * @param below the columns of further lines about the same revision
     * @param id the revision whose star stands here; empty on a line that only joins others
     */
    public record Row(String drawing, String below, String id) {}

    /**
     * Draws.
     *
     * @param parents the parents of each revision, the newest revision first; a parent that is no key is left out
     */
    public static List<Row> of(Map<String, List<String>> parents) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        parents.forEach((id, all) ->
                known.put(id, all.stream().filter(parents::containsKey).toList()));
        GraphRows graph = new GraphRows(known);
        graph.lineByLine().forEach(graph::draw);
        int last = graph.rows.size() - 1;
        return List.copyOf(last > 0 && graph.rows.get(last).id().isEmpty() ? graph.rows.subList(0, last) : graph.rows);
    }

    /** Children first, and each line of revisions to its end before the next begins. */
    private List<String> lineByLine() {
        Map<String, Integer> missing = new HashMap<>();
        parents.values().stream().flatMap(Collection::stream).forEach(parent -> missing.merge(parent, 1, Integer::sum));
        Deque<String> ready = new ArrayDeque<>();
        parents.keySet().stream().filter(id -> !missing.containsKey(id)).forEach(ready::addLast);
        List<String> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.pop();
            ordered.add(id);
            for (String parent : parents.getOrDefault(id, List.of())) {
                if (missing.merge(parent, -1, Integer::sum) == 0) {
                    ready.push(parent);
                }
            }
        }
        return ordered;
    }

    private void draw(String id) {
        int lane = lanes.indexOf(id);
        if (lane < 0) {
            lane = lanes.size();
            lanes.add(id);
        }
        for (int other = lanes.lastIndexOf(id); other > lane; other = lanes.lastIndexOf(id)) {
            join(other, lanes.subList(0, other).lastIndexOf(id));
        }
        List<String> above = parents.getOrDefault(id, List.of());
        String star = columns(lane, '*');
        if (above.isEmpty()) {
            lanes.remove(lane);
            boolean moves = lane < lanes.size();
            row(star, moves ? leftFrom(lane) : columns(), id);
            // A line of its own even where nothing moves: stars below each other would look like child and parent.
            row(moves ? leftFrom(lane) : columns(), "", "");
            return;
        }
        lanes.set(lane, above.get(0));
        row(star, columns(), id);
        for (int further = above.size() - 1; further > 0; further--) {
            part(lane, above.get(further));
        }
    }

    /** Two columns wait for one revision: the right one bends to the left one, those right of it move up. */
    private void join(int from, int to) {
        char[] line = blank(lanes.size());
        for (int i = 0; i < from; i++) {
            line[2 * i] = '|';
        }
        for (int i = to; i < from - 1; i++) {
            line[2 * i + 1] = '_';
        }
        for (int i = from; i < lanes.size(); i++) {
            line[2 * i - 1] = '/';
        }
        lanes.remove(from);
        row(new String(line), "", "");
    }

    /** A merge: a new column begins right of its own. */
    private void part(int lane, String parent) {
        char[] line = blank(lanes.size() + 1);
        for (int i = 0; i <= lane; i++) {
            line[2 * i] = '|';
        }
        for (int i = lane; i < lanes.size(); i++) {
            line[2 * i + 1] = '\\';
        }
        lanes.add(lane + 1, parent);
        row(new String(line), "", "");
    }

    /** A column has ended: those right of it move up. */
    private String leftFrom(int lane) {
        char[] line = blank(lanes.size() + 1);
        for (int i = 0; i < lane; i++) {
            line[2 * i] = '|';
        }
        for (int i = lane; i < lanes.size(); i++) {
            line[2 * i + 1] = '/';
        }
        return new String(line);
    }

    private String columns() {
        return columns(-1, '|');
    }

    private String columns(int special, char sign) {
        char[] line = blank(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            line[2 * i] = i == special ? sign : '|';
        }
        return new String(line);
    }

    private static char[] blank(int lanes) {
        return " ".repeat(2 * lanes).toCharArray();
    }

    private void row(String drawing, String below, String id) {
        rows.add(new Row(drawing.stripTrailing(), below.stripTrailing(), id));
    }
}

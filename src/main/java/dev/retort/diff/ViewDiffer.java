package dev.retort.diff;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropView;
import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.View;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The views: one that changes, and all that reads it or a column that changes its type, is dropped and created again. */
final class ViewDiffer {

    static final String RULE = "view-rebuild";

    private static final Pattern GRANT =
            Pattern.compile("([A-Z]+) TO (\"(?:[^\"]|\"\")*\"|[^ ,]+)( WITH GRANT OPTION)?");

    private ViewDiffer() {}

    /** Compares the views; gives those that go, to come again or not. */
    static Set<ObjectName> diff(Sides sides) {
        SortedMap<ObjectName, View> from = sides.from().views();
        SortedMap<ObjectName, View> to = sides.to().views();
        if (from.isEmpty() && to.isEmpty()) {
            return Set.of();
        }
        Set<ObjectName> go = new HashSet<>();
        List<ObjectName> order = inOrder(sides.from());
        for (ObjectName name : order) {
            View is = from.getOrDefault(name, View.of(name, ""));
            View shall = to.get(name);
            if (!is.equals(shall)
                    || isUnsettled(is, sides)
                    || views(is, sides.from()).stream().anyMatch(go::contains)) {
                go.add(name);
            }
        }
        Collections.reverse(order);
        for (ObjectName name : order) {
            if (go.contains(name)) {
                drop(from.getOrDefault(name, View.of(name, "")), sides);
            }
        }
        for (ObjectName name : inOrder(sides.to())) {
            View shall = to.getOrDefault(name, View.of(name, ""));
            boolean fresh = !from.containsKey(name) || go.contains(name);
            if (fresh) {
                sides.changes().add(Phase.CREATE_VIEW, new CreateView(shall.withIndexes(List.of())));
            }
            List<Index> indexes =
                    fresh ? List.of() : from.getOrDefault(name, shall).indexes();
            indexes(name, indexes, shall.indexes(), sides.changes());
        }
        return go;
    }

    /** The indexes of a materialized view; those of one that is created again went with it. */
    private static void indexes(ObjectName view, List<Index> is, List<Index> shall, Changes changes) {
        NamedDiff<Index> diff = NamedDiff.of(is, shall, Index::name, Index::equals);
        diff.dropped()
                .forEach(i ->
                        changes.add(Phase.DROP_INDEX, new DropIndex(view.sibling(String.valueOf(i.name())), false)));
        diff.added().forEach(i -> changes.add(Phase.CREATE_VIEW_INDEX, new CreateIndex(view, i, false)));
    }

    private static void drop(View view, Sides sides) {
        sides.changes().add(Phase.DROP_VIEW, new DropView(view.name(), view.materialized()));
        if (sides.to().views().containsKey(view.name())) {
            Optional<String[]> grants = LostGrants.ofView(view.name(), sides);
            boolean same = view.equals(sides.to().views().get(view.name()));
            if (!same && grants.isEmpty()) {
                return;
            }
            sides.changes()
                    .warn(
                            RULE,
                            view.materialized() || grants.isPresent() ? Warning.Level.WARNING : Warning.Level.INFO,
                            view.name().qualified(),
                            (same ? "the view reads what changes" : "the view changes")
                                    + ": it is dropped and created again"
                                    + grants.map(g -> ", and what was granted on it is lost: " + g[0])
                                            .orElse(""),
                            grants.map(g -> "Grant it again behind the view: " + g[1])
                                    .orElse("Nothing to do where nobody was granted anything on it: see with `\\dp "
                                            + SqlText.name(sides.changes().old().table(view.name())) + "` in psql"));
        }
    }

    /** The first statement for one column, out of {@code SELECT TO reader, INSERT TO PUBLIC}. */
    static String grants(String on, String column, String definition) {
        return GRANT.matcher(definition)
                .results()
                .findFirst()
                .map(g -> "GRANT " + g.group(1) + " (" + column + ") ON " + on + " TO " + g.group(2)
                        + Objects.toString(g.group(3), ""))
                .orElse("");
    }

    private static boolean isUnsettled(View view, Sides sides) {
        Impact impact = sides.impact();
        for (ColumnRef column : view.uses()) {
            if (impact.retyped.contains(column) || impact.isRebuilt(column.table(), column.column())) {
                return true;
            }
        }
        if (view.usesRelations().stream()
                .anyMatch(r -> sides.from().tables().containsKey(r)
                        && !sides.to().tables().containsKey(r))) {
            return true;
        }
        if (impact.callsReplaced(view.query())) {
            return true;
        }
        if (!impact.droppedPrimaryKeys.isEmpty()
                && view.usesRelations().stream().anyMatch(impact.droppedPrimaryKeys::contains)
                && view.query().toUpperCase(Locale.ROOT).contains("GROUP BY")) {
            return true;
        }
        if (impact.replacedEnums.isEmpty() && impact.replacedTypes.isEmpty()) {
            return false;
        }
        Set<String> words = Identifiers.in(view.query());
        return impact.replacedEnums.keySet().stream().anyMatch(t -> words.contains(t.name()))
                || impact.replacedTypes.stream().anyMatch(t -> words.contains(t.name()));
    }

    private static List<ObjectName> inOrder(Schema schema) {
        SortedMap<ObjectName, Set<ObjectName>> needs = new TreeMap<>();
        schema.views().forEach((name, view) -> needs.put(name, views(view, schema)));
        return DependencyOrder.of(needs).order();
    }

    /** The views that the view reads: what the catalog says, or else every view whose name its text mentions. */
    private static Set<ObjectName> views(View view, Schema schema) {
        if (!view.usesRelations().isEmpty()) {
            return view.usesRelations().stream()
                    .filter(r -> schema.views().containsKey(r))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        if (schema.views().size() < 2) {
            return Set.of();
        }
        Set<String> words = Identifiers.in(view.query());
        return schema.views().keySet().stream()
                .filter(v -> !v.equals(view.name()) && words.contains(v.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

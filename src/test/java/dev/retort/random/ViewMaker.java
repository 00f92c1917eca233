package dev.retort.random;

import dev.retort.random.Draft.Presence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes views, also of each other. */
final class ViewMaker {

    private final Draft draft;
    private final Dice dice;
    private final List<Seen> views = new ArrayList<>();

    ViewMaker(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    private record Seen(String key, String full, Presence presence) {}

    void make() {
        for (int i = dice.between(0, 3); i > 0; i--) {
            view();
        }
    }

    private void view() {
        Draft.Place place = draft.place();
        Set<String> needs = new HashSet<>(place.needs());
        Presence presence = place.presence();
        String a = null;
        String b = null;
        if (!views.isEmpty() && dice.chance(35)) {
            Seen under = dice.pick(views);
            if (!under.presence.covers(presence)) {
                return;
            }
            needs.add(under.key);
            a = "SELECT * FROM " + under.full;
            b = dice.chance(70) ? a : "SELECT count(*) AS \"how many\" FROM " + under.full + " AS v";
        } else {
            TableDraft table = dice.pick(draft.tables);
            if (!table.presence.covers(presence)) {
                return;
            }
            needs.add(table.key);
            List<ColumnDraft> columns = dice.some(
                    table.columns.stream()
                            .filter(c -> c.presence.covers(presence))
                            .toList(),
                    dice.between(1, 3));
            columns.forEach(c -> needs.add(c.key));
            int shape = dice.between(0, 5);
            a = query(table, columns, shape, Side.A, presence);
            b = query(table, columns, dice.chance(75) ? shape : dice.between(0, 5), Side.B, presence);
        }
        boolean materialized = dice.chance(25);
        boolean later = dice.chance(10) != materialized;
        String full = place.namespace() + "." + NameMaker.quoted(draft.name("view", place.namespace(), presence));
        String key = draft.key("view");
        draft.add(Part.of(
                Part.Kind.VIEW,
                key,
                presence.on(Side.A) ? create(full, materialized, a) : null,
                presence.on(Side.B) ? create(full, later, b) : null,
                needs));
        views.add(new Seen(key, full, presence));
        if (materialized && later && !a.contains("how many") && !b.contains("how many")) {
            String name = NameMaker.quoted(draft.names.make(place.namespace()));
            String index = "CREATE " + dice.maybe(0, "UNIQUE ") + "INDEX " + name + " ON " + full + " ((1))";
            String indexKey = draft.key("index");
            draft.add(Part.of(
                    Part.Kind.VIEW,
                    indexKey,
                    presence.on(Side.A) && dice.chance(80) ? index : null,
                    presence.on(Side.B) && dice.chance(80) ? index : null,
                    Set.of(key)));
        }
        if (materialized == later) {
            draft.comment((materialized ? "MATERIALIZED VIEW " : "VIEW ") + full, key, presence);
        }
    }

    private String create(String full, boolean materialized, String query) {
        return "CREATE " + (materialized ? "MATERIALIZED VIEW " : "VIEW ") + full + " AS " + query;
    }

    private String query(TableDraft table, List<ColumnDraft> columns, int shape, Side side, Presence presence) {
        if (!presence.on(side)) {
            return "";
        }
        String from = " FROM " + table.full();
        String list = columns.isEmpty() ? "1 AS one" : RuleMaker.names(columns);
        return switch (shape) {
            case 0 -> "SELECT " + list + from;
            case 1 -> "SELECT count(*) AS \"a \"\"count\"\"\"" + from + " AS x WHERE true";
            case 2 ->
                columns.isEmpty()
                        ? "SELECT 1 AS one" + from
                        : "SELECT " + list + ", " + columns.get(0).name + " IS NULL AS \"CASE view\"" + from;
            case 3 -> "SELECT " + list + ", 'it''s'::text AS \"größe view\"" + from + " WHERE 1 < 2";
            case 4 ->
                columns.isEmpty() || !columns.get(0).on(side).btree()
                        ? "SELECT 2 AS two" + from
                        : "SELECT " + columns.get(0).name + ", count(*) AS n" + from + " GROUP BY 1";
            default ->
                columns.isEmpty()
                        ? "SELECT 3 AS three" + from
                        : "WITH w AS (SELECT " + list + from + ") SELECT w.* FROM w";
        };
    }
}

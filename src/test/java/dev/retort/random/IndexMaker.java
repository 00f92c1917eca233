package dev.retort.random;

import dev.retort.random.Draft.Presence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes indexes. */
final class IndexMaker {

    private final Draft draft;
    private final Dice dice;

    IndexMaker(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void make() {
        for (TableDraft table : draft.tables) {
            for (int i = dice.between(0, 3); i > 0 && !table.columns.isEmpty(); i--) {
                index(table);
            }
        }
    }

    private void index(TableDraft table) {
        List<ColumnDraft> columns = dice.some(table.columns, dice.between(1, 2));
        Presence presence = Presence.BOTH;
        for (ColumnDraft column : columns) {
            if (presence != Presence.BOTH && column.presence != Presence.BOTH && column.presence != presence) {
                return;
            }
            presence = column.presence.within(presence);
        }
        Presence wanted = dice.chance(75) ? presence : draft.presence().within(presence);
        String name = NameMaker.quoted(draft.name("index", table.namespace, wanted));
        String a = wanted.on(Side.A) ? index(table, name, columns, Side.A) : null;
        String b = wanted.on(Side.B) ? index(table, name, columns, Side.B) : null;
        if (a != null && b != null && dice.chance(60) && columns.stream().allMatch(c -> c.a == c.b)) {
            b = a;
        }
        String key = draft.key("index");
        Set<String> needs = new HashSet<>(Set.of(table.key));
        columns.forEach(c -> needs.add(c.key));
        draft.add(Part.of(Part.Kind.INDEX, key, a, b, needs));
        if (a != null && b != null) {
            draft.comment("INDEX " + table.namespace + "." + name, key, Presence.BOTH);
        }
    }

    private String index(TableDraft table, String name, List<ColumnDraft> columns, Side side) {
        Type first = columns.get(0).on(side);
        boolean virtual = draft.version >= 18 && columns.stream().anyMatch(c -> c.computed);
        if (virtual) {
            return null;
        }
        String head = " INDEX " + name + " ON " + table.full();
        String where = dice.maybe(15, " WHERE " + columns.get(0).name + " IS NOT NULL");
        if (first.gin() && dice.chance(60)) {
            return "CREATE" + head + " USING gin (" + columns.get(0).name + ")" + where;
        }
        if (first.gist() && (dice.chance(50) || !first.btree())) {
            return "CREATE" + head + " USING gist (" + columns.get(0).name + ")" + where;
        }
        if (first.hash() && dice.chance(10)) {
            return "CREATE" + head + " USING hash (" + columns.get(0).name + ")" + where;
        }
        List<String> keys = new ArrayList<>();
        for (ColumnDraft column : columns) {
            if (!column.on(side).btree()) {
                return null;
            }
            keys.add(key(column, column.on(side)));
        }
        boolean unique = !table.partitioned
                && columns.stream()
                        .allMatch(c -> !c.computed && (!draft.rows || c.presence == table.presence && !c.filled))
                && keys.stream().noneMatch(k -> k.contains("(("))
                && dice.chance(20);
        List<ColumnDraft> others = table.on(side).stream()
                .filter(c -> !columns.contains(c) && !c.computed)
                .toList();
        String held = others.isEmpty() ? "" : dice.maybe(10, " INCLUDE (" + others.get(0).name + ")");
        if (!held.isEmpty() && others.get(0).presence != Presence.BOTH) {
            held = "";
        }
        return "CREATE" + (unique ? " UNIQUE" : "") + head + " (" + String.join(", ", keys) + ")"
                + (unique && draft.version >= 15 ? dice.maybe(20, " NULLS NOT DISTINCT") : "")
                + dice.maybe(10, " WITH (fillfactor=" + dice.pick(60, 80) + ")")
                + where;
    }

    private String key(ColumnDraft column, Type type) {
        String name = column.name;
        String key = name;
        if (type.isText() && type.family() == Type.Family.TEXT) {
            key = dice.pick(
                    name,
                    name,
                    "lower(" + name + ")",
                    "((" + name + " || 'x'))",
                    name
                            + (type.sql().startsWith("character(")
                                    ? " bpchar_pattern_ops"
                                    : type.sql().equals("text") ? " text_pattern_ops" : " varchar_pattern_ops"),
                    name + " COLLATE \"C\"");
        } else if (type.isNumber()) {
            key = dice.pick(name, name, "((" + name + " + 1))", "abs(" + name + ")");
        }
        return key + dice.pick("", "", " DESC", " ASC NULLS FIRST", " DESC NULLS LAST");
    }
}

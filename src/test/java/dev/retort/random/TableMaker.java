package dev.retort.random;

import dev.retort.random.Draft.Presence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes sequences, tables and their columns. */
final class TableMaker {

    private final Draft draft;
    private final Dice dice;

    TableMaker(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void make() {
        for (int i = dice.between(0, 2); i > 0; i--) {
            Draft.Place place = draft.place();
            String full = place.namespace() + "."
                    + NameMaker.quoted(draft.name("sequence", place.namespace(), place.presence()));
            sequence(draft.key("sequence"), full, place.presence(), place.needs());
        }
        for (int i = dice.between(1, 4); i > 0; i--) {
            table();
        }
    }

    private void sequence(String key, String full, Presence presence, Set<String> needs) {
        String a = "CREATE" + logging() + " SEQUENCE " + full + options("");
        String b = dice.chance(60) ? a : "CREATE" + logging() + " SEQUENCE " + full + options("");
        draft.add(Part.of(
                Part.Kind.SEQUENCE, key, presence.on(Side.A) ? a : null, presence.on(Side.B) ? b : null, needs));
        draft.comment("SEQUENCE " + full, key, presence);
    }

    private String logging() {
        return draft.version >= 15 ? dice.maybe(10, " UNLOGGED") : "";
    }

    /** {@code NOT NULL}, from PostgreSQL 18 at times under a name. */
    private String required(TableDraft table) {
        boolean named = draft.version >= 18 && dice.chance(12);
        return (named ? " CONSTRAINT " + NameMaker.quoted(draft.names.make(table.namespace)) : "") + " NOT NULL";
    }

    private String options(String typed) {
        boolean down = dice.chance(15);
        String type = typed.isEmpty() ? dice.maybe(25, " AS " + dice.pick("smallint", "integer", "bigint")) : "";
        return type
                + (down ? " INCREMENT BY -1" : dice.maybe(25, " INCREMENT BY " + dice.pick(2, 50)))
                + dice.maybe(25, down ? " MINVALUE -500" : " MAXVALUE " + dice.between(1000, 30000))
                + dice.maybe(20, down ? " START WITH -7" : " START WITH " + dice.between(3, 900))
                + dice.maybe(15, " CACHE " + dice.between(2, 30))
                + dice.maybe(15, " CYCLE");
    }

    private void table() {
        Draft.Place place = draft.place();
        Presence presence = place.presence();
        boolean partitioned = dice.chance(6);
        boolean unlogged = !partitioned && dice.chance(8);
        TableDraft table = new TableDraft(
                draft.key("table"),
                place.namespace(),
                NameMaker.quoted(draft.name("table", place.namespace(), presence)),
                presence,
                partitioned,
                unlogged);
        draft.tables.add(table);
        int at = draft.parts.size();
        String tail = "";
        if (partitioned) {
            column(table, Presence.BOTH, Builtins.of(Type.Family.NUMBER).get(1), true);
            tail = " PARTITION BY " + dice.pick("RANGE", "HASH", "LIST") + " (" + table.columns.get(0).name + ")";
        }
        for (int i = dice.between(partitioned ? 1 : 0, 6); i > 0; i--) {
            Type type = !draft.userTypes.isEmpty() && dice.chance(30) ? user(table) : Builtins.any(dice);
            column(table, dice.chance(70) ? Presence.BOTH : dice.pick(Presence.ONLY_A, Presence.ONLY_B), type, false);
        }
        if (!partitioned && dice.chance(60)) {
            counted(table);
        }
        computed(table);
        String head = "TABLE " + table.full() + " \u0001" + tail;
        String a = "CREATE " + (unlogged ? "UNLOGGED " : "") + head + (partitioned ? "" : storage());
        String b = dice.chance(70)
                ? a
                : "CREATE " + (unlogged && dice.chance(50) ? "UNLOGGED " : "") + head + (partitioned ? "" : storage());
        draft.parts.add(
                at,
                new Part(
                        Part.Kind.TABLE,
                        table.key,
                        "",
                        table.full(),
                        presence.on(Side.A) ? a : null,
                        presence.on(Side.B) ? b : null,
                        place.needs(),
                        List.of()));
        draft.comment("TABLE " + table.full(), table.key, presence);
    }

    private String storage() {
        return dice.maybe(
                15, " WITH (" + dice.maybe(50, "autovacuum_enabled=false, ") + "fillfactor=" + dice.pick(50, 70) + ")");
    }

    private Type user(TableDraft table) {
        Type type = dice.pick(draft.userTypes);
        return draft.userTypeSides.get(type.needs().iterator().next()).covers(table.presence)
                ? dice.chance(20) ? type.array() : type
                : Builtins.text();
    }

    private void column(TableDraft table, Presence wanted, Type a, boolean fixed) {
        Presence presence = wanted.within(table.presence);
        boolean alone = presence != table.presence;
        Type b = fixed || dice.chance(70) ? a : other(a);
        Type first = dice.chance(50) ? a : b;
        Type second = first == a ? b : a;
        // A column that comes or goes leaves rows without a value, unless a default fills it.
        boolean filled = alone
                && dice.chance(50)
                && !first.defaults().isEmpty()
                && !second.defaults().isEmpty();
        boolean must = fixed || ((!alone || filled || !draft.rows) && dice.chance(50));
        boolean mustToo = fixed || (must ? dice.chance(80) : (!alone || filled || !draft.rows) && dice.chance(20));
        String key = draft.key("column");
        String name = NameMaker.quoted(draft.names.make(table.key));
        String defaultA = fixed ? "" : defaultOf(first, filled);
        String defaultB = fixed || (first == second && dice.chance(60)) ? defaultA : defaultOf(second, filled);
        boolean domains = first.family() == Type.Family.USER || second.family() == Type.Family.USER;
        filled = alone && (filled || domains || !defaultA.isEmpty() || !defaultB.isEmpty());
        String required = required(table);
        String requiredToo = dice.chance(70) ? required : required(table);
        String textA = name + " " + first.sql() + collation(first) + defaultA + (must ? required : "");
        String textB = name + " " + second.sql() + collation(second) + defaultB + (mustToo ? requiredToo : "");
        if (first == second && must == mustToo && defaultA.equals(defaultB) && dice.chance(80)) {
            textB = textA;
        }
        Set<String> needs = new HashSet<>(Set.of(table.key));
        needs.addAll(first.needs());
        needs.addAll(second.needs());
        boolean onA = presence.on(Side.A);
        boolean onB = presence.on(Side.B);
        draft.add(new Part(
                Part.Kind.COLUMN, key, table.key, name, onA ? textA : null, onB ? textB : null, needs, first.values()));
        table.columns.add(new ColumnDraft(
                key, name, presence, onA ? first : null, onB ? second : null, false, filled, must, mustToo));
        draft.comment("COLUMN " + table.full() + "." + name, key, presence);
    }

    /** Another type for the column on the other side; what rows hold must convert, where there are any. */
    private Type other(Type type) {
        if (type.family() == Type.Family.USER) {
            return type.sql().endsWith("]") || type.defaults().isEmpty() || dice.chance(50) ? type : type.asText();
        }
        return draft.rows || dice.chance(50) ? Builtins.kin(type, dice) : Builtins.any(dice);
    }

    private String collation(Type type) {
        return type.isText() && type.family() == Type.Family.TEXT
                ? dice.maybe(15, " COLLATE " + dice.pick("\"C\"", "\"POSIX\""))
                : "";
    }

    private String defaultOf(Type type, boolean always) {
        return !type.defaults().isEmpty() && (always || dice.chance(35))
                ? " DEFAULT " + dice.pick(type.defaults())
                : "";
    }

    /** A column of numbers that count themselves: identity, serial or a default from a sequence, on each side as it comes. */
    private void counted(TableDraft table) {
        Presence presence = table.presence;
        if (!draft.rows && dice.chance(20)) {
            presence = Presence.ONLY_B.within(table.presence);
        }
        String key = draft.key("column");
        String name = NameMaker.quoted(draft.names.make(table.key));
        List<Type> integers =
                Builtins.of(Type.Family.NUMBER).stream().filter(Type::isInteger).toList();
        Type a = dice.pick(integers);
        Type b = dice.chance(75) ? a : dice.pick(integers);
        String textA = name + " " + counting(a);
        String textB = a == b && dice.chance(60) ? textA : name + " " + counting(b);
        boolean onA = presence.on(Side.A);
        boolean onB = presence.on(Side.B);
        draft.add(new Part(
                Part.Kind.COLUMN,
                key,
                table.key,
                name,
                onA ? textA : null,
                onB ? textB : null,
                Set.of(table.key),
                a.values()));
        table.columns.add(
                new ColumnDraft(key, name, presence, onA ? a : null, onB ? b : null, false, true, true, true));
    }

    private String counting(Type type) {
        String serial = type.sql().equals("integer") ? "serial" : type.sql().replace("int", "serial");
        return switch (dice.between(0, 3)) {
            case 0 -> serial;
            case 1 -> type.sql() + " NOT NULL";
            default ->
                type.sql() + " GENERATED " + dice.pick("ALWAYS", "BY DEFAULT") + " AS IDENTITY"
                        + dice.maybe(40, " (" + options(type.sql()) + ")").replace(" ()", "");
        };
    }

    private void computed(TableDraft table) {
        for (ColumnDraft source : List.copyOf(table.columns)) {
            if (!dice.chance(12) || (table.partitioned && source == table.columns.get(0))) {
                continue;
            }
            Presence presence = (dice.chance(60) ? Presence.BOTH : draft.presence()).within(source.presence);
            String a = presence.on(Side.A) ? computation(source, source.a) : null;
            String b = presence.on(Side.B) ? computation(source, source.b) : null;
            if (a != null && b != null && source.a == source.b && dice.chance(50)) {
                b = a;
            }
            boolean onA = a != null;
            boolean onB = b != null;
            if (!onA && !onB) {
                continue;
            }
            String key = draft.key("column");
            String name = NameMaker.quoted(draft.names.make(table.key));
            Presence real = onA && onB ? Presence.BOTH : onA ? Presence.ONLY_A : Presence.ONLY_B;
            draft.add(new Part(
                    Part.Kind.COLUMN,
                    key,
                    table.key,
                    name,
                    onA ? name + a : null,
                    onB ? name + b : null,
                    Set.of(table.key, source.key),
                    List.of()));
            Type text = Builtins.text();
            Type number = Builtins.of(Type.Family.NUMBER).get(4);
            table.columns.add(new ColumnDraft(
                    key,
                    name,
                    real,
                    onA ? (source.a.isText() ? text : number) : null,
                    onB ? (source.b.isText() ? text : number) : null,
                    true,
                    true,
                    false,
                    false));
        }
    }

    private String computation(ColumnDraft source, Type type) {
        String column = source.name;
        String kind = draft.version >= 18 && dice.chance(30) ? " VIRTUAL" : " STORED";
        if (type.isText()) {
            return " text GENERATED ALWAYS AS ("
                    + dice.pick("upper(" + column + ")", column + " || 'x'", "coalesce(" + column + ", '-')") + ")"
                    + kind;
        }
        if (type.isNumber()) {
            return " numeric GENERATED ALWAYS AS (" + dice.pick(column + " * 2", column + " + 1", "abs(" + column + ")")
                    + ")" + kind;
        }
        return null;
    }
}

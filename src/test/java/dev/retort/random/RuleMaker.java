package dev.retort.random;

import dev.retort.random.Draft.Presence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes constraints and foreign keys of tables; what it asks for, the rows satisfy. */
final class RuleMaker {

    private static final List<String> DEFERRALS =
            List.of("", "", "", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED", " NOT DEFERRABLE");

    private static final List<String> ACTIONS =
            List.of("", "NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT");

    private final Draft draft;
    private final Dice dice;

    RuleMaker(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void make() {
        draft.tables.forEach(this::keys);
        draft.tables.forEach(this::temporal);
        draft.tables.forEach(this::checks);
        draft.tables.forEach(this::exclusion);
        draft.tables.forEach(this::foreignKeys);
    }

    /** Columns that a key may be made of: distinct in the rows, and no two alike in rows that get a value later. */
    private List<ColumnDraft> keyable(TableDraft table, boolean primary) {
        return table.columns.stream()
                .filter(c -> c.isOrdered() && !c.computed)
                .filter(c -> c.presence == table.presence || !draft.rows || (!primary && !c.filled))
                .toList();
    }

    private void keys(TableDraft table) {
        if (dice.chance(75)) {
            key(table, true);
        }
        for (int i = dice.between(0, 2); i > 0; i--) {
            key(table, false);
        }
    }

    private void key(TableDraft table, boolean primary) {
        List<ColumnDraft> fit = keyable(table, primary);
        if (table.partitioned) {
            fit = fit.stream().filter(c -> c == table.columns.get(0)).toList();
        }
        if (fit.isEmpty()) {
            return;
        }
        List<ColumnDraft> columns = dice.some(fit, dice.chance(70) ? 1 : 2);
        List<ColumnDraft> held = dice.chance(12)
                ? table.columns.stream()
                        .filter(c -> !columns.contains(c) && !c.computed)
                        .limit(1)
                        .toList()
                : List.of();
        List<ColumnDraft> all = new ArrayList<>(columns);
        all.addAll(held);
        Presence presence = presence(table, all);
        if (presence == null) {
            return;
        }
        String name = NameMaker.quoted(draft.name("index", table.namespace, presence));
        String word = primary ? "PRIMARY KEY" : "UNIQUE";
        Function<List<ColumnDraft>, String> text = cs -> "ALTER TABLE " + table.full() + " ADD CONSTRAINT " + name + " "
                + word
                + (!primary && draft.version >= 15 ? dice.maybe(filledLater(cs) ? 0 : 12, " NULLS NOT DISTINCT") : "")
                + " (" + names(cs) + ")"
                + (held.isEmpty() ? "" : " INCLUDE (" + names(held) + ")");
        String a = text.apply(columns);
        String b = a;
        if (dice.chance(25)) {
            b = text.apply(primary || dice.chance(50) ? columns : dice.some(columns, columns.size()));
        }
        String deferral = dice.pick(DEFERRALS);
        a += deferral;
        b += dice.chance(80) ? deferral : dice.pick(DEFERRALS);
        String key = add(Part.Kind.CONSTRAINT, table, all, presence, a, b, Set.of());
        boolean referable = columns.stream()
                .allMatch(c -> (c.a == null || c.a.isReferable()) && (c.b == null || c.b.isReferable()));
        if (referable && !a.contains("DEFERRABLE") && !b.contains("DEFERRABLE")) {
            table.keys.add(new TableDraft.Key(key, columns, presence, false));
        }
        draft.comment("CONSTRAINT " + name + " ON " + table.full(), key, presence);
    }

    /** A key of ranges that must not overlap, on columns of its own; from PostgreSQL 18. */
    private void temporal(TableDraft table) {
        if (draft.version < 18 || table.partitioned || !dice.chance(10)) {
            return;
        }
        List<ColumnDraft> columns = new ArrayList<>();
        for (String type : List.of("int4range", "daterange")) {
            Type range = Builtins.of(Type.Family.OTHER).stream()
                    .filter(t -> t.sql().equals(type))
                    .findFirst()
                    .orElseThrow();
            String key = draft.key("column");
            String name = NameMaker.quoted(draft.names.make(table.key));
            Presence presence = table.presence;
            Type a = presence.on(Side.A) ? range : null;
            Type b = presence.on(Side.B) ? range : null;
            columns.add(new ColumnDraft(key, name, presence, a, b, false, false, false, false));
            draft.add(new Part(
                    Part.Kind.COLUMN,
                    key,
                    table.key,
                    name,
                    a == null ? null : name + " " + type,
                    b == null ? null : name + " " + type,
                    Set.of(table.key),
                    range.values()));
        }
        table.columns.addAll(columns);
        Presence presence = presence(table, columns);
        String name = NameMaker.quoted(draft.name("index", table.namespace, presence));
        String a = "ALTER TABLE " + table.full() + " ADD CONSTRAINT " + name + " UNIQUE (" + names(columns)
                + " WITHOUT OVERLAPS)";
        String b = dice.chance(70) ? a : a.replace(" WITHOUT OVERLAPS", "");
        String key = add(Part.Kind.CONSTRAINT, table, columns, presence, a, b, Set.of());
        if (a.equals(b)) {
            table.keys.add(new TableDraft.Key(key, columns, presence, true));
        }
    }

    private boolean filledLater(List<ColumnDraft> columns) {
        return draft.rows && columns.stream().anyMatch(c -> c.presence != Presence.BOTH);
    }

    /** The sides where all the columns are, at times only one of them; null for none. */
    private Presence presence(TableDraft table, List<ColumnDraft> columns) {
        Presence presence = table.presence;
        for (ColumnDraft column : columns) {
            if (presence != Presence.BOTH && !column.presence.covers(presence)) {
                return null;
            }
            presence = presence.within(Presence.BOTH) == Presence.BOTH ? column.presence : presence;
        }
        return dice.chance(80) ? presence : draft.presence().within(presence);
    }

    private void checks(TableDraft table) {
        for (int i = dice.between(0, 2); i > 0 && !table.columns.isEmpty(); i--) {
            ColumnDraft column = dice.pick(table.columns);
            Presence presence = presence(table, List.of(column));
            String name = NameMaker.quoted(draft.names.make(table.namespace));
            String a = check(column, column.a);
            String b = column.a == column.b && dice.chance(60) ? a : check(column, column.b);
            boolean onA = presence.on(Side.A) && a != null;
            boolean onB = presence.on(Side.B) && b != null;
            if (!onA && !onB || column.on(onA ? Side.A : Side.B) == null) {
                continue;
            }
            Presence real = onA && onB ? Presence.BOTH : onA ? Presence.ONLY_A : Presence.ONLY_B;
            String head = "ALTER TABLE " + table.full() + " ADD CONSTRAINT " + name + " CHECK (";
            boolean virtual = column.computed;
            String open = table.partitioned || virtual ? "" : dice.maybe(12, " NOT VALID");
            if (draft.version >= 18 && open.isEmpty()) {
                open = dice.maybe(10, " NOT ENFORCED");
            }
            String openB = dice.chance(70) ? open : "";
            String own = table.partitioned ? "" : dice.maybe(8, " NO INHERIT");
            String key = add(
                    Part.Kind.CONSTRAINT,
                    table,
                    List.of(column),
                    real,
                    head + a + ")" + own + open,
                    head + b + ")" + own + openB,
                    Set.of());
            draft.comment("CONSTRAINT " + name + " ON " + table.full(), key, real);
        }
    }

    private String check(ColumnDraft column, Type type) {
        if (type == null) {
            return null;
        }
        String c = column.name;
        if (type.isNumber()) {
            String picked = dice.pick(
                    c + " > 0",
                    c + " IN (1, 2, 3, 4, 7, 8)",
                    c + " BETWEEN 0 AND 30000",
                    "NOT (" + c + " < 0)",
                    c + " >= 0 AND " + c + " <> -1 OR " + c + " IS NULL",
                    c + " + 1 > 0",
                    "-" + c + " < 5");
            // What is computed for rows that are there is twice a value of the list, or one more.
            return column.computed && picked.contains(" IN (") ? c + " > -9" : picked;
        }
        if (type.isText()) {
            return dice.pick(
                    "length(" + c + ") < 300",
                    c + " <> 'it''s not'",
                    c + " NOT IN ('P', 'Q''')",
                    "upper(" + c + ") IS DISTINCT FROM '1a'",
                    c + " ~ '^.*' OR " + c + " = ''",
                    c + " NOT LIKE 'zz%'");
        }
        return switch (type.family()) {
            case TRUTH -> dice.pick(c + " OR NOT " + c, c + " IS NOT NULL OR true");
            case MOMENT -> dice.pick(c + " > '1999-01-01'", c + " IS NULL OR " + c + " < 'infinity'");
            default -> c + " IS NOT NULL OR " + dice.pick("1 = 1", "true");
        };
    }

    private void exclusion(TableDraft table) {
        List<ColumnDraft> fit = table.columns.stream()
                .filter(c -> !c.computed && (!draft.rows || c.presence == table.presence || !c.filled))
                .filter(c -> c.isOrdered() && (c.a == null || c.a.gist()) && (c.b == null || c.b.gist()))
                .toList();
        if (fit.isEmpty() || table.partitioned || !dice.chance(60)) {
            return;
        }
        ColumnDraft column = dice.pick(fit);
        Presence presence = presence(table, List.of(column));
        if (presence == null) {
            return;
        }
        String head = "ALTER TABLE " + table.full() + " ADD CONSTRAINT "
                + NameMaker.quoted(draft.name("index", table.namespace, presence)) + " EXCLUDE USING gist ("
                + column.name + " WITH ";
        String a = head + dice.pick("&&)", "=)") + dice.pick(DEFERRALS);
        String b = dice.chance(60) ? a : head + "&&)" + dice.maybe(40, " WHERE (" + column.name + " IS NOT NULL)");
        add(Part.Kind.CONSTRAINT, table, List.of(column), presence, a, b, Set.of());
    }

    private void foreignKeys(TableDraft table) {
        for (int i = dice.between(0, 2); i > 0; i--) {
            TableDraft target = dice.pick(draft.tables);
            if (target.keys.isEmpty() || table.unlogged || target.unlogged || target.partitioned || table.partitioned) {
                continue;
            }
            foreignKey(table, target, dice.pick(target.keys));
        }
    }

    /** A foreign key on columns of its own, of the types of what they refer to. */
    private void foreignKey(TableDraft table, TableDraft target, TableDraft.Key key) {
        Presence presence = key.presence();
        if (presence != Presence.BOTH && table.presence != Presence.BOTH && presence != table.presence) {
            return;
        }
        presence = presence.within(table.presence) == Presence.BOTH ? presence : table.presence.within(presence);
        if (table.presence != Presence.BOTH) {
            presence = table.presence;
        }
        // Rows of a table that comes or goes refer to nothing, and rows of a table that stays to rows that stay.
        List<ColumnDraft> columns = new ArrayList<>();
        Set<String> needs = new HashSet<>(Set.of(key.part(), target.key));
        for (ColumnDraft there : key.columns()) {
            needs.add(there.key);
            columns.add(reference(table, there, presence));
        }
        String name = NameMaker.quoted(draft.names.make(table.namespace));
        String head = "ALTER TABLE " + table.full() + " ADD CONSTRAINT " + name + " FOREIGN KEY ("
                + references(columns, key.period()) + ") REFERENCES " + target.full() + " ("
                + references(key.columns(), key.period()) + ")";
        String a = head + (key.period() ? dice.pick(DEFERRALS) : clauses(columns));
        String b = dice.chance(60) ? a : head + (key.period() ? "" : clauses(columns));
        String validity = draft.rows ? "" : dice.maybe(10, " NOT VALID");
        if (draft.version >= 18 && validity.isEmpty()) {
            validity = dice.maybe(10, " NOT ENFORCED");
        }
        String part = add(
                Part.Kind.FOREIGN_KEY,
                table,
                columns,
                presence,
                a + validity,
                b + (dice.chance(60) ? validity : ""),
                needs);
        draft.comment("CONSTRAINT " + name + " ON " + table.full(), part, presence);
    }

    private static String references(List<ColumnDraft> columns, boolean period) {
        return period ? columns.get(0).name + ", PERIOD " + columns.get(1).name : names(columns);
    }

    private String clauses(List<ColumnDraft> columns) {
        String onDelete = dice.pick(ACTIONS);
        String onUpdate = dice.pick(ACTIONS);
        String set = draft.version >= 15 && onDelete.startsWith("SET") && dice.chance(25)
                ? " (" + columns.get(0).name + ")"
                : "";
        return dice.maybe(10, " MATCH FULL")
                + (onDelete.isEmpty() ? "" : " ON DELETE " + onDelete + set)
                + (onUpdate.isEmpty() ? "" : " ON UPDATE " + onUpdate)
                + dice.pick(DEFERRALS);
    }

    private ColumnDraft reference(TableDraft table, ColumnDraft there, Presence presence) {
        String key = draft.key("column");
        String name = NameMaker.quoted(draft.names.make(table.key));
        Type a = presence.on(Side.A) ? there.a : null;
        Type b = presence.on(Side.B) ? there.b : null;
        Set<String> needs = new HashSet<>(Set.of(table.key));
        needs.addAll(a == null ? Set.of() : a.needs());
        needs.addAll(b == null ? Set.of() : b.needs());
        draft.add(new Part(
                Part.Kind.COLUMN,
                key,
                table.key,
                name,
                a == null ? null : name + " " + a.sql(),
                b == null ? null : name + " " + b.sql(),
                needs,
                (a == null ? b : a).values()));
        ColumnDraft column = new ColumnDraft(key, name, presence, a, b, false, false, false, false);
        table.columns.add(column);
        return column;
    }

    private String add(
            Part.Kind kind,
            TableDraft table,
            List<ColumnDraft> columns,
            Presence presence,
            String a,
            String b,
            Set<String> others) {
        String key = draft.key("rule");
        Set<String> needs = new HashSet<>(others);
        needs.add(table.key);
        columns.forEach(c -> needs.add(c.key));
        draft.add(Part.of(kind, key, presence.on(Side.A) ? a : null, presence.on(Side.B) ? b : null, needs));
        return key;
    }

    static String names(List<ColumnDraft> columns) {
        return columns.stream().map(c -> c.name).collect(Collectors.joining(", "));
    }
}

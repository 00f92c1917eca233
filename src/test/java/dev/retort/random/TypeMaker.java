package dev.retort.random;

import dev.retort.random.Draft.Presence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Makes enums, domains and composites, also of each other. */
final class TypeMaker {

    private final Draft draft;
    private final Dice dice;

    TypeMaker(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void make() {
        for (int i = dice.between(0, 2); i > 0; i--) {
            enumeration();
        }
        for (int i = dice.between(0, 3); i > 0; i--) {
            if (dice.chance(50)) {
                domain();
            } else {
                composite();
            }
        }
    }

    private void enumeration() {
        Made made = name("enum");
        Presence presence = made.presence;
        List<String> labels = new ArrayList<>();
        for (String label : dice.some(List.of("NEW", "it's", "a \"b\"", "größe", "back\\slash", "x", "", " "), 4)) {
            labels.add("'" + label.replace("'", "''") + "'");
        }
        List<String> later = new ArrayList<>(labels);
        if (dice.chance(40)) {
            later.add(dice.between(0, later.size()), "'added " + dice.between(1, 9) + "'");
        }
        if (dice.chance(20)) {
            later.remove(later.size() - 1);
            later.remove("'added 1'");
        }
        if (dice.chance(15)) {
            later = new ArrayList<>(dice.some(later, later.size()));
        }
        List<String> both = labels.stream().filter(later::contains).toList();
        Type type = new Type(
                made.full,
                Type.Family.USER,
                true,
                true,
                false,
                false,
                both.size() < 2 ? labels.subList(0, 2) : both.subList(0, 2),
                List.of(both.get(0)),
                Set.of(made.key));
        add(
                made,
                presence,
                "AS ENUM (" + String.join(", ", labels) + ")",
                "AS ENUM (" + String.join(", ", later) + ")",
                type);
        draft.comment("TYPE " + made.full, made.key, presence);
    }

    private void domain() {
        Made made = name("domain");
        Presence presence = made.presence;
        Type base = part(presence);
        Type next = base.family() == Type.Family.USER || dice.chance(70) ? base : Builtins.kin(base, dice);
        String a = domain(made, base, "");
        String b = dice.chance(50) && base == next ? a : domain(made, next, dice.maybe(50, "two"));
        // What cannot be indexed on one side is indexed on none.
        Type type = (base.btree() ? next.along(base) : base.along(next)).named(made.full, made.key);
        made.needs.addAll(base.needs());
        draft.add(Part.of(
                Part.Kind.TYPE, made.key, presence.on(Side.A) ? a : null, presence.on(Side.B) ? b : null, made.needs));
        draft.userTypes.add(type);
        draft.userTypeSides.put(made.key, presence);
        draft.comment("DOMAIN " + made.full, made.key, presence);
        if (a.contains("CONSTRAINT \"first\"") && b.contains("CONSTRAINT \"first\"")) {
            draft.comment("CONSTRAINT \"first\" ON DOMAIN " + made.full, made.key, presence);
        }
    }

    private String domain(Made made, Type base, String other) {
        String collation = base.isText() && base.family() == Type.Family.TEXT ? dice.maybe(20, " COLLATE \"C\"") : "";
        String value = base.defaults().isEmpty()
                ? ""
                : dice.maybe(30, " DEFAULT " + base.defaults().get(0));
        String check = base.isNumber()
                ? dice.maybe(50, " CONSTRAINT \"first\" CHECK (VALUE > " + dice.between(-3, 0) + ")")
                : dice.maybe(30, " CONSTRAINT \"first\" CHECK (VALUE IS NOT NULL OR " + dice.between(1, 2) + " = 1)");
        check = check.contains("2 = 1") ? "" : check;
        String second = other.isEmpty() ? "" : " CONSTRAINT \"o'ther\" CHECK (true OR VALUE IS NULL)";
        return "CREATE DOMAIN " + made.full + " AS " + base.sql() + collation + value + check + second;
    }

    private void composite() {
        Made made = name("composite");
        Presence presence = made.presence;
        List<String> names = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            names.add(NameMaker.quoted(draft.names.make(made.key)));
            types.add(part(presence));
        }
        List<String> a = new ArrayList<>();
        List<String> b = new ArrayList<>();
        boolean ordered = true;
        for (int i = 0; i < names.size(); i++) {
            Type type = types.get(i);
            a.add(names.get(i) + " " + type.sql());
            if (i == 0 || dice.chance(85)) {
                Type kin = type.family() == Type.Family.USER || dice.chance(75) ? type : Builtins.kin(type, dice);
                b.add(names.get(i) + " " + kin.sql());
                ordered &= kin.btree();
            }
        }
        if (dice.chance(25)) {
            b.add(dice.between(0, b.size()), NameMaker.quoted(draft.names.make(made.key)) + " text");
        }
        boolean plain = ordered && types.stream().allMatch(Type::btree);
        List<String> values = List.of(row(types, 0), row(types, 1));
        types.forEach(t -> made.needs.addAll(t.needs()));
        Type type =
                new Type(made.full, Type.Family.USER, plain, false, false, false, values, List.of(), Set.of(made.key));
        add(made, presence, "AS (" + String.join(", ", a) + ")", "AS (" + String.join(", ", b) + ")", type);
        draft.comment("TYPE " + made.full, made.key, presence);
    }

    private static String row(List<Type> types, int at) {
        StringJoiner row = new StringJoiner(",", "(", ")");
        for (Type type : types) {
            String literal = type.values().get(at);
            String plain = literal.substring(1, literal.length() - 1).replace("''", "'");
            row.add("\"" + Type.escaped(plain) + "\"");
        }
        return "'" + row.toString().replace("'", "''") + "'";
    }

    /** A type that another may be made of. */
    private Type part(Presence presence) {
        List<Type> fit = draft.userTypes.stream()
                .filter(t -> t.needs().stream()
                        .allMatch(k -> draft.userTypeSides.get(k).covers(presence)))
                .toList();
        Type type = !fit.isEmpty() && dice.chance(50) ? dice.pick(fit) : Builtins.any(dice);
        return type.family() == Type.Family.USER && dice.chance(20) ? type.array() : type;
    }

    private void add(Made made, Presence presence, String a, String b, Type type) {
        String create = "CREATE TYPE " + made.full + " ";
        draft.add(Part.of(
                Part.Kind.TYPE,
                made.key,
                presence.on(Side.A) ? create + a : null,
                presence.on(Side.B) ? create + (dice.chance(50) ? a : b) : null,
                made.needs));
        draft.userTypes.add(type);
        draft.userTypeSides.put(made.key, presence);
    }

    private Made name(String kind) {
        Draft.Place place = draft.place();
        String name = draft.name(kind, place.namespace(), place.presence());
        return new Made(
                draft.key("type"),
                place.namespace() + "." + NameMaker.quoted(name),
                place.presence(),
                new HashSet<>(place.needs()));
    }

    private record Made(String key, String full, Presence presence, Set<String> needs) {}
}

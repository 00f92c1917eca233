package dev.retort.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pair in the making: what all its makers share. */
final class Draft {

    final Dice dice;
    final NameMaker names;
    final int version;
    final boolean rows;
    final List<Part> parts = new ArrayList<>();
    final List<Type> userTypes = new ArrayList<>();
    final Map<String, Presence> userTypeSides = new HashMap<>();
    final List<TableDraft> tables = new ArrayList<>();

    /** The default namespace first. */
    final List<Place> namespaces = new ArrayList<>(List.of(new Place("public", Presence.BOTH, Set.of())));

    private final List<Freed> freed = new ArrayList<>();
    private int counter;

    Draft(Dice dice, int version, boolean rows) {
        this.dice = dice;
        this.names = new NameMaker(dice);
        this.version = version;
        this.rows = rows;
    }

    /** On which sides something is. */
    enum Presence {
        BOTH,
        ONLY_A,
        ONLY_B;

        boolean on(Side side) {
            return this == BOTH || (this == ONLY_A) == (side == Side.A);
        }

        /** The same, unless what holds it is on one side only. */
        Presence within(Presence holder) {
            return holder == BOTH ? this : holder;
        }

        /** Whether it is on every side where the other is. */
        boolean covers(Presence other) {
            return this == BOTH || this == other;
        }
    }

    /** Mostly both. */
    Presence presence() {
        return dice.chance(70) ? Presence.BOTH : dice.pick(Presence.ONLY_A, Presence.ONLY_B);
    }

    String key(String kind) {
        return kind + counter++;
    }

    /** Where something new is: its namespace, quoted, and its sides. */
    record Place(String namespace, Presence presence, Set<String> needs) {}

    Place place() {
        Place room = dice.chance(60) ? namespaces.get(0) : dice.pick(namespaces);
        return new Place(room.namespace, presence().within(room.presence), room.needs);
    }

    /** A name for something of the namespace, unquoted; at times that of something of another kind that is only on the other side. */
    String name(String kind, String namespace, Presence presence) {
        List<Freed> others = freed.stream()
                .filter(f -> f.namespace.equals(namespace) && !f.kind.equals(kind))
                .toList();
        if (presence == Presence.ONLY_B && !others.isEmpty() && dice.chance(40)) {
            freed.remove(others.get(0));
            return others.get(0).name;
        }
        String name = names.make(namespace);
        if (presence == Presence.ONLY_A) {
            freed.add(new Freed(kind, namespace, name));
        }
        return name;
    }

    private record Freed(String kind, String namespace, String name) {}

    void add(Part part) {
        if (!part.isNowhere()) {
            parts.add(part);
        }
    }

    /** Adds a comment on what a part makes, at times. */
    void comment(String target, String key, Presence presence) {
        if (!dice.chance(12)) {
            return;
        }
        String a = presence.on(Side.A) && dice.chance(80) ? comment(target) : null;
        String b = presence.on(Side.B) && dice.chance(80) ? (a != null && dice.chance(50) ? a : comment(target)) : null;
        add(Part.of(Part.Kind.COMMENT, key("comment"), a, b, Set.of(key)));
    }

    private String comment(String target) {
        return "COMMENT ON " + target + " IS "
                + dice.pick(
                        "'plain'",
                        "'it''s \"\"\" */ \\u002a/'",
                        "E'two\\nlines\\t\\x1b[31m'",
                        "'größe 名前'",
                        "'{@code x}'");
    }
}

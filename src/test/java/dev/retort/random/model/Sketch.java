package dev.retort.random.model;

import dev.retort.random.Dice;
import dev.retort.random.Side;
import dev.retort.random.model.Piece.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Entities in the making: what all their makers share. */
final class Sketch {

    final Dice dice;
    final List<Piece> pieces = new ArrayList<>();
    final List<Entity> entities = new ArrayList<>();
    final List<Named> enums = new ArrayList<>();
    final List<Embeddable> embeddables = new ArrayList<>();

    /** How many of a hundred pieces are edited. */
    private final int edits;

    private final Set<String> names = new HashSet<>();
    private int counter;

    Sketch(Dice dice) {
        this.dice = dice;
        this.edits = dice.pick(0, 4, 8, 15, 30);
    }

    /** Something with a name, on one side or both. */
    record Named(String key, String name, boolean before, boolean after) {

        boolean on(Side side) {
            return side == Side.A ? before : after;
        }
    }

    /**
     * An entity.
     *
     * @param whole whether it has a table of its own
     * @param columns those of its table that indexes and checks can name
     */
    record Entity(Named named, boolean whole, boolean composite, boolean deletedSoftly, List<ColumnName> columns) {}

    /** An embeddable class, and the columns that it brings. */
    record Embeddable(Named named, List<ColumnName> columns) {}

    /**
     * A column.
     *
     * @param key of its field
     * @param before its name before the edit; null where it is not there
     */
    record ColumnName(String key, String before, String after, Sort sort) {

        String on(Side side) {
            return side == Side.A ? before : after;
        }

        /** Whether SQL can name it as the attribute is named, whatever the naming strategy. */
        boolean isPlain() {
            return Stream.of(Side.values()).map(this::on).allMatch(n -> n == null || n.matches("\\p{Ll}[\\p{Ll}0-9]*"));
        }
    }

    /** What can be said of a column's values. */
    enum Sort {
        NUMBER,
        TEXT,
        OTHER
    }

    boolean edited() {
        return dice.chance(edits);
    }

    String key() {
        return "p" + counter++;
    }

    /** A name that nothing else has. */
    String name(String word) {
        String name = word;
        for (int i = 2; !names.add(name.toLowerCase(java.util.Locale.ROOT)); i++) {
            name = word + i;
        }
        return name;
    }

    /** Adds a piece; an edit adds it or takes it away. */
    Named add(Kind kind, String owner, String text, String... needs) {
        return change(kind, owner, text, text, needs);
    }

    /** Adds a piece that an edit turns into another. */
    Named change(Kind kind, String owner, String before, String after, String... needs) {
        boolean edit = edited();
        boolean comes = edit && dice.chance(50);
        return put(kind, owner, comes ? null : before, edit && !comes ? null : after, needs);
    }

    /** Adds a piece as it is on each side. */
    Named put(Kind kind, String owner, String before, String after, String... needs) {
        String key = key();
        if (before != null || after != null) {
            pieces.add(new Piece(kind, key, owner, before, after, Set.of(needs)));
        }
        return new Named(key, "", before != null, after != null);
    }
}

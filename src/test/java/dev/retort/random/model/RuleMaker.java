package dev.retort.random.model;

import dev.retort.random.Dice;
import dev.retort.random.Side;
import dev.retort.random.model.Piece.Kind;
import dev.retort.random.model.Sketch.ColumnName;
import dev.retort.random.model.Sketch.Entity;
import dev.retort.random.model.Sketch.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes indexes, unique constraints, checks and comments of tables. */
final class RuleMaker {

    private final Sketch sketch;
    private final Dice dice;

    RuleMaker(Sketch sketch) {
        this.sketch = sketch;
        this.dice = sketch.dice;
    }

    void make(Entity entity) {
        if (!entity.whole()) {
            return;
        }
        for (int i = dice.between(0, 2); i > 0; i--) {
            rule(entity);
        }
        if (dice.chance(8)) {
            String comment = dice.pick(FieldMaker.comments());
            String other = sketch.edited() ? dice.pick(FieldMaker.comments()) : comment;
            sketch.change(Kind.TABLE, entity.named().key(), "comment = " + comment, "comment = " + other);
        }
        List<ColumnName> numbers = entity.columns().stream()
                .filter(c -> c.sort() == Sort.NUMBER && c.isPlain())
                .toList();
        if (numbers.size() > 1 && dice.chance(30)) {
            String name = dice.pick("", "name = \"" + sketch.name("sane") + "\", ");
            columns(
                    entity,
                    numbers.subList(0, 2),
                    Kind.ANNOTATION,
                    c -> c,
                    (names, order) -> "@Check(" + name + "constraints = \"" + names.get(0) + " >= 0 or " + names.get(1)
                            + " is null\")");
        }
    }

    private void rule(Entity entity) {
        List<ColumnName> columns = dice.some(entity.columns(), dice.chance(65) ? 1 : 2);
        if (columns.isEmpty()) {
            return;
        }
        String name = dice.chance(50) ? "name = \"" + sketch.name("Rule") + "\", " : "";
        if (dice.chance(35)) {
            columns(
                    entity,
                    columns,
                    Kind.UNIQUE,
                    c -> "\"" + c + "\"",
                    (names, order) ->
                            "@UniqueConstraint(" + name + "columnNames = {" + String.join(", ", names) + "})");
        } else {
            boolean unique = dice.chance(20);
            String order = dice.pick("", "", " desc");
            String changed = sketch.edited() ? " desc" : order;
            columns(
                    entity,
                    columns,
                    Kind.INDEX,
                    c -> c,
                    (names, side) -> "@Index(" + name + "columnList = \""
                            + names.stream()
                                    .map(n -> n + (unique ? "" : side == Side.A ? order : changed))
                                    .collect(Collectors.joining(", "))
                            + "\"" + (unique ? ", unique = true" : "") + ")");
        }
    }

    private interface Text {
        String of(List<String> names, Side side);
    }

    private void columns(
            Entity entity, List<ColumnName> columns, Kind kind, UnaryOperator<String> spelling, Text text) {
        List<String> sides = new ArrayList<>();
        for (Side side : EntityMaker.sides()) {
            boolean there = entity.named().on(side) && columns.stream().allMatch(c -> c.on(side) != null);
            sides.add(
                    there
                            ? text.of(
                                    columns.stream()
                                            .map(c -> spelling.apply(c.on(side)))
                                            .toList(),
                                    side)
                            : null);
        }
        boolean edit = sketch.edited();
        boolean comes = edit && dice.chance(50);
        String a = comes ? null : sides.get(0);
        String b = edit && !comes ? null : sides.get(1);
        if (a != null || b != null) {
            Set<String> needs = columns.stream().map(ColumnName::key).collect(Collectors.toSet());
            sketch.pieces.add(new Piece(kind, sketch.key(), entity.named().key(), a, b, needs));
        }
    }
}

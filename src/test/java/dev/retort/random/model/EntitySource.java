package dev.retort.random.model;

import dev.retort.random.Side;
import dev.retort.random.model.Piece.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the entities of one side as one file. */
final class EntitySource {

    private static final List<String> ANNOTATIONS = List.of(
            "Array",
            "Check",
            "Collate",
            "ColumnDefault",
            "Comment",
            "CreationTimestamp",
            "GeneratedColumn",
            "Immutable",
            "JdbcTypeCode",
            "Nationalized",
            "OnDelete",
            "OnDeleteAction",
            "SoftDelete",
            "SoftDeleteType",
            "Struct",
            "TenantId",
            "UpdateTimestamp",
            "View");

    private final ModelPair pair;
    private final Side side;
    private final Map<String, Piece> byKey = new HashMap<>();
    private final StringBuilder java = new StringBuilder();

    EntitySource(ModelPair pair, Side side) {
        this.pair = pair;
        this.side = side;
        pair.pieces().forEach(p -> byKey.put(p.key(), p));
    }

    String text() {
        java.append("package ").append(pair.packageName(side)).append(";\n\n");
        Stream.of("jakarta.persistence", "jakarta.validation.constraints", "java.math", "java.time", "java.util")
                .forEach(p -> java.append("import ").append(p).append(".*;\n"));
        List<String> used = pair.pieces().stream()
                .map(p -> p.on(side))
                .filter(text -> text != null)
                .toList();
        ANNOTATIONS.stream()
                .filter(name -> used.stream().anyMatch(text -> text.matches("(?s).*\\b" + name + "\\b.*")))
                .forEach(name -> java.append("import org.hibernate.annotations.")
                        .append(name)
                        .append(";\n"));
        java.append("import org.hibernate.type.*;\n");
        for (Piece piece : pair.pieces()) {
            if (piece.kind() == Kind.WHOLE && isThere(piece)) {
                java.append('\n').append(piece.on(side)).append('\n');
            } else if (piece.kind() == Kind.CLASS && isThere(piece)) {
                type(piece);
            }
        }
        return java.toString();
    }

    private void type(Piece type) {
        List<String> table = new ArrayList<>(of(type, Kind.TABLE));
        braced("indexes", of(type, Kind.INDEX), table);
        braced("uniqueConstraints", of(type, Kind.UNIQUE), table);
        java.append('\n');
        of(type, Kind.ANNOTATION).forEach(text -> java.append(text).append('\n'));
        if (!table.isEmpty()) {
            java.append("@Table(").append(String.join(", ", table)).append(")\n");
        }
        java.append(type.on(side)).append(" {\n");
        for (Piece field : pieces(type, Kind.FIELD).toList()) {
            java.append('\n');
            of(field, Kind.ANNOTATION)
                    .forEach(text -> java.append("    ").append(text).append('\n'));
            attributes("Column", of(field, Kind.COLUMN));
            attributes("JoinColumn", of(field, Kind.JOIN));
            java.append("    ").append(field.on(side)).append(";\n");
        }
        java.append("}\n");
    }

    private static void braced(String attribute, List<String> elements, List<String> table) {
        if (!elements.isEmpty()) {
            table.add(elements.stream().collect(Collectors.joining(", ", attribute + " = {", "}")));
        }
    }

    private void attributes(String annotation, List<String> attributes) {
        if (!attributes.isEmpty()) {
            java.append("    @").append(annotation).append('(');
            java.append(String.join(", ", attributes)).append(")\n");
        }
    }

    private Stream<Piece> pieces(Piece owner, Kind kind) {
        return pair.pieces().stream().filter(p -> p.kind() == kind && p.owner().equals(owner.key()) && isThere(p));
    }

    /** Whether it is on this side, with all that it needs. */
    private boolean isThere(Piece piece) {
        return piece.on(side) != null
                && piece.needs().stream().allMatch(need -> isThere(Objects.requireNonNull(byKey.get(need), need)));
    }

    private List<String> of(Piece owner, Kind kind) {
        return pieces(owner, kind).map(p -> p.on(side)).toList();
    }
}

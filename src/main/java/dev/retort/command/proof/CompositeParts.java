package dev.retort.command.proof;

import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;

/** The attributes within a column of a composite type, however deep in composites, domains and arrays. */
final class CompositeParts {

    private final Schema schema;

    private CompositeParts(Schema schema) {
        this.schema = schema;
    }

    /**
     * One of them.
     *
     * @param path the names of attributes, from the outermost
     * @param sql its value in a row {@code t}; of arrays the values of all elements, as texts
     */
    record Part(List<String> path, SqlType type, String sql) {

        Part {
            path = List.copyOf(path);
        }
    }

    /** All of a column, those that have parts themselves before these; none where it holds no composite. */
    static List<Part> of(Column column, Schema schema) {
        return new CompositeParts(schema).within(column.type(), "t." + SqlWriter.identifier(column.name()), 1);
    }

    /** The paths of those that have no parts. */
    static List<List<String>> leaves(List<Part> parts) {
        return parts.stream()
                .map(Part::path)
                .filter(path -> parts.stream()
                        .noneMatch(other -> other.path().size() > path.size()
                                && other.path().subList(0, path.size()).equals(path)))
                .toList();
    }

    private List<Part> within(SqlType type, String value, int depth) {
        SqlType found = type;
        while (found.userType() != null && !found.array()) {
            Domain domain = schema.domains().get(found.userType());
            if (domain == null) {
                break;
            }
            found = domain.base();
        }
        if (found.array()) {
            String at = "i" + depth;
            return within(found.element(), "(" + value + ")[" + at + "]", depth + 1).stream()
                    .map(part -> new Part(
                            part.path(),
                            part.type(),
                            "ARRAY(SELECT (" + part.sql() + ")::text FROM generate_subscripts(" + value + ", 1) AS "
                                    + at + " ORDER BY " + at + ")"))
                    .toList();
        }
        CompositeType composite =
                found.userType() == null ? null : schema.composites().get(found.userType());
        List<Part> parts = new ArrayList<>();
        if (composite != null) {
            for (CompositeType.Attribute attribute : composite.attributes()) {
                String inner = "(" + value + ")." + SqlWriter.identifier(attribute.name());
                parts.add(new Part(List.of(attribute.name()), attribute.type(), inner));
                for (Part part : within(attribute.type(), inner, depth)) {
                    List<String> path = new ArrayList<>(List.of(attribute.name()));
                    path.addAll(part.path());
                    parts.add(new Part(path, part.type(), part.sql()));
                }
            }
        }
        return parts;
    }
}

package dev.retort.command.compare;

import dev.retort.catalog.Canonical;
import dev.retort.operation.CreateObject;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.SqlObject;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns of types that nobody makes, as those of an extension that is not installed: the revision fails at them. */
final class UnknownTypes {

    /** Extensions that have another name than their types. */
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("geometry", "postgis"),
            Map.entry("geography", "postgis"),
            Map.entry("box3d", "postgis"),
            Map.entry("raster", "postgis_raster"),
            Map.entry("halfvec", "vector"),
            Map.entry("sparsevec", "vector"),
            Map.entry("lquery", "ltree"),
            Map.entry("ltxtquery", "ltree"),
            Map.entry("earth", "earthdistance"),
            Map.entry("isbn", "isn"),
            Map.entry("isbn13", "isn"),
            Map.entry("issn", "isn"),
            Map.entry("ean13", "isn"));

    private UnknownTypes() {}

    /** A warning for each such type; none where the revision makes an extension, which may bring it. */
    static List<Warning> among(Canonical wanted, List<Operation> up) {
        List<Warning> warnings = new ArrayList<>();
        if (wanted.unknownTypes().isEmpty()
                || up.stream()
                        .anyMatch(o -> o instanceof CreateObject create
                                && create.target().kind() == SqlObject.Kind.EXTENSION)) {
            return warnings;
        }
        for (String type : wanted.unknownTypes().stream().sorted().toList()) {
            List<String> columns = wanted.schema().allTables().stream()
                    .flatMap(table -> table.columns().stream()
                            .filter(column -> isOf(column, type))
                            .map(column -> named(table, column)))
                    .toList();
            if (!columns.isEmpty()) {
                warnings.add(warning(type, columns));
            }
        }
        return warnings;
    }

    private static boolean isOf(Column column, String type) {
        return ObjectName.of(type).equals(column.type().userType());
    }

    private static String named(Table table, Column column) {
        return table.name().qualified() + "." + column.name();
    }

    private static Warning warning(String type, List<String> columns) {
        String quoted = ReservedWords.quote(EXTENSIONS.getOrDefault(type, type));
        String java = quoted.replace("\\", "\\\\").replace("\"", "\\\"");
        return new Warning(
                "unknown-type",
                Warning.Level.WARNING,
                columns,
                "there is no type " + type + " in the database, and neither the model nor a revision makes it: "
                        + String.join(", ", columns) + " cannot be of it",
                "Where it is an extension's, state `create extension if not exists " + quoted
                        + "` in the model, as a `<database-object>`, or write `op.execute(\"CREATE EXTENSION IF NOT EXISTS "
                        + java + "\")` as the first line of `upgrade`");
    }
}

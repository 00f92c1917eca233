package dev.retort.codegen;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.OnTable;
import dev.retort.operation.Operation;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;

/** What a paragraph of a revision is about. */
enum Theme {
    NAMESPACES("Schemas"),
    TYPES("Types"),
    SEQUENCES("Sequences"),
    TABLES("Tables"),
    COLUMNS("Columns"),
    CONSTRAINTS("Constraints"),
    INDEXES("Indexes"),
    VIEWS("Views"),
    OBJECTS("Objects"),
    COMMENTS("Comments"),
    SQL("Sql"),
    IRREVERSIBLE("Reasons");

    private static final ObjectName NO_TABLE = ObjectName.of("");

    private final String plural;

    Theme(String plural) {
        this.plural = plural;
    }

    static Theme of(Operation operation) {
        String kind = operation.kind();
        return switch (kind.substring(kind.lastIndexOf('_') + 1)) {
            case "schema" -> NAMESPACES;
            case "enum", "value", "type", "composite", "domain", "cast" -> TYPES;
            case "sequence" -> SEQUENCES;
            case "table" -> TABLES;
            case "column" -> COLUMNS;
            case "constraint" -> CONSTRAINTS;
            case "index" -> INDEXES;
            case "view" -> VIEWS;
            case "object" -> OBJECTS;
            case "comment" -> COMMENTS;
            case "irreversible" -> IRREVERSIBLE;
            default -> SQL;
        };
    }

    /** A verb and a noun for a method that does what the operation does, as {@code createTables}. */
    static String deed(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return add.constraint() instanceof ForeignKey ? "addForeignKeys" : "addConstraints";
        }
        String kind = operation.kind();
        Theme theme = of(operation);
        String verb = kind.startsWith("create_") ? "create" : kind.startsWith("drop_") ? "drop" : "change";
        return switch (theme) {
            case SQL -> "execute";
            case COLUMNS, TYPES -> "change" + theme.plural;
            default -> verb + theme.plural;
        };
    }

    /** The table that the operation is on; a nameless one where it is on none. */
    static ObjectName table(Operation operation) {
        return OnTable.of(operation).orElse(NO_TABLE);
    }
}

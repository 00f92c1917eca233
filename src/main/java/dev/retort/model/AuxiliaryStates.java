package dev.retort.model;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Maps auxiliary database objects that make no object with a text of its own: extensions, schemas, row level security and comments. */
final class AuxiliaryStates {

    private final SchemaBuilder schema;
    private final AuxiliaryComments comments;

    /** Whether row level security is on, and whether it holds for the owner, by the table. */
    private final Map<ObjectName, boolean[]> security = new TreeMap<>();

    AuxiliaryStates(Map<ObjectName, Table> tables, SchemaBuilder schema) {
        this.schema = schema;
        this.comments = new AuxiliaryComments(tables, schema);
    }

    /** What several statements come to together; gives the statements that speak of what the model does not have. */
    List<String> finish() {
        security.forEach((table, on) -> {
            List<String> parts = new ArrayList<>();
            if (on[0]) {
                parts.add("ENABLE ROW LEVEL SECURITY");
            }
            if (on[1]) {
                parts.add("FORCE ROW LEVEL SECURITY");
            }
            schema.extra(new Extra(Extra.Kind.ROW_SECURITY, table, table, String.join(", ", parts)).withStated(""));
        });
        return comments.finish();
    }

    /** Reads a statement that does not begin with {@code CREATE}; whether it is one of these. */
    boolean understood(SqlTokens tokens, String statement) {
        if (tokens.accept("ALTER", "TABLE")) {
            return security(tokens);
        }
        return tokens.accept("COMMENT", "ON") && comments.take(tokens, statement);
    }

    /** Reads what follows {@code CREATE EXTENSION}: a version and a schema that it does not say are left open. */
    boolean extension(SqlTokens tokens) {
        tokens.accept("IF", "NOT", "EXISTS");
        String spelled = tokens.take();
        String name = SqlNames.unquote(spelled);
        String namespace = ObjectName.DEFAULT_NAMESPACE;
        String version = "";
        StringBuilder clauses = new StringBuilder();
        tokens.accept("WITH");
        while (!tokens.atEnd()) {
            if (tokens.accept("SCHEMA")) {
                String schemaName = tokens.take();
                namespace = SqlNames.unquote(schemaName);
                clauses.append(" SCHEMA ").append(schemaName);
            } else if (tokens.accept("VERSION")) {
                String text = tokens.take();
                version = "VERSION " + (text.startsWith("'") ? text : "'" + SqlNames.unquote(text) + "'");
                clauses.append(' ').append(version);
            } else if (tokens.accept("CASCADE")) {
                clauses.append(" CASCADE");
            } else {
                return false;
            }
        }
        if (name.isEmpty()) {
            return false;
        }
        // The extension is of the whole database, where somebody else may have made it already.
        String sql = "CREATE EXTENSION IF NOT EXISTS " + spelled + clauses;
        schema.extra(new Extra(Extra.Kind.EXTENSION, new ObjectName(namespace, name), null, version).withStated(sql));
        return true;
    }

    /** Reads what follows {@code CREATE SCHEMA}, where that is its name alone. */
    boolean namespace(SqlTokens tokens) {
        tokens.accept("IF", "NOT", "EXISTS");
        String name = SqlNames.unquote(tokens.take());
        if (name.isEmpty() || !tokens.atEnd()) {
            return false;
        }
        schema.namespace(name);
        return true;
    }

    private boolean security(SqlTokens tokens) {
        tokens.accept("IF", "EXISTS");
        tokens.accept("ONLY");
        ObjectName table = AuxiliaryMapper.name(tokens);
        boolean enable = false;
        boolean force = false;
        do {
            if (tokens.accept("ENABLE", "ROW", "LEVEL", "SECURITY")) {
                enable = true;
            } else if (tokens.accept("FORCE", "ROW", "LEVEL", "SECURITY")) {
                force = true;
            } else {
                return false;
            }
        } while (tokens.accept(","));
        if (!tokens.atEnd()) {
            return false;
        }
        boolean[] on = security.computeIfAbsent(table, t -> new boolean[2]);
        on[0] |= enable;
        on[1] |= force;
        return true;
    }
}

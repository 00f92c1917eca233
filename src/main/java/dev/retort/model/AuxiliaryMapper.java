package dev.retort.model;

import dev.retort.schema.Cast;
import dev.retort.schema.Check;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ObjectStatement;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;

/**
 * Maps auxiliary database objects, which Hibernate knows as SQL alone: its own enum types with their casts, and what an application adds. A statement
 * that says none of what a schema holds gets a note.
 */
final class AuxiliaryMapper {

    /** A body in SQL itself, which has semicolons in it. */
    private static final Pattern ATOMIC = Pattern.compile("(?i)\\bbegin\\s+atomic\\b");

    private final Reading reading;
    private final IndexMapper indexes;
    private final Map<ObjectName, Table> tables;
    private final SchemaBuilder schema;
    private final AuxiliaryStates states;
    private final List<ObjectStatement> objects = new ArrayList<>();

    AuxiliaryMapper(Reading reading, Map<ObjectName, Table> tables, SchemaBuilder schema) {
        this.reading = reading;
        this.indexes = new IndexMapper(reading);
        this.tables = tables;
        this.schema = schema;
        this.states = new AuxiliaryStates(tables, schema);
    }

    /** Maps all that PostgreSQL's dialect would create. */
    void map() {
        for (AuxiliaryDatabaseObject object :
                reading.model().metadata().getDatabase().getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(reading.dialect())) {
                for (String sql : statements(object)) {
                    if (!understood(sql)) {
                        note(sql);
                    }
                }
            }
        }
        objects.forEach(object -> schema.extra(object.stated()));
        states.finish().forEach(this::note);
    }

    private void note(String sql) {
        reading.note(
                "auxiliary-object",
                start(sql),
                "The model creates this by SQL, as an auxiliary database object: " + Unread.why(sql),
                "Write it into a revision by hand: " + call(sql));
    }

    /** The statements of an object; several in one text each by itself. */
    private List<String> statements(AuxiliaryDatabaseObject object) {
        List<String> statements = new ArrayList<>();
        for (String sql : object.sqlCreateStrings(reading.model().strings())) {
            if (sql != null && !sql.isBlank()) {
                statements.addAll(ATOMIC.matcher(sql).find() ? List.of(sql) : SqlTokens.statements(sql));
            }
        }
        return statements;
    }

    /** The call of a revision that runs it, as Java on one line. */
    private static String call(String sql) {
        StringBuilder java = new StringBuilder("op.execute(\"");
        sql.strip().chars().forEach(c -> {
            switch (c) {
                case '\n' -> java.append("\\n");
                case '\t' -> java.append("\\t");
                case '"', '\\' -> java.append('\\').append((char) c);
                default -> java.append(Character.isISOControl(c) ? String.format("\\%03o", c) : (char) c + "");
            }
        });
        return java.append("\");").toString();
    }

    private static String start(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, line.offsetByCodePoints(0, 119)) + "…";
    }

    private boolean understood(String sql) {
        String statement = sql.strip();
        SqlTokens tokens =
                new SqlTokens(statement.endsWith(";") ? statement.substring(0, statement.length() - 1) : statement);
        if (!tokens.accept("CREATE")) {
            return states.understood(tokens, statement) || completes(statement);
        } else if (tokens.accept("EXTENSION")) {
            return states.extension(tokens);
        } else if (tokens.accept("SCHEMA")) {
            return states.namespace(tokens);
        }
        tokens.accept("OR", "REPLACE");
        if (tokens.accept("TYPE")) {
            return type(tokens) || object(statement);
        } else if (tokens.accept("CAST")) {
            return cast(tokens) || object(statement);
        } else if (tokens.accept("VIEW")) {
            return view(tokens, false);
        } else if (tokens.accept("MATERIALIZED", "VIEW")) {
            return view(tokens, true);
        } else if (tokens.accept("SEQUENCE")) {
            return sequence(tokens);
        } else if (tokens.accept("DOMAIN")) {
            return domain(tokens);
        } else if (tokens.accept("UNIQUE", "INDEX")) {
            return index(tokens, true);
        }
        return tokens.accept("INDEX") ? index(tokens, false) : object(statement);
    }

    private boolean object(String statement) {
        Optional<ObjectStatement> object = ObjectStatement.parse(statement);
        object.ifPresent(objects::add);
        return object.isPresent();
    }

    /** Adds a statement to the one that began a text search configuration or dictionary. */
    private boolean completes(String statement) {
        for (int at = objects.size() - 1; at >= 0; at--) {
            ObjectStatement begun = objects.get(at);
            if (begun.object().kind().extra() == Extra.Kind.TEXT_SEARCH_CONFIGURATION
                    || begun.object().kind().extra() == Extra.Kind.TEXT_SEARCH_DICTIONARY) {
                Optional<ObjectStatement> whole = ObjectStatement.parse(begun.sql() + ";\n" + statement);
                if (whole.isPresent()) {
                    objects.set(at, whole.get());
                    return true;
                }
            }
        }
        return false;
    }

    static ObjectName name(SqlTokens tokens) {
        tokens.accept("IF", "NOT", "EXISTS");
        String name = tokens.take();
        while (tokens.accept(".")) {
            name += "." + tokens.take();
        }
        return SqlNames.of(name).object();
    }

    private boolean type(SqlTokens tokens) {
        ObjectName name = name(tokens);
        if (tokens.accept("AS", "ENUM")) {
            schema.enumType(new EnumType(
                    name,
                    SqlTokens.list(tokens.parenthesised()).stream()
                            .map(AuxiliaryMapper::string)
                            .toList()));
            return true;
        }
        if (!tokens.accept("AS") || !tokens.peekText().equals("(")) {
            return false;
        }
        List<CompositeType.Attribute> attributes = new ArrayList<>();
        for (String attribute : SqlTokens.list(tokens.parenthesised())) {
            SqlTokens parts = new SqlTokens(attribute);
            attributes.add(new CompositeType.Attribute(SqlNames.unquote(parts.take()), SqlType.parse(parts.rest())));
        }
        schema.composite(new CompositeType(name, attributes));
        return true;
    }

    /** The value of a string literal; Hibernate doubles no quotes, so what follows the first is all the text. */
    private static String string(String literal) {
        String text = literal.strip();
        return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1).replace("''", "'")
                : text;
    }

    private boolean cast(SqlTokens tokens) {
        SqlTokens types = new SqlTokens(tokens.parenthesised());
        String source = types.until(java.util.Set.of("AS"));
        if (!types.accept("AS") || !tokens.accept("WITH", "INOUT", "AS", "IMPLICIT")) {
            return false;
        }
        schema.cast(new Cast(SqlType.parse(source), SqlType.parse(types.rest())));
        return true;
    }

    private boolean view(SqlTokens tokens, boolean materialized) {
        ObjectName name = name(tokens);
        if (!tokens.accept("AS")) {
            return false;
        }
        View view = View.of(name, tokens.rest());
        schema.view(new View(name, view.query(), materialized, view.uses(), view.usesRelations()));
        return true;
    }

    private boolean sequence(SqlTokens tokens) {
        ObjectName name = name(tokens);
        SequenceClauses clauses = SequenceClauses.parse(tokens.rest());
        if (!clauses.unknown().isEmpty() || clauses.ownedBy() != null) {
            return false;
        }
        schema.sequence(new Sequence(name, clauses.options(), null));
        return true;
    }

    private boolean domain(SqlTokens tokens) {
        ObjectName name = name(tokens);
        tokens.accept("AS");
        ColumnDefinition definition = ColumnDefinition.parse(tokens.rest());
        String collation = definition.collation();
        String defaultValue = definition.defaultValue();
        if (!definition.unknown().isEmpty() || definition.type().isEmpty()) {
            return false;
        }
        schema.domain(new Domain(
                name,
                SqlType.parse(definition.type()),
                !definition.notNull(),
                defaultValue == null ? null : Expression.of(defaultValue),
                collation == null ? null : SqlNames.of(collation).catalogSpelling(),
                definition.checks().stream()
                        .map(c -> Check.of(c.name() == null ? null : SqlNames.unquote(c.name()), c.expression()))
                        .toList()));
        return true;
    }

    private boolean index(SqlTokens tokens, boolean unique) {
        tokens.accept("CONCURRENTLY");
        String name = tokens.peek().equals("ON") ? null : name(tokens).name();
        if (!tokens.accept("ON")) {
            return false;
        }
        tokens.accept("ONLY");
        Table table = tables.get(name(tokens));
        String method = tokens.accept("USING") ? Names.fold(tokens.take()) : "btree";
        List<IndexKeyText> keys = SqlTokens.list(tokens.parenthesised()).stream()
                .map(IndexKeyText::parse)
                .toList();
        if (table == null || keys.isEmpty()) {
            return false;
        }
        Index index = indexes.map(
                name,
                keys,
                unique,
                tokens.rest(),
                table.name(),
                table.columnsByName().keySet());
        if (index != null) {
            tables.put(
                    table.name(),
                    table.toBuilder().index(index.withMethod(method)).build());
        }
        return true;
    }
}

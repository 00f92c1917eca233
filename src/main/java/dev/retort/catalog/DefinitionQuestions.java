package dev.retort.catalog;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectDefinition;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ObjectStatement;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks how the catalog's reader prints what is defined by options, such as an operator or a range type, and casts. Each is made in the temporary
 * namespace and read by the query that reads the database.
 */
final class DefinitionQuestions {

    private static final String QUERY = CatalogQuery.text("objects", "n.oid = pg_catalog.pg_my_temp_schema()");

    private static final Pattern METHOD =
            Pattern.compile("(?is)(?:with\\s+function\\s+(?<function>.*?)|(?<out>without)\\s+function|with\\s+inout)"
                    + "(?:\\s+as\\s+(?<context>assignment|implicit))?\\s*");

    private DefinitionQuestions() {}

    static Question of(Extra extra, ObjectDefinition definition, Schema wanted, Schema actual) {
        ObjectStatement statement = definition.statement();
        if (statement.object().kind() == SqlObject.Kind.CAST) {
            return cast(extra, definition);
        }
        ObjectName bare = ObjectQuestions.bare(extra.name());
        boolean operator = extra.kind() == Extra.Kind.OPERATOR;
        String sql = definition.temporary("pg_temp." + (operator ? bare.name() : Quoted.identifier(bare.name())));
        String namespace = "quote_ident(" + Quoted.literal(bare.namespace()) + ") || '.'";
        String printed = "pg_catalog.regexp_replace(x.definition, 'pg_temp_[0-9]+[.]', "
                + ObjectQuestions.replacement(namespace) + ", 'g')";
        if (operator) {
            printed = links(definition, wanted, actual, printed);
        }
        return new Question(
                ObjectQuestions.subject(extra),
                ObjectStatement.fresh(sql) + "\n",
                "select x.name || E'\\n' || " + printed + " from (" + QUERY + ") x where x.kind = "
                        + Quoted.literal(extra.kind().name()) + " limit 1");
    }

    /** The other operators that one names, or that name it, as the server writes them into both. */
    private static String links(ObjectDefinition definition, Schema wanted, Schema actual, String printed) {
        List<String> links = new ArrayList<>();
        for (String key : List.of("commutator", "negator")) {
            link(key, definition, wanted, actual)
                    .ifPresent(other -> links.add("pg_catalog.format(', " + key.toUpperCase(Locale.ROOT)
                            + " = OPERATOR(%I.%s)', " + Quoted.literal(other.namespace()) + ", "
                            + Quoted.literal(other.name()) + ")"));
        }
        return links.isEmpty()
                ? printed
                : "pg_catalog.left(" + printed + ", -1) || " + String.join(" || ", links) + " || ')'";
    }

    private static Optional<ObjectName> link(String key, ObjectDefinition definition, Schema wanted, Schema actual) {
        Optional<ObjectName> own = definition.link(key);
        if (own.isPresent()) {
            return own;
        }
        SqlObject operator = definition.statement().object();
        for (Extra extra : wanted.extras()) {
            Optional<ObjectDefinition> other = definition(extra);
            boolean names = other.flatMap(o -> o.link(key))
                    .filter(operator.bareName()::equals)
                    .isPresent();
            String types =
                    other.map(o -> o.statement().object().argumentTypes()).orElse("");
            if (names && types.equals(key.equals("commutator") ? turned(operator) : operator.argumentTypes())) {
                // The server forgets it where the one that is named was made behind the other.
                return other.map(o -> o.statement().object().bareName()).filter(name -> actual.extras().stream()
                        .filter(is -> is.kind() == Extra.Kind.OPERATOR
                                && ObjectQuestions.bare(is.name()).equals(operator.bareName()))
                        .flatMap(is -> definition(is.withStated("")).stream())
                        .anyMatch(is -> is.link(key).filter(name::equals).isPresent()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ObjectDefinition> definition(Extra extra) {
        return extra.kind() == Extra.Kind.OPERATOR && extra.isManaged()
                ? ObjectStatement.parse(extra.definition()).flatMap(ObjectDefinition::of)
                : Optional.empty();
    }

    /** The operands the other way round. */
    private static String turned(SqlObject operator) {
        String types = operator.argumentTypes();
        int comma = types.indexOf(", ");
        return comma < 0
                ? types
                : "(" + types.substring(comma + 2, types.length() - 1) + ", " + types.substring(1, comma) + ")";
    }

    /** A cast has no namespace to be made in, so the server is asked for its parts alone. */
    private static Question cast(Extra extra, ObjectDefinition definition) {
        List<String> parts = definition.cast();
        Matcher method = METHOD.matcher(parts.get(2));
        if (!method.matches()) {
            return new Question(
                    ObjectQuestions.subject(extra), definition.statement().sql() + "\n", "select null");
        }
        String function = method.group("function");
        String context = method.group("context");
        String how = function == null
                ? "'0'"
                : Quoted.literal(function.strip())
                        + (function.contains("(") ? "::pg_catalog.regprocedure" : "::pg_catalog.regproc")
                        + "::pg_catalog.oid";
        String end = (function != null ? "" : method.group("out") != null ? "WITHOUT FUNCTION" : "WITH INOUT")
                + (context == null ? "" : " AS " + context.toUpperCase(Locale.ROOT));
        return new Question(
                ObjectQuestions.subject(extra),
                String.format(
                        "select pg_catalog.set_config('retort.cast', pg_catalog.format('{%%s,%%s,%%s}',"
                                + " %s::pg_catalog.regtype::pg_catalog.oid, %s::pg_catalog.regtype::pg_catalog.oid, %s), true)",
                        Quoted.literal(parts.get(0)), Quoted.literal(parts.get(1)), how),
                "select pg_catalog.format(E'%s as %s\\nCREATE CAST (%s AS %s) ', s, t, s, t)"
                        + " || case when f is null then '' else pg_catalog.format('WITH FUNCTION %s', f) end || "
                        + Quoted.literal(end)
                        + " from (select pg_catalog.format_type(c.parts[1], null) as s, pg_catalog.format_type(c.parts[2], null) as t,"
                        + " nullif(c.parts[3], 0)::pg_catalog.regprocedure as f"
                        + " from (select pg_catalog.current_setting('retort.cast')::pg_catalog.oid[] as parts) c) x");
    }
}

package dev.retort.catalog;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectDefinition;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ObjectStatement;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlObject;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks how the server prints functions, triggers and their like that a model states by their SQL. A function is made in the temporary namespace, what
 * hangs on a table on a stand-in of that table: nothing that others see is touched or locked.
 */
final class ObjectQuestions {

    private static final String STAND_IN = "retort_wanted";

    private static final String PRINTED = "select pg_catalog.regexp_replace(%s, '(pg_temp(_[0-9]+)?[.])?" + STAND_IN
            + "\\M', %s, 'g') from pg_catalog.%s where %s = 'pg_temp." + STAND_IN
            + "'::pg_catalog.regclass and x.%s = %s";

    private static final Pattern DEFAULT = Pattern.compile("(?i)\\bdefault\\b|\\([^=]*=");

    private ObjectQuestions() {}

    /**
     * Makes the functions, types and their like that the database lacks, for what calls or names them. Which arguments are the same only the server can
     * tell, so what takes some is tried under a name that is there, too: it fails where it is that. One with defaults is not, as calls of that which is
     * there could mean both.
     */
    static List<String> preludes(Schema wanted, Schema actual) {
        List<String> preludes = new ArrayList<>();
        for (Extra extra : wanted.extras()) {
            if (extra.table() == null
                    && extra.kind() != Extra.Kind.EXTENSION
                    && extra.isManaged()
                    && actual.extras().stream().noneMatch(is -> isThere(is, extra))) {
                preludes.add(ObjectStatement.fresh(extra.definition()));
            }
        }
        return preludes;
    }

    private static boolean isThere(Extra is, Extra shall) {
        boolean tried =
                hasArguments(shall) && !DEFAULT.matcher(shall.name().name()).find();
        return is.kind() == shall.kind()
                && (tried ? is.name().equals(shall.name()) : bare(is.name()).equals(bare(shall.name())));
    }

    /** The name of a function without its arguments. */
    static ObjectName bare(ObjectName function) {
        int arguments = function.name().indexOf('(');
        return arguments < 0 ? function : function.sibling(function.name().substring(0, arguments));
    }

    /**
     * The questions on all that is stated and not there in the same words.
     *
     * @param types how to spell a type for the server
     */
    static List<Question.Group> of(Schema wanted, Schema actual, Function<SqlType, String> types) {
        List<Question> routines = new ArrayList<>();
        Map<ObjectName, List<Question>> hanging = new TreeMap<>();
        for (Extra extra : wanted.extras()) {
            Optional<ObjectStatement> statement =
                    extra.isManaged() ? ObjectStatement.parse(extra.definition()) : Optional.empty();
            if (statement.isEmpty() || actual.extras().contains(extra)) {
                continue;
            }
            ObjectName table = extra.table();
            if (table == null) {
                routines.add(ObjectDefinition.of(statement.get())
                        .map(definition -> DefinitionQuestions.of(extra, definition, wanted, actual))
                        .orElseGet(() -> routine(extra, statement.get())));
            } else {
                hanging.computeIfAbsent(table, t -> new ArrayList<>())
                        .add(
                                extra.kind() == Extra.Kind.PARTITION
                                        ? PartitionBounds.question(
                                                extra,
                                                statement.get(),
                                                wanted.tables().get(table))
                                        : hanging(extra, statement.get()));
            }
        }
        List<Question.Group> groups = new ArrayList<>();
        if (!routines.isEmpty()) {
            groups.add(new Question.Group("select 1", routines));
        }
        hanging.forEach((table, questions) -> {
            String standIn = standIn(table, wanted, actual, types);
            if (standIn != null) {
                groups.add(new Question.Group(standIn, questions));
            }
        });
        return groups;
    }

    /** Null where the database has nothing of that name to compare with. */
    private static @Nullable String standIn(
            ObjectName name, Schema wanted, Schema actual, Function<SqlType, String> types) {
        ObjectName root = rootOf(name, actual);
        Table shall = wanted.tables().get(root);
        Table is = actual.tables().get(root);
        if (shall != null && is != null) {
            return TableQuestions.standIn(shall, is, types);
        }
        View view = wanted.views().get(name);
        return view == null || !actual.views().containsKey(name)
                ? null
                : "create temp view \"" + STAND_IN + "\" as " + ViewReader.withoutEnd(view.query()) + "\n";
    }

    /** The table that has the columns of a partition; any other is its own. */
    private static ObjectName rootOf(ObjectName name, Schema actual) {
        return actual.extras().stream()
                .filter(extra ->
                        extra.kind() == Extra.Kind.PARTITION && extra.name().equals(name))
                .map(Extra::table)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(name);
    }

    private static Question routine(Extra extra, ObjectStatement statement) {
        ObjectName name = bare(extra.name());
        return new Question(
                subject(extra),
                ObjectStatement.fresh(statement.renamed("pg_temp." + Quoted.identifier(name.name()), null)) + "\n",
                String.format(
                        // The name with the types of the arguments, a line feed, and the definition under the
                        // name that it shall have.
                        "select pg_catalog.format('%%s(%%s)', p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) || E'\\n' ||"
                                + " pg_catalog.regexp_replace(pg_catalog.pg_get_functiondef(p.oid), 'pg_temp(_[0-9]+)?[.]', %s)"
                                + " from pg_catalog.pg_proc p where p.pronamespace = pg_catalog.pg_my_temp_schema() and p.proname = %s",
                        replacement("quote_ident(" + Quoted.literal(name.namespace()) + ") || '.'"),
                        Quoted.literal(name.name())));
    }

    /** An expression for the text that takes a place in {@code regexp_replace}. */
    static String replacement(String expression) {
        return "pg_catalog.replace(pg_catalog." + expression + ", E'\\\\', E'\\\\\\\\')";
    }

    private static Question hanging(Extra extra, ObjectStatement statement) {
        ObjectName table = extra.table() == null ? extra.name() : extra.table();
        String name = extra.name().name();
        boolean statistics = statement.object().kind() == SqlObject.Kind.STATISTICS;
        return new Question(
                subject(extra),
                ObjectStatement.fresh(statement.renamed(
                                statistics ? "pg_temp." + Quoted.identifier(name) : null, "pg_temp." + STAND_IN))
                        + "\n",
                reading(
                        extra,
                        replacement("format('%I.%I', " + Quoted.literal(table.namespace()) + ", "
                                + Quoted.literal(table.name()) + ")"),
                        Quoted.literal(name)));
    }

    private static String reading(Extra extra, String replacement, String name) {
        return switch (extra.kind()) {
            case TRIGGER ->
                String.format(
                        PRINTED,
                        "pg_catalog.pg_get_triggerdef(x.oid)",
                        replacement,
                        "pg_trigger x",
                        "x.tgrelid",
                        "tgname",
                        name);
            case RULE ->
                String.format(
                        PRINTED,
                        "pg_catalog.pg_get_ruledef(x.oid)",
                        replacement,
                        "pg_rewrite x",
                        "x.ev_class",
                        "rulename",
                        name);
            case POLICY ->
                String.format(
                        PRINTED,
                        "pg_catalog.format('AS %s FOR %s TO %s', case when x.polpermissive then 'PERMISSIVE' else 'RESTRICTIVE' end,"
                                + " case x.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'"
                                + " when 'd' then 'DELETE' else 'ALL' end,"
                                + " (select pg_catalog.string_agg(case when r = 0 then 'PUBLIC'"
                                + " else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(r)) end, ', ' order by 1)"
                                + " from pg_catalog.unnest(x.polroles) r))"
                                + " || coalesce(' USING (' || pg_catalog.pg_get_expr(x.polqual, x.polrelid) || ')', '')"
                                + " || coalesce(' WITH CHECK (' || pg_catalog.pg_get_expr(x.polwithcheck, x.polrelid) || ')', '')",
                        replacement,
                        "pg_policy x",
                        "x.polrelid",
                        "polname",
                        name);
            default ->
                String.format(
                        PRINTED,
                        "pg_catalog.regexp_replace(pg_catalog.pg_get_statisticsobjdef(x.oid), 'pg_temp(_[0-9]+)?[.]', "
                                + replacement("quote_ident("
                                        + Quoted.literal(extra.name().namespace()) + ") || '.'") + ")",
                        replacement,
                        "pg_statistic_ext x",
                        "x.stxrelid",
                        "stxname",
                        name);
        };
    }

    /** Without those of objects that the database has not, and so has nothing to compare with. */
    static Map<Subject, String> ofWhatIsThere(Map<Subject, String> failures, Schema actual) {
        Map<Subject, String> left = new LinkedHashMap<>(failures);
        left.keySet()
                .removeIf(subject -> subject.kind() == Subject.Kind.OBJECT
                        && actual.extras().stream()
                                .noneMatch(is -> hasArguments(is)
                                        ? bare(is.name()).equals(bare(subject.object()))
                                        : subject(is).equals(subject)));
        return left;
    }

    /** Whether the types that it takes are a part of its name. */
    static boolean hasArguments(Extra extra) {
        return SqlObject.of(extra)
                .filter(object -> object.kind().hasArguments())
                .isPresent();
    }

    static Subject subject(Extra extra) {
        ObjectName table = extra.table();
        return new Subject(
                Subject.Kind.OBJECT,
                table == null ? extra.name() : table,
                SqlObject.of(extra).map(SqlObject::display).orElse(extra.name().name()));
    }
}

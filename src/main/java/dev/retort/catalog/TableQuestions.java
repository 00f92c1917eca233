package dev.retort.catalog;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what to ask about one table: the wanted texts that none of the actual table's equals while one of those is left over to equal them. */
final class TableQuestions {

    private static final String STAND_IN = "pg_temp.\"retort_wanted\"";

    private static final String CONSTRAINT =
            "select pg_catalog.%s from pg_catalog.pg_constraint k where k.conname = 'retort_asked'"
                    + " and k.conrelid = '" + STAND_IN + "'::pg_catalog.regclass";

    private static final String PRINTED = "pg_get_expr(k.conbin, k.conrelid)";

    private static final String DEFAULT =
            "select pg_catalog.pg_get_expr(d.adbin, d.adrelid) from pg_catalog.pg_attrdef d"
                    + " join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum"
                    + " where d.adrelid = '" + STAND_IN + "'::pg_catalog.regclass and a.attname = %s";

    private static final String GENERATED = "retort_generated";

    private final Table wanted;
    private final Table actual;
    private final Function<SqlType, String> types;
    private final Map<Subject, Question> questions = new LinkedHashMap<>();

    private TableQuestions(Table wanted, Table actual, Function<SqlType, String> types) {
        this.wanted = wanted;
        this.actual = actual;
        this.types = types;
    }

    /**
     * The questions on a table; none where nothing differs.
     *
     * @param types how to spell a type for the server
     */
    static List<Question.Group> of(Table wanted, Table actual, Function<SqlType, String> types) {
        TableQuestions finder = new TableQuestions(wanted, actual, types);
        finder.columns();
        finder.unmatched(checks(wanted), checks(actual)).forEach(finder::condition);
        finder.unmatched(predicates(wanted), predicates(actual)).forEach(finder::condition);
        finder.unmatched(values(wanted), values(actual)).forEach(finder::value);
        finder.unmatched(exclusions(wanted), exclusions(actual)).forEach(finder::exclusion);
        finder.partitionKey();
        finder.toast();
        return finder.questions.isEmpty()
                ? List.of()
                : List.of(new Question.Group(finder.standIn(), List.copyOf(finder.questions.values())));
    }

    static List<Expression> checks(Table table) {
        return table.checks().stream().map(Check::expression).toList();
    }

    static List<Expression> predicates(Table table) {
        return table.indexes().stream()
                .map(Index::predicate)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    static List<Expression> values(Table table) {
        return table.indexes().stream()
                .flatMap(index -> index.keys().stream())
                .map(Index.Key::expression)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    static List<String> exclusions(Table table) {
        return table.exclusions().stream().map(Exclusion::definition).toList();
    }

    /** The wanted ones that are not there, unless all that are there are wanted: then these are plainly new. */
    private <T> List<T> unmatched(List<T> wantedOnes, List<T> actualOnes) {
        Collection<T> present = new HashSet<>(actualOnes);
        Collection<T> left = new HashSet<>(actualOnes);
        wantedOnes.forEach(left::remove);
        return left.isEmpty()
                ? List.of()
                : wantedOnes.stream().filter(one -> !present.contains(one)).toList();
    }

    private void columns() {
        Map<String, Column> there = actual.columnsByName();
        for (Column column : wanted.columns()) {
            Column present = there.get(column.name());
            if (present == null) {
                continue;
            }
            Expression value = column.defaultValue();
            if (value != null && present.defaultValue() != null && !value.equals(present.defaultValue())) {
                ask(
                        Subject.Kind.DEFAULT,
                        column.name(),
                        "alter table " + STAND_IN + " alter column " + Quoted.identifier(column.name())
                                + " set default " + enclosed(value.sql()),
                        String.format(DEFAULT, Quoted.literal(column.name())));
            }
            if (column.generated() != null
                    && present.generated() != null
                    && !column.generated()
                            .expression()
                            .equals(present.generated().expression())) {
                ask(
                        Subject.Kind.GENERATED,
                        column.name(),
                        "alter table " + STAND_IN + " add column " + GENERATED + " " + typeOf(column)
                                + " generated always as "
                                + enclosed(column.generated().expression().sql()) + " stored",
                        String.format(DEFAULT, Quoted.literal(GENERATED)));
            }
        }
    }

    /** A check and a predicate are stored and printed alike, and a check has no need of an index's key. */
    private void condition(Expression expression) {
        ask(
                Subject.Kind.CONDITION,
                expression.sql(),
                constraint("check " + enclosed(expression.sql())),
                String.format(CONSTRAINT, PRINTED));
    }

    /** Within a check, an expression needs no operator class and no immutability; {@link #withoutNullTest} takes the test off again. */
    private void value(Expression expression) {
        ask(
                Subject.Kind.VALUE,
                expression.sql(),
                constraint("check (" + enclosed(expression.sql()) + " is not null)"),
                String.format(CONSTRAINT, PRINTED));
    }

    /** What {@code pg_get_expr} prints for {@code x IS NOT NULL}, without the test. */
    static String withoutNullTest(String printed) {
        String end = printed.endsWith(" IS NOT NULL)") ? " IS NOT NULL)" : " IS DISTINCT FROM NULL)";
        return printed.startsWith("(") && printed.endsWith(end)
                ? printed.substring(1, printed.length() - end.length())
                : printed;
    }

    private void exclusion(String definition) {
        ask(
                Subject.Kind.EXCLUSION,
                definition,
                constraint(definition),
                String.format(CONSTRAINT, "pg_get_constraintdef(k.oid)"));
    }

    private void partitionKey() {
        String key = wanted.options() == null ? "" : wanted.options().partitionKey();
        String present = actual.options() == null ? "" : actual.options().partitionKey();
        if (!key.isEmpty() && !present.isEmpty() && !key.equals(present)) {
            ask(
                    Subject.Kind.PARTITION_KEY,
                    key,
                    "create temp table \"retort_parted\" (like " + STAND_IN + ") partition by " + key + "\n",
                    "select pg_catalog.pg_get_partkeydef('pg_temp.\"retort_parted\"'::pg_catalog.regclass)");
        }
    }

    /** A table of short values has no place for long ones, and forgets what was said of it. */
    private void toast() {
        if (TableOptions.toast(wanted.options()).isEmpty()
                || TableOptions.toast(actual.options()).equals(TableOptions.toast(wanted.options()))) {
            return;
        }
        ask(
                Subject.Kind.TOAST,
                "",
                "select 1",
                "select (c.reltoastrelid <> 0)::text from pg_catalog.pg_class c where c.oid = '" + STAND_IN
                        + "'::pg_catalog.regclass");
    }

    private void ask(Subject.Kind kind, String text, String statement, String reading) {
        Subject subject = new Subject(kind, wanted.name(), text);
        questions.put(subject, new Question(subject, statement, reading));
    }

    private static String constraint(String definition) {
        return "alter table " + STAND_IN + " add constraint retort_asked " + definition + "\n";
    }

    /** A comment at the end of a text would swallow what follows on its line. */
    static String enclosed(String text) {
        return "(" + text + "\n)";
    }

    /** The statement that makes a table to stand in for one. */
    static String standIn(Table wanted, Table actual, Function<SqlType, String> types) {
        return new TableQuestions(wanted, actual, types).standIn();
    }

    /** A table with the wanted columns, and those that only the database has: a check may speak of them. */
    private String standIn() {
        StringJoiner columns = new StringJoiner(", ", "create temp table \"retort_wanted\" (", ")");
        wanted.columns().forEach(column -> columns.add(Quoted.identifier(column.name()) + " " + typeOf(column)));
        Map<String, Column> named = wanted.columnsByName();
        actual.columns().stream()
                .filter(column -> !named.containsKey(column.name()))
                .forEach(column -> columns.add(Quoted.identifier(column.name()) + " " + typeOf(column)));
        return columns.toString();
    }

    private String typeOf(Column column) {
        String type = types.apply(column.type());
        return column.collation() == null
                ? type
                : type + " collate " + collation(Objects.requireNonNull(column.collation()));
    }

    static String collation(String collation) {
        ObjectName name = ObjectName.parse(collation);
        return name.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                ? Quoted.identifier(name.name())
                : Quoted.name(name);
    }
}

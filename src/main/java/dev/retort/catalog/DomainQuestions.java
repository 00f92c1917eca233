package dev.retort.catalog;

import dev.retort.schema.Check;
import dev.retort.schema.Domain;
import dev.retort.schema.Expression;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds what to ask about a domain: its default and its checks. */
final class DomainQuestions {

    private static final String STAND_IN = "pg_temp.\"retort_wanted\"";

    private static final String TYPE = "'" + STAND_IN + "'::pg_catalog.regtype";

    private static final String CHECK = "select pg_catalog.pg_get_expr(k.conbin, 0) from pg_catalog.pg_constraint k"
            + " where k.conname = 'retort_asked' and k.contypid = " + TYPE;

    private static final String DEFAULT =
            "select pg_catalog.pg_get_expr(t.typdefaultbin, 0) from pg_catalog.pg_type t where t.oid = " + TYPE;

    private DomainQuestions() {}

    /** The questions on a domain; none where nothing differs. */
    static List<Question.Group> of(Domain wanted, Domain actual, Function<SqlType, String> types) {
        List<Question> questions = new ArrayList<>();
        Expression value = wanted.defaultValue();
        if (value != null && actual.defaultValue() != null && !value.equals(actual.defaultValue())) {
            questions.add(new Question(
                    new Subject(Subject.Kind.DOMAIN_DEFAULT, wanted.name(), ""),
                    "alter domain " + STAND_IN + " set default " + TableQuestions.enclosed(value.sql()),
                    DEFAULT));
        }
        List<Expression> present = checks(actual);
        if (!checks(wanted).containsAll(present)) {
            checks(wanted).stream()
                    .filter(check -> !present.contains(check))
                    .distinct()
                    .forEach(check -> questions.add(new Question(
                            new Subject(Subject.Kind.DOMAIN_CHECK, wanted.name(), check.sql()),
                            "alter domain " + STAND_IN + " add constraint retort_asked check "
                                    + TableQuestions.enclosed(check.sql()),
                            CHECK)));
        }
        String collation = wanted.collation();
        String setup = "create domain " + STAND_IN + " as " + types.apply(wanted.base())
                + (collation == null ? "" : " collate " + TableQuestions.collation(collation));
        return questions.isEmpty() ? List.of() : List.of(new Question.Group(setup, questions));
    }

    static List<Expression> checks(Domain domain) {
        return domain.checks().stream().map(Check::expression).toList();
    }
}

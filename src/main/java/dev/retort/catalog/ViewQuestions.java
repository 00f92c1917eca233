package dev.retort.catalog;

import dev.retort.schema.Schema;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Finds which views' queries to ask about: those that are there with another text. */
final class ViewQuestions {

    private static final String READING =
            "select pg_catalog.pg_get_viewdef('pg_temp.\"retort_wanted\"'::pg_catalog.regclass)";

    private ViewQuestions() {}

    /** The questions on all views, as one group. */
    static List<Question.Group> of(Schema wanted, Schema actual) {
        List<Question> questions = new ArrayList<>();
        wanted.views().forEach((name, view) -> {
            View present = actual.views().get(name);
            if (present != null && !present.query().equals(view.query())) {
                questions.add(new Question(
                        new Subject(Subject.Kind.VIEW, name, ""),
                        "create temp view \"retort_wanted\" as " + ViewReader.withoutEnd(view.query()) + "\n",
                        READING));
            }
        });
        return questions.isEmpty() ? List.of() : List.of(new Question.Group("select 1", questions));
    }
}

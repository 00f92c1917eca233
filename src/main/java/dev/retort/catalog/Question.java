package dev.retort.catalog;

import java.util.List;

/**
 * A question to the server: a statement that makes it store a text, and a query for the text as it prints it.
 *
 * @param subject what is asked about
 */
record Question(Subject subject, String statement, String reading) {

    /**
     * Questions on one object.
     *
     * @param setup the statement that makes the object's stand-in, undone after the questions
     */
    record Group(String setup, List<Question> questions) {

        Group {
            questions = List.copyOf(questions);
        }
    }
}

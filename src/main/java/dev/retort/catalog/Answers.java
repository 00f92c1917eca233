package dev.retort.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * What the server said.
 *
 * @param printed the server's spelling of a subject
 * @param failures the server's reason for having none
 */
record Answers(Map<Subject, String> printed, Map<Subject, String> failures) {

    static final Answers NONE = new Answers(Map.of(), Map.of());

    Optional<String> printed(Subject subject) {
        return Optional.ofNullable(printed.get(subject));
    }
}

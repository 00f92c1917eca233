package dev.retort.catalog;

import dev.retort.database.Database;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Has the server spell what a model wants, where its text differs from the database's: defaults, generated columns, checks, the expressions and
 * predicates of indexes, exclusions, domains, views. All goes in one batch, into temporary objects of a transaction that is rolled back.
 */
public final class Canonicalizer {

    private Canonicalizer() {}

    /**
     * The wanted schema with the database's own text wherever that says the same. Where nothing differs no connection is opened. What is wanted under a
     * name that the database does not have is not asked about: settle renames first.
     *
     * @throws dev.retort.DatabaseException if the server cannot be reached
     */
    public static Canonical canonicalize(Schema wanted, Schema actual, Database database) {
        return canonicalize(wanted, actual, List.of(), database);
    }

    /**
     * The same for a database that still has its types under their old names.
     *
     * @param actual by the new names
     * @param renames the statements that give the types and values their new names, for the transaction alone; one that fails, as it needs the owner, is
     *     done without
     * @throws dev.retort.DatabaseException if the server cannot be reached
     */
    public static Canonical canonicalize(Schema model, Schema actual, List<String> renames, Database database) {
        Schema wanted = UserCollations.resolved(model, actual);
        Set<String> unknown = UserTypes.unknown(wanted, actual);
        List<Question.Group> groups = questions(wanted, actual, unknown);
        if (unknown.isEmpty() && groups.isEmpty()) {
            return new Canonical(wanted, List.of());
        }
        try (Connection connection = database.connect();
                Interview interview = new Interview(connection)) {
            Map<String, SqlType> types = unknown.isEmpty() ? Map.of() : interview.types(unknown);
            Schema resolved = UserTypes.resolved(wanted, types);
            List<Question.Group> asked = types.isEmpty() ? groups : questions(resolved, actual, unknown);
            List<String> preludes = new ArrayList<>(renames);
            // What a rename could not bring is made.
            preludes.addAll(NewTypes.statements(
                    resolved, renames.isEmpty() ? actual : Schema.builder().build()));
            preludes.addAll(ObjectQuestions.preludes(resolved, actual));
            // What failed, as it names something that was made behind it, is made now.
            preludes.addAll(List.copyOf(preludes));
            Answers answers = asked.isEmpty() ? Answers.NONE : interview.ask(preludes, asked);
            return new Canonical(
                    new Settling(answers).settle(resolved, actual),
                    failures(ObjectQuestions.ofWhatIsThere(answers.failures(), actual)),
                    unknown.stream().filter(name -> !types.containsKey(name)).collect(Collectors.toSet()));
        } catch (SQLException e) {
            String reason = ServerMessage.of(e);
            Map<Subject, String> failures = new LinkedHashMap<>();
            groups.forEach(group -> group.questions().forEach(question -> failures.put(question.subject(), reason)));
            return new Canonical(
                    Settling.blindly().settle(wanted, actual),
                    failures.isEmpty() ? typesNotFound(unknown, reason) : failures(failures));
        }
    }

    private static List<Question.Group> questions(Schema wanted, Schema actual, Set<String> unknown) {
        Function<SqlType, String> types = type -> spelled(type, unknown);
        List<Question.Group> groups = new ArrayList<>();
        wanted.tables().forEach((name, table) -> actual.table(name)
                .ifPresent(there -> groups.addAll(TableQuestions.of(table, there, types))));
        wanted.domains().forEach((name, domain) -> {
            Domain there = actual.domains().get(name);
            if (there != null) {
                groups.addAll(DomainQuestions.of(domain, there, types));
            }
        });
        groups.addAll(ViewQuestions.of(wanted, actual));
        groups.addAll(ObjectQuestions.of(wanted, actual, types));
        return groups;
    }

    /** A type that nobody knows goes without a namespace, for the search path to find. */
    private static String spelled(SqlType type, Set<String> unknown) {
        ObjectName name = type.userType();
        boolean bare =
                name != null && name.namespace().equals(ObjectName.DEFAULT_NAMESPACE) && unknown.contains(name.name());
        String full = Quoted.type(type);
        return bare
                ? full.substring(Quoted.identifier(ObjectName.DEFAULT_NAMESPACE).length() + 1)
                : full;
    }

    private static List<String> failures(Map<Subject, String> failures) {
        return failures.entrySet().stream()
                .map(failure -> failure.getKey().words() + " could not be compared: " + failure.getValue())
                .sorted()
                .toList();
    }

    private static List<String> typesNotFound(Set<String> unknown, String reason) {
        return unknown.stream()
                .map(name -> "type " + name + " could not be looked up: " + reason)
                .toList();
    }
}

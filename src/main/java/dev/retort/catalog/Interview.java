package dev.retort.catalog;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the server in a transaction that is rolled back: two round trips at most, however many questions. */
final class Interview implements AutoCloseable {

    private final Connection connection;

    Interview(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Where the server has types that are known by a bare name; those that it has not, or in several places, are left out. */
    Map<String, SqlType> types(Collection<String> names) throws SQLException {
        Map<String, SqlType> found = new HashMap<>();
        int version = connection.getMetaData().getDatabaseMajorVersion();
        try (PreparedStatement statement =
                connection.prepareStatement(CatalogQuery.text("resolve", version, Scope.ALL))) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ObjectName name = Rows.name(rows);
                    found.put(
                            Rows.text(rows, "wanted"),
                            name.namespace().equals("pg_catalog")
                                    ? SqlType.builtin(Rows.text(rows, "printed"))
                                    : SqlType.user(name));
                }
            }
        }
        return found;
    }

    /**
     * The answers to questions.
     *
     * @param preludes statements that go before, each of which may fail
     */
    Answers ask(List<String> preludes, List<Question.Group> groups) throws SQLException {
        List<String> setups = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (Question.Group group : groups) {
            setups.add(group.setup());
            group.questions().forEach(question -> {
                owners.add(setups.size());
                questions.add(question);
            });
        }
        int version = connection.getMetaData().getDatabaseMajorVersion();
        String batch = String.join(
                ";\n",
                "set transaction read write",
                "set local client_min_messages = error",
                "select set_config('retort.search_path', current_setting('search_path') || ', public', true)",
                CatalogQuery.text("session", version, Scope.ALL),
                CatalogQuery.text("ask", version, Scope.ALL),
                "select question, printed, failure from pg_temp.retort_ask(?, ?, ?, ?, ?)");
        try (PreparedStatement statement = connection.prepareStatement(batch)) {
            statement.setArray(1, connection.createArrayOf("text", preludes.toArray()));
            statement.setArray(2, connection.createArrayOf("text", setups.toArray()));
            statement.setArray(3, connection.createArrayOf("int4", owners.toArray()));
            statement.setArray(
                    4, texts(questions.stream().map(Question::statement).toList()));
            statement.setArray(
                    5, texts(questions.stream().map(Question::reading).toList()));
            statement.execute();
            for (int before = 0; before < 5; before++) {
                statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return answers(rows, questions);
            }
        }
    }

    private java.sql.Array texts(List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static Answers answers(ResultSet rows, List<Question> questions) throws SQLException {
        Map<Subject, String> printed = new HashMap<>();
        Map<Subject, String> failures = new HashMap<>();
        while (rows.next()) {
            Subject subject = questions.get(rows.getInt("question") - 1).subject();
            String text = rows.getString("printed");
            if (text != null) {
                printed.put(subject, text);
            } else {
                failures.put(subject, Rows.textOrEmpty(rows, "failure"));
            }
        }
        return new Answers(printed, failures);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
    }
}

package dev.retort.migration;

import dev.retort.RevisionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** SQL with named parameters, the value of each known. It runs bound, and prints with the values written in; both mean the same to PostgreSQL. */
public final class BoundSql {

    private final String sql;
    private final List<SqlScanner.Part> parts;
    private final Map<String, SqlLiteral> values;

    private BoundSql(String sql, List<SqlScanner.Part> parts, Map<String, SqlLiteral> values) {
        this.sql = sql;
        this.parts = parts;
        this.values = values;
    }

    /** SQL as it is, colons included. */
    public static BoundSql plain(String sql) {
        return new BoundSql(sql, List.of(), Map.of());
    }

    /**
     * SQL with a value for each {@code :name} in it.
     *
     * @throws RevisionException if a name has no value, a value no name, or PostgreSQL no place for the value's class
     */
    public static BoundSql of(String sql, Map<String, ? extends @Nullable Object> parameters) {
        Map<String, SqlLiteral> values = new HashMap<>();
        parameters.forEach((name, value) -> values.put(name, SqlLiteral.of(value)));
        List<SqlScanner.Part> parts = SqlScanner.parts(sql);
        Set<String> unused = new TreeSet<>(values.keySet());
        Set<String> missing = new TreeSet<>();
        for (SqlScanner.Part part : parts) {
            if (part.kind() == SqlScanner.Kind.PARAMETER) {
                unused.remove(part.text());
                if (!values.containsKey(part.text())) {
                    missing.add(part.text());
                }
            }
        }
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw mismatch(missing, unused);
        }
        return values.isEmpty() ? plain(sql) : new BoundSql(sql, parts, values);
    }

    private static RevisionException mismatch(Set<String> missing, Set<String> unused) {
        String reason = missing.isEmpty()
                ? "The SQL has no :" + String.join(", no :", unused) + "."
                : "There is no value for :" + String.join(", :", missing)
                        + (unused.isEmpty() ? "." : ", and the SQL has no :" + String.join(", no :", unused) + ".");
        return new RevisionException(
                "Parameters and SQL do not fit",
                reason,
                "Give exactly one value for each name; a colon that is no parameter needs a blank after it.");
    }

    /** The SQL as the revision has it. */
    public String sql() {
        return sql;
    }

    /** The SQL with the values written in as literals. */
    public String literal() {
        if (parts.isEmpty()) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        for (SqlScanner.Part part : parts) {
            text.append(part.kind() == SqlScanner.Kind.PARAMETER ? value(part).typed() : part.text());
        }
        return text.toString();
    }

    /** Runs it; what it answers is not looked at. */
    public void execute(Connection connection) throws SQLException {
        if (parts.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            }
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(placeholders())) {
            bind(statement);
            statement.execute();
        }
    }

    /** Runs it and reads all rows; none where it is no query. */
    public List<Row> query(Connection connection) throws SQLException {
        if (parts.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                return rows(statement, statement.execute(sql));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(placeholders())) {
            bind(statement);
            return rows(statement, statement.execute());
        }
    }

    private static List<Row> rows(Statement statement, boolean answered) throws SQLException {
        if (!answered) {
            return List.of();
        }
        try (ResultSet result = statement.getResultSet()) {
            return Row.all(result);
        }
    }

    /** Each value goes as text of no type with a cast behind it, so that the server reads it as it reads the literal. */
    private String placeholders() {
        StringBuilder text = new StringBuilder();
        for (SqlScanner.Part part : parts) {
            switch (part.kind()) {
                case PARAMETER -> text.append(value(part).placeholder());
                case CODE -> text.append(part.text().replace("?", "??"));
                case QUOTED -> text.append(part.text());
            }
        }
        return text.toString();
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (SqlScanner.Part part : parts) {
            if (part.kind() == SqlScanner.Kind.PARAMETER) {
                String text = value(part).text();
                if (text != null) {
                    statement.setObject(index++, text, Types.OTHER);
                }
            }
        }
    }

    private SqlLiteral value(SqlScanner.Part parameter) {
        SqlLiteral value = values.get(parameter.text());
        if (value == null) {
            throw new IllegalStateException("no value for " + parameter.text());
        }
        return value;
    }

    @Override
    public String toString() {
        return sql;
    }
}

package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said to rewrite a table is what the server gives another file. */
class RewritesTest {

    private static final List<String> TYPES = List.of(
            "smallint",
            "integer",
            "bigint",
            "oid",
            "real",
            "double precision",
            "numeric",
            "numeric(10,2)",
            "numeric(12,2)",
            "numeric(12,3)",
            "numeric(8)",
            "text",
            "character varying",
            "character varying(10)",
            "character varying(20)",
            "character(5)",
            "character(9)",
            "bit(4)",
            "bit varying",
            "bit varying(4)",
            "bit varying(9)",
            "date",
            "time(3) without time zone",
            "time without time zone",
            "timestamp(3) without time zone",
            "timestamp without time zone",
            "timestamp(3) with time zone",
            "timestamp with time zone",
            "interval",
            "interval(3)",
            "json",
            "jsonb",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "uuid",
            "boolean",
            "bytea",
            "text[]",
            "character varying(10)[]",
            "character varying(20)[]",
            "character varying[]",
            "integer[]",
            "bigint[]");

    @Test
    void theServerAgreesAboutEveryPair() throws SQLException {
        List<String> wrong = new ArrayList<>();
        int pairs = 0;
        try (Connection connection = TestServer.fresh().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
            for (String from : TYPES) {
                for (String to : TYPES) {
                    if (from.equals(to) || !TypeCasts.automatic(type(from), type(to))) {
                        continue;
                    }
                    pairs++;
                    statement.execute("DROP TABLE IF EXISTS t");
                    statement.execute("CREATE TABLE t (c " + from + ")");
                    long before = file(statement);
                    statement.execute("ALTER TABLE t ALTER c TYPE " + to);
                    if (Rewrites.rewrites(type(from), type(to)) != (file(statement) != before)) {
                        wrong.add(from + " -> " + to);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(pairs).isGreaterThan(200);
    }

    private static long file(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT pg_relation_filenode('t')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static SqlType type(String text) {
        boolean array = text.endsWith("[]");
        String element = array ? text.substring(0, text.length() - 2) : text;
        String modifiers = element.contains("(") ? element.replaceAll(".*\\((.*)\\).*", "$1") : "";
        return new SqlType(null, element.replaceAll("\\(.*\\)", ""), modifiers, array);
    }
}

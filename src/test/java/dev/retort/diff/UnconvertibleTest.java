package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The condition against what the server converts in truth. */
class UnconvertibleTest {

    private static final List<String> TEXTS = List.of(
            "1",
            " -7 ",
            "+0",
            "1.5",
            ".5",
            "1e3",
            "NaN",
            "-infinity",
            "x",
            "",
            "1 2",
            "0x",
            "t",
            "off",
            "maybe",
            "TRUE",
            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
            "{A0EEBC999C0B4EF8BB6D6BB9BD380A11}",
            "a0eebc99",
            "BASIC");

    @Test
    void itFindsWhatTheServerRefuses() throws SQLException {
        Database database = TestServer.fresh();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TYPE tier AS ENUM ('BASIC', 't')");
            EnumType tier = new EnumType(ObjectName.of("tier"), List.of("BASIC", "t"));
            for (String type : List.of("integer", "numeric", "double precision", "uuid", "boolean", "tier")) {
                SqlType to = type.equals("tier") ? SqlType.user(tier.name()) : SqlType.parse(type);
                String condition =
                        Unconvertible.condition("v", SqlType.parse("text"), to, type.equals("tier") ? tier : null);
                for (String text : TEXTS) {
                    boolean told =
                            is(statement, "SELECT " + condition + " FROM (VALUES (" + literal(text) + ")) AS r(v)");
                    assertThat(told).as("%s as %s", text, type).isEqualTo(!converts(statement, text, type));
                }
            }
        }
    }

    @Test
    void itSaysNothingOfWhatHasManySpellings() {
        assertThat(Unconvertible.condition("v", SqlType.parse("text"), SqlType.parse("date"), null))
                .isNull();
    }

    private static boolean converts(Statement statement, String text, String type) {
        try {
            statement.executeQuery("SELECT " + literal(text) + "::text::" + type);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static boolean is(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static String literal(String text) {
        return SqlText.literal(text);
    }
}

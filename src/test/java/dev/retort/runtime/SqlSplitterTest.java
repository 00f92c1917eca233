package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlSplitterTest {

    @Test
    void cutsAtSemicolonsOutsideQuotesAndComments() {
        assertThat(SqlSplitter.split("a; b ;; -- c; d\n/* e; /* f; */ ; */ ; 'g;''h' \"i;\"\"j\" E'k\\';l'; 'm\\'; n;"))
                .containsExactly("a", "b", "'g;''h' \"i;\"\"j\" E'k\\';l'", "'m\\'", "n");
        assertThat(SqlSplitter.split("SELECT $$a;b$$; SELECT $x$ ; $$ ; $x$; SELECT $1; SELECT a$b; c$d"))
                .containsExactly("SELECT $$a;b$$", "SELECT $x$ ; $$ ; $x$", "SELECT $1", "SELECT a$b", "c$d");
        assertThat(SqlSplitter.split(
                        "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT ')'); SELECT E'a'\n'\\';b'; SELECT 2"))
                .containsExactly(
                        "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT ')')",
                        "SELECT E'a'\n'\\';b'",
                        "SELECT 2");
        assertThat(SqlSplitter.split("-- nothing")).isEmpty();
        assertThat(SqlSplitter.split("")).isEmpty();
    }

    @Test
    void keepsTheBodyOfAnAtomicFunctionWhole() {
        String function =
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END";
        assertThat(SqlSplitter.split(function + "; SELECT 1")).containsExactly(function, "SELECT 1");
        assertThat(SqlSplitter.split("BEGIN; SELECT 1; END; SELECT 2"))
                .containsExactly("BEGIN", "SELECT 1", "END", "SELECT 2");
    }

    @Test
    void sendsByItselfWhatTheDriverDoesNotSeeTheEndOf() {
        String function = "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END";
        assertThat(SqlSplitter.messages(function + ";\nGRANT EXECUTE ON FUNCTION f() TO PUBLIC;"))
                .containsExactly(function, "GRANT EXECUTE ON FUNCTION f() TO PUBLIC");
        for (String whole : List.of("SELECT 1; SELECT 2", function + ";", "-- atomic", "SELECT 'ATOMIC'")) {
            assertThat(SqlSplitter.messages(whole)).containsExactly(whole);
        }
    }
}

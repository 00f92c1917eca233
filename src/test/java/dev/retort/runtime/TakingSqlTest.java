package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQL of a revision's own takes away. */
class TakingSqlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TABLE a                                                 | public.a
            drop table if exists A, "B.c", s.d cascade                   | public.a public."B.c" s.d
            TRUNCATE a                                                   | public.a
            truncate table only s.a *, b restart identity                | s.a public.b
            DELETE FROM a                                                | public.a
            DELETE FROM a WHERE id = 3                                   | ''
            ALTER TABLE ONLY a DROP COLUMN b                             | public.a.b
            ALTER TABLE a ADD c int DEFAULT f(1, 2), DROP IF EXISTS "B"  | public.a.B
            ALTER TABLE a DROP CONSTRAINT b                              | ''
            ALTER TABLE a ALTER c DROP NOT NULL, ALTER d DROP DEFAULT    | ''
            DROP SCHEMA s CASCADE                                        | ?
            DO $$ BEGIN DROP TABLE a; END $$                             | ?
            DO $$ BEGIN PERFORM 1; END $$                                | ''
            CREATE FUNCTION f() RETURNS void AS 'TRUNCATE a' LANGUAGE sql| ''
            CREATE TRIGGER t BEFORE TRUNCATE ON a EXECUTE FUNCTION f()   | ''
            REVOKE TRUNCATE ON a FROM b                                  | ''
            INSERT INTO a VALUES ('DROP TABLE a; TRUNCATE b')            | ''
            SELECT 1; /* DROP TABLE b */ DROP TABLE a -- TRUNCATE c      | public.a
            DROP TABLE                                                   | ?
            """)
    void tells(String sql, String taken) {
        assertThat(TakingSql.of(sql).stream()
                        .map(one -> one.table() == null
                                ? "?"
                                : one.table() + (one.column() == null ? "" : "." + one.column()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(taken);
    }
}

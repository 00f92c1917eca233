package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQL of a revision's own can do to rows. */
class RowSqlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GRANT INSERT, UPDATE (a) ON t TO "r"                                  | no
            revoke delete on t from public                                        | no
            /* x */ COMMENT ON TABLE t IS 'DELETE FROM t; x'                      | no
            ANALYZE t                                                             | no
            SET LOCAL lock_timeout = '1s'                                         | no
            CREATE FUNCTION f() RETURNS void AS $$ DELETE FROM t; $$ LANGUAGE sql | no
            CREATE OR REPLACE TRIGGER g AFTER DELETE ON t EXECUTE FUNCTION f()    | no
            CREATE EXTENSION IF NOT EXISTS pg_trgm                                | no
            CREATE RULE r AS ON DELETE TO t DO ALSO (DELETE FROM u; DELETE FROM v)| no
            DROP VIEW IF EXISTS v CASCADE                                         | no
            DROP FUNCTION f()                                                     | no
            DROP FUNCTION f() CASCADE                                             | yes
            DROP TYPE x                                                           | no
            DROP TYPE x CASCADE                                                   | yes
            DROP TABLE t                                                          | yes
            ALTER DEFAULT PRIVILEGES GRANT DELETE ON TABLES TO r                  | no
            ALTER TABLE t ENABLE ROW LEVEL SECURITY, OWNER TO r                   | no
            ALTER TABLE t ADD CHECK (a > 0), ALTER b DROP NOT NULL                | no
            ALTER TABLE t ADD a int, DROP CONSTRAINT c                            | no
            ALTER TABLE t DROP b                                                  | yes
            ALTER TABLE t ALTER b SET DATA TYPE int                               | yes
            ALTER TABLE t ALTER b TYPE int USING b::int                           | yes
            ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX i                   | no
            ALTER TABLE t RENAME a TO b                                           | yes
            ALTER TABLE t ATTACH PARTITION u DEFAULT                              | yes
            ALTER TYPE x ADD VALUE 'a'                                            | no
            ALTER TYPE x RENAME VALUE 'a' TO 'b'                                  | yes
            ALTER TYPE x DROP ATTRIBUTE a CASCADE                                 | yes
            SELECT setval('s', coalesce((SELECT max(id) FROM t), 0) + 1)          | no
            SELECT pg_catalog.set_config('search_path', '', false)                | no
            SELECT 1 WHERE (2 > 1) AND ('a') IN ('f(')                            | no
            SELECT purge(1)                                                       | yes
            SELECT "max"(1)                                                       | yes
            UPDATE t SET a = 1                                                    | yes
            INSERT INTO t VALUES (1)                                              | yes
            WITH x AS (DELETE FROM t RETURNING 1) SELECT max(1) FROM x            | yes
            MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE                 | yes
            TRUNCATE t                                                            | yes
            COPY t FROM '/x'                                                      | yes
            DO $$ BEGIN END $$                                                    | yes
            CALL f()                                                              | yes
            EXPLAIN ANALYZE DELETE FROM t                                         | yes
            GRANT SELECT ON t TO r; DELETE FROM t; -- end                         | no yes
            """)
    void tells(String sql, String touches) {
        assertThat(RowSql.of(sql).stream()
                        .map(statement -> statement.touches() ? "yes" : "no")
                        .collect(Collectors.joining(" ")))
                .isEqualTo(touches);
    }
}

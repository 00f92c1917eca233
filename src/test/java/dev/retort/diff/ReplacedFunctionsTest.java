package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.operation.Warning;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of functions over a type that is rebuilt; that they come again is a matter of scenarios. */
class ReplacedFunctionsTest {

    @Test
    void lostGrantsAndAggregatesAreNamed() {
        Database database = TestServer.fresh();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute("""
                    CREATE TYPE mood AS ENUM ('GLAD', 'SAD');
                    CREATE TABLE t (m mood);
                    CREATE FUNCTION f(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
                    REVOKE ALL ON FUNCTION f(mood) FROM PUBLIC;
                    GRANT EXECUTE ON FUNCTION f(mood) TO pg_monitor WITH GRANT OPTION;
                    CREATE AGGREGATE all_of(mood) (sfunc = array_append, stype = mood[]);""");
            Schema is = CatalogReader.read(database, Scope.of(Set.of("public")));
            Schema shall = is.toBuilder()
                    .enumType(new EnumType(ObjectName.of("mood"), List.of("GLAD")))
                    .build();
            assertThat(SchemaDiffer.diff(is, shall, Renames.NONE).warnings())
                    .filteredOn(w ->
                            Set.of("function-rebuild", UnmanagedReference.RULE).contains(w.rule()))
                    .extracting(Warning::cure)
                    .containsExactly(
                            "Grant it again behind the function: `REVOKE ALL ON ROUTINE f(m public.mood) FROM PUBLIC`, `GRANT EXECUTE ON ROUTINE f(m public.mood) TO pg_monitor WITH GRANT OPTION`",
                            "Before it run `DROP AGGREGATE all_of(public.mood)`, and create it again behind it");
        } finally {
            TestServer.drop(database);
        }
    }
}

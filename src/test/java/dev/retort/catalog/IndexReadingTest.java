package dev.retort.catalog;

import static dev.retort.catalog.TestCatalog.read;
import static dev.retort.catalog.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.database.Database;
import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Indexes of a live catalog. */
class IndexReadingTest {

    private static Index index(String columns, String statement) {
        return table(read("create table t (" + columns + "); create " + statement), "t")
                .indexes()
                .get(0);
    }

    @Test
    void orderAndNullsOrderAreRead() {
        assertThat(index("a int, b int, c int, d int", "index i on t (a, b desc, c desc nulls last, d nulls first)"))
                .isEqualTo(Index.of(
                        "i",
                        List.of(
                                Index.Key.of("a"),
                                Index.Key.descending("b"),
                                new Index.Key("c", null, null, null, true, false),
                                new Index.Key("d", null, null, null, false, true))));
    }

    @Test
    void everythingElseIsReadToo() {
        assertThat(index(
                        "a text, b int, c int",
                        "unique index i on t (lower(a), b) include (c) with (fillfactor = 70)"
                                + " where b > 0 and a is not null"))
                .isEqualTo(new Index(
                        "i",
                        "btree",
                        List.of(Index.Key.ofExpression("lower(a)"), Index.Key.of("b")),
                        List.of("c"),
                        Expression.of("b > 0 and a is not null"),
                        true,
                        false,
                        new TreeMap<>(Map.of("fillfactor", "70")),
                        true));
    }

    @Test
    void operatorClassesAreReadWhereTheyAreNotTheDefault() {
        assertThat(index("a text, b varchar(5), c int[], d jsonb", "index i on t (a text_pattern_ops, b, c, d)")
                        .keys())
                .extracting(Index.Key::opclass)
                .containsExactly("text_pattern_ops", null, null, null);
        assertThat(index("d jsonb", "index i on t using gin (d jsonb_path_ops)")
                        .keys()
                        .get(0)
                        .opclass())
                .isEqualTo("jsonb_path_ops");
        assertThat(index("v tsvector", "index i on t using gist (v tsvector_ops(siglen = 100))")
                        .keys()
                        .get(0)
                        .opclass())
                .isEqualTo("tsvector_ops(siglen='100')");
    }

    @Test
    void collationsAreReadWhereTheyAreNotTheColumns() {
        assertThat(index(
                                "a text collate \"C\", b text, c text",
                                "index i on t (a, b collate \"C\", lower(c) collate \"POSIX\", lower(a), c)")
                        .keys())
                .extracting(Index.Key::collation)
                .containsExactly(null, "C", "POSIX", null, null);
    }

    @Test
    void indexesOfPartitionsAreTheirParents() {
        Schema schema = read("create table t (a int) partition by range (a);"
                + " create table t1 partition of t for values from (0) to (9); create index i on t (a)");
        assertThat(table(schema, "t").indexes()).containsExactly(Index.of("i", List.of(Index.Key.of("a"))));
    }

    @Test
    void indexesOfMaterializedViewsAreTheViews() {
        Schema schema = read("create materialized view m as select 1 as a; create unique index i on m (a)");
        assertThat(schema.views().get(ObjectName.of("m")).indexes())
                .containsExactly(Index.of("i", List.of(Index.Key.of("a"))).withUnique(true));
    }

    @Test
    void whatAFailedConcurrentBuildLeftIsInvalid() throws SQLException {
        Database database = TestCatalog.database("create table t (a int); insert into t values (1), (1)");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create unique index concurrently i on t (a)");
        } catch (SQLException expected) {
            assertThat(expected.getMessage()).contains("could not create unique index");
        }
        assertThat(table(CatalogReader.read(database, Scope.ALL), "t")
                        .indexes()
                        .get(0)
                        .valid())
                .isFalse();
    }
}

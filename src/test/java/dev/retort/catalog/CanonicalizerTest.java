package dev.retort.catalog;

import static dev.retort.catalog.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.sql.Connection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The server's spelling of what a model wants. */
class CanonicalizerTest {

    /** A database that nobody may connect to. */
    private static final Database CLOSED = new Database() {

        @Override
        public Connection connect() {
            throw new DatabaseException("connected", "nothing differs", "");
        }

        @Override
        public String display() {
            return "closed";
        }
    };

    private final Database database = TestCatalog.database("""
            create extension if not exists plpgsql;
            create function twice(x int) returns int language sql immutable as 'select x * 2';
            create type mood as enum ('ok', 'sad');
            create domain positive as int default 1 + 1 check (value between 1 and 1000);
            create table t (
              id bigint primary key,
              status varchar(20) default 'a' || 'b',
              amount int default twice(21),
              feeling mood default 'ok',
              total int generated always as (amount + twice(amount + 0)) stored,
              data jsonb,
              constraint span check (amount between 1 and twice(100)),
              constraint odd check (not (amount = 3 or status similar to 'x%')),
              exclude using btree (status with =) where (amount > 1 and amount < 5));
            create index i on t (coalesce(status, 'none'), (data ->> 'k'), (amount + 1) desc)
                where amount is not null and status <> '';
            create view v as select id, status from t where amount > 3""");

    private final Schema actual = CatalogReader.read(database, Scope.ALL);

    private Table actualTable() {
        return table(actual, "t");
    }

    private Schema wanting(Table table) {
        return actual.toBuilder().table(table).build();
    }

    @Test
    void whatEqualsOpensNoConnection() {
        assertThat(Canonicalizer.canonicalize(actual, actual, CLOSED)).isEqualTo(new Canonical(actual, List.of()));
        Schema more = wanting(actualTable().toBuilder()
                .column(Column.of("extra", SqlType.parse("int")).withDefault(Expression.of("twice(4)")))
                .constraint(Check.of("new_one", "extra > twice(2)"))
                .build());
        assertThat(Canonicalizer.canonicalize(more, actual, CLOSED).schema()).isEqualTo(more);
    }

    @Test
    void everyKindOfTextIsSpelledAsTheServerDoes() {
        Table table = actualTable();
        Index index = table.indexes().get(0);
        Schema wanted = wanting(table.toBuilder()
                        .columns(table.columns().stream()
                                .map(column -> switch (column.name()) {
                                    case "status" -> column.withDefault(Expression.of("('a'::text||('b'))"));
                                    case "amount" -> column.withDefault(Expression.of("twice(int '021')"));
                                    case "total" ->
                                        column.withGenerated(new Generated(
                                                Expression.of("amount + twice(amount + int '00')"), true));
                                    default -> column;
                                })
                                .toList())
                        .checks(List.of(
                                Check.of("span", "amount between 1 and twice(int '0100') -- a comment"),
                                Check.of("odd", "not (amount = 3 or status similar to 'x%' escape null)")))
                        .exclusions(List.of(new Exclusion(
                                "t_status_excl", "exclude (status with =) where (amount > 1 and (amount < 5))")))
                        .indexes(List.of(index.withKeys(List.of(
                                        Index.Key.ofExpression("coalesce(status, 'none'::varchar)"),
                                        Index.Key.ofExpression("data->>'k'"),
                                        index.keys().get(2).withExpression(Expression.of("amount + int '1'"))))
                                .withPredicate(Expression.of("not amount is null and status != ''"))))
                        .build())
                .toBuilder()
                .view(View.of(ObjectName.of("v"), "select t.id, t.status from t where t.amount > 3;"))
                .build();
        Canonical canonical = Canonicalizer.canonicalize(wanted, actual, database);
        assertThat(canonical.notCompared()).isEmpty();
        Table settled = table(canonical.schema(), "t");
        assertThat(settled.columnsByName().get("amount").defaultValue())
                .isEqualTo(table.columnsByName().get("amount").defaultValue());
        assertThat(settled.columns()).isEqualTo(table.columns());
        assertThat(settled.checks())
                .extracting(Check::expression)
                .contains(table.checks().get(1).expression());
        assertThat(settled.exclusions()).isEqualTo(table.exclusions());
        assertThat(settled.indexes().get(0).keys()).isEqualTo(index.keys());
        assertThat(canonical.schema().views()).isEqualTo(actual.views());
    }

    @Test
    void whatIsADifferenceStaysInTheModelsWords() {
        Schema wanted = wanting(actualTable().toBuilder()
                .checks(List.of(Check.of("span", "amount   between 1 and 999")))
                .build());
        Canonical canonical = Canonicalizer.canonicalize(wanted, actual, database);
        assertThat(canonical.notCompared()).isEmpty();
        assertThat(table(canonical.schema(), "t").checks().get(0).expression().sql())
                .isEqualTo("amount   between 1 and 999");
    }

    @Test
    void oneFailureLosesNothingElse() {
        Schema wanted = wanting(actualTable().toBuilder()
                        .checks(List.of(
                                Check.of("a", "no_such_column > 1"),
                                Check.of("b", "amount between 1 and twice(int '0100')"),
                                Check.of("c", "amount > ')'; drop table t; --")))
                        .build())
                .toBuilder()
                .view(View.of(ObjectName.of("v"), "select nothing from nowhere"))
                .build();
        Canonical canonical = Canonicalizer.canonicalize(wanted, actual, database);
        assertThat(canonical.notCompared())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("no_such_column > 1", "does not exist"))
                .anySatisfy(line -> assertThat(line).contains("the query of view v", "nowhere"));
        assertThat(actualTable().checks())
                .extracting(Check::expression)
                .contains(table(canonical.schema(), "t").checks().get(1).expression());
        assertThat(CatalogReader.read(database, Scope.ALL)).isEqualTo(actual);
    }

    @Test
    void columnsOfTypesThatAreNewAreNoObstacle() {
        Schema wanted = wanting(actualTable().toBuilder()
                        .column(Column.of("kind", SqlType.user(new ObjectName("app", "Kind"))))
                        .checks(List.of(Check.of("span", "amount between 1 and twice(int '0100')")))
                        .build())
                .toBuilder()
                .namespace("app")
                .enumType(new dev.retort.schema.EnumType(new ObjectName("app", "Kind"), List.of("it's", "b\\")))
                .build();
        Canonical canonical = Canonicalizer.canonicalize(wanted, actual, database);
        assertThat(canonical.notCompared()).isEmpty();
        assertThat(actualTable().checks())
                .extracting(Check::expression)
                .containsAll(table(canonical.schema(), "t").checks().stream()
                        .map(Check::expression)
                        .toList());
        assertThat(CatalogReader.read(database, Scope.ALL)).isEqualTo(actual);
    }

    @Test
    void typesAreFoundWhereTheyAre() {
        TestCatalog.run(
                database,
                "create schema ext; create domain ext.label as text; create type ext.odd as (a int);"
                        + " create table u (a ext.label)");
        // As for an extension's type, nothing but the column says where it is.
        Schema read = CatalogReader.read(database, Scope.ALL);
        Schema there = read.toBuilder()
                .without(List.of(new ObjectName("ext", "label"), new ObjectName("ext", "odd")))
                .build();
        Schema wanted = there.toBuilder()
                .table(Table.builder(ObjectName.of("u"))
                        .column(Column.of("a", SqlType.parse("label")))
                        .column(Column.of("b", SqlType.parse("odd[]")))
                        .column(Column.of("c", SqlType.parse("not_there")))
                        .build())
                .build();
        assertThat(table(Canonicalizer.canonicalize(wanted, there, database).schema(), "u")
                        .columns())
                .extracting(Column::type)
                .containsExactly(
                        SqlType.user(new ObjectName("ext", "label")),
                        SqlType.user(new ObjectName("ext", "odd")).asArray(),
                        SqlType.user(ObjectName.of("not_there")));
    }

    @Test
    void domainsAreSpelledToo() {
        var domain = actual.domains().get(ObjectName.of("positive"));
        var wanted = new dev.retort.schema.Domain(
                domain.name(),
                domain.base(),
                true,
                Expression.of("1 + int '1'"),
                null,
                List.of(Check.of("positive_check", "value >= 1 and value <= int '1000'")));
        Canonical canonical =
                Canonicalizer.canonicalize(actual.toBuilder().domain(wanted).build(), actual, database);
        assertThat(canonical.notCompared()).isEmpty();
        assertThat(canonical.schema().domains()).isEqualTo(actual.domains());
    }

    @Test
    void aDatabaseThatIsReadOnlyByDefaultIsNoObstacle() {
        TestCatalog.run(
                database,
                "do $$ begin execute format('alter database %I set default_transaction_read_only = on',"
                        + " current_database()); end $$");
        Schema wanted = wanting(actualTable().toBuilder()
                .checks(List.of(Check.of("span", "amount between 1 and twice(int '0100')")))
                .build());
        assertThat(Canonicalizer.canonicalize(wanted, actual, database).notCompared())
                .isEmpty();
    }

    @Test
    void withoutTheRightToMakeTemporaryTablesItSaysSo() {
        String role = TestCatalog.value(database, "select 'retort_' || replace(gen_random_uuid()::text, '-', '')");
        TestCatalog.run(
                database,
                "create role " + role + "; do $$ begin execute format('revoke temp on database %I from public',"
                        + " current_database()); end $$");
        Schema wanted = wanting(actualTable().toBuilder()
                .checks(List.of(Check.of("span", "amount between 1 and twice(int '0100')")))
                .build());
        Schema known = wanting(actualTable().toBuilder()
                .checks(actualTable().checks().stream()
                        .filter(check -> "span".equals(check.name()))
                        .toList())
                .build());
        try {
            assertThat(Canonicalizer.canonicalize(wanted, actual, as(role)))
                    .satisfies(canonical -> assertThat(canonical.schema()).isEqualTo(known))
                    .satisfies(canonical -> assertThat(canonical.notCompared())
                            .singleElement()
                            .asString()
                            .contains("amount between 1 and twice(int '0100')", "permission denied"));
        } finally {
            TestCatalog.run(database, "drop role " + role);
        }
    }

    private Database as(String role) {
        return new Database() {

            @Override
            public Connection connect() {
                Connection connection = database.connect();
                try (var statement = connection.createStatement()) {
                    statement.execute("set role " + role);
                } catch (java.sql.SQLException e) {
                    throw new AssertionError(e);
                }
                return connection;
            }

            @Override
            public String display() {
                return database.display();
            }
        };
    }

    @Test
    void manyQuestionsHoldNoMoreLocksThanOne() {
        StringBuilder script = new StringBuilder();
        IntStream.range(0, 300)
                .forEach(i -> script.append("create table q" + i + " (a interval default '" + i + " day', check (a > '"
                        + i + " hour')); "));
        Database many = TestCatalog.database(script.toString());
        Schema there = CatalogReader.read(many, Scope.ALL);
        var wanted = there.toBuilder();
        there.tables()
                .values()
                .forEach(table -> wanted.table(table.toBuilder()
                        .columns(table.columns().stream()
                                .map(column -> column.withDefault(Expression.of(column.defaultValue()
                                        .sql()
                                        .replace("days", "d")
                                        .replace("day", "d"))))
                                .toList())
                        .build()));
        CountingDatabase counting = new CountingDatabase(many);
        Canonical canonical = Canonicalizer.canonicalize(wanted.build(), there, counting);
        assertThat(canonical.notCompared()).isEmpty();
        assertThat(canonical.schema()).isEqualTo(there);
        assertThat(counting.executions()).isEqualTo(1);
        assertThat(new TreeSet<>(there.tables().keySet())).hasSize(300);
    }
}

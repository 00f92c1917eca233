package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.UsageException;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Exclusion;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of what the model leaves unnamed: by template, by Hibernate, and where a name is long, taken or hostile. */
class NamingTest {

    private static final ObjectName ORDERS = ObjectName.of("orders");

    private static Table orders() {
        return Table.builder(ORDERS)
                .column(Column.of("id", SqlType.parse("bigint")))
                .column(Column.of("customer_id", SqlType.parse("bigint")))
                .primaryKey(PrimaryKey.of(null, List.of("id")))
                .uniques(List.of(Unique.of(null, List.of("id", "customer_id"))))
                .checks(List.of(Check.of(null, "customer_id > 0")))
                .exclusions(List.of(new Exclusion(null, "EXCLUDE USING btree (id WITH =)")))
                .foreignKeys(
                        List.of(ForeignKey.of(null, List.of("customer_id"), ObjectName.of("customer"), List.of("id"))))
                .indexes(List.of(Index.of(null, List.of(Index.Key.of("customer_id")))))
                .build();
    }

    private static Table named(Naming naming, Schema actual, Table table) {
        return Completion.complete(Schema.builder().table(table).build(), actual, naming, Renames.NONE, Set.of())
                .schema()
                .tables()
                .get(table.name());
    }

    private static List<String> names(Table table) {
        return List.of(
                String.valueOf(
                        table.primaryKey() == null ? null : table.primaryKey().name()),
                String.valueOf(table.uniques().get(0).name()),
                String.valueOf(table.checks().get(0).name()),
                String.valueOf(table.exclusions().get(0).name()),
                String.valueOf(table.foreignKeys().get(0).name()),
                String.valueOf(table.indexes().get(0).name()));
    }

    @Test
    void everyKindHasATemplate() {
        Naming naming = Naming.of(
                "postgresql",
                Map.of(
                        "primary-key", "pk_{table}",
                        "unique", "uq_{table}__{columns}",
                        "check", "ck_{table}__{columns}",
                        "exclusion", "ex_{table}",
                        "foreign-key", "fk_{table}__{columns}__{target}__{target_columns}",
                        "index", "ix_{table}__{columns}"));
        assertThat(names(named(naming, Schema.EMPTY, orders())))
                .containsExactly(
                        "pk_orders",
                        "uq_orders__id_customer_id",
                        "ck_orders__customer_id",
                        "ex_orders",
                        "fk_orders__customer_id__customer__id",
                        "ix_orders__customer_id");
    }

    /** The hashes are those that Hibernate's own naming strategy makes of the same table. */
    @Test
    void hibernatesOwnNames() {
        assertThat(names(named(Naming.HIBERNATE, Schema.EMPTY, orders())))
                .contains("orders_pkey", "orders_customer_id_check")
                .anyMatch(n -> n.matches("UK[0-9a-y]{20,26}"))
                .anyMatch(n -> n.matches("FK[0-9a-y]{20,26}"))
                .anyMatch(n -> n.matches("IDX[0-9a-y]{20,26}"));
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        Naming naming = Naming.of("postgresql", Map.of("unique", "{table}_key", "index", "{table}_key"));
        Table two = orders().toBuilder()
                .uniques(List.of(Unique.of(null, List.of("id")), Unique.of(null, List.of("customer_id"))))
                .build();
        Table named = named(naming, Schema.EMPTY, two);
        assertThat(named.uniques()).extracting(Unique::name).containsExactly("orders_key", "orders_key1");
        assertThat(named.indexes()).extracting(Index::name).containsExactly("orders_key2");
    }

    @Test
    void hibernateNamesTwoIndexesOfTheSameColumnsAlike() {
        Index descending = Index.of(null, List.of(Index.Key.of("customer_id")))
                .withKeys(List.of(Index.Key.descending("customer_id")));
        Table two = orders().toBuilder()
                .indexes(List.of(Index.of(null, List.of(Index.Key.of("customer_id"))), descending))
                .build();
        assertThat(named(Naming.HIBERNATE, Schema.EMPTY, two).indexes())
                .extracting(Index::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void aNameOfAnUnmanagedTableOrATypeIsTaken() {
        Naming naming = Naming.of("postgresql", Map.of("index", "ix_{table}"));
        Schema actual = Schema.builder()
                .table(Table.builder(ObjectName.of("ix_orders"))
                        .column(Column.of("id", SqlType.parse("bigint")))
                        .build())
                .build();
        assertThat(named(naming, actual, orders()).indexes().get(0).name()).isEqualTo("ix_orders1");
        Schema wanted = Schema.builder()
                .table(orders())
                .composite(new CompositeType(
                        ObjectName.of("ix_orders"),
                        List.of(new CompositeType.Attribute("a", SqlType.parse("integer")))))
                .build();
        assertThat(Completion.complete(wanted, Schema.EMPTY, naming, Renames.NONE, Set.of())
                        .schema()
                        .tables()
                        .get(ORDERS)
                        .indexes()
                        .get(0)
                        .name())
                .isEqualTo("ix_orders1");
    }

    /** PostgreSQL keeps 63 bytes; a letter of another alphabet has two. */
    @Test
    void aLongNameIsCutAndToldApart() {
        Naming naming = Naming.of("postgresql", Map.of("index", "ix_{table}__{columns}"));
        String table = "прейскурант_на_все_товары";
        Table one = Table.builder(ObjectName.of(table))
                .column(Column.of("наименование_а", SqlType.parse("text")))
                .column(Column.of("наименование_б", SqlType.parse("text")))
                .indexes(List.of(
                        Index.of(null, List.of(Index.Key.of("наименование_а"))),
                        Index.of(null, List.of(Index.Key.of("наименование_б")))))
                .build();
        List<Index> indexes = named(naming, Schema.EMPTY, one).indexes();
        assertThat(indexes).extracting(Index::name).doesNotHaveDuplicates().allSatisfy(name -> assertThat(
                        String.valueOf(name).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(PostgresNames.LONGEST));
    }

    @Test
    void nothingToFillAPlaceLeavesTheTable() {
        Naming naming = Naming.of("postgresql", Map.of("exclusion", "{columns}"));
        assertThat(named(naming, Schema.EMPTY, orders()).exclusions().get(0).name())
                .isEqualTo("orders1");
    }

    @ParameterizedTest
    @CsvSource({
        "unique, 'uq_{table', a brace of it belongs to no place",
        "unique, '{columns}}', a brace of it belongs to no place",
        "unique, '{table}_{', a brace of it belongs to no place",
        "unique, '', every object would have the same name",
        "unique, '{target}', it has no place {target}",
        "index, '{Table}', it has no place {Table}",
        "foreign-key, '{table}\u0001', control characters",
        "foreign_key, '{table}', templates are for primary-key"
    })
    void whatCannotBeUsedIsSaid(String kind, String template, String why) {
        assertThatThrownBy(() -> Naming.of("postgresql", Map.of(kind, template)))
                .isInstanceOfSatisfying(UsageException.class, error -> {
                    assertThat(error.reason()).contains(why);
                    assertThat(error.cure()).contains("[naming-templates]");
                });
    }
}

package dev.retort.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.migration.Direction;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropView;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Provenance;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import dev.retort.schema.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How revisions look; {@code -Dgolden=update} writes the files anew. */
class GoldenTest {

    private static final ObjectName CUSTOMER = ObjectName.of("customer");
    private static final ObjectName ORDERS = ObjectName.of("orders");
    private static final Path GOLDENS =
            Path.of(System.getProperty("retort.project", "."), "src/test/resources/codegen");

    private static final Provenance PROVENANCE = new Provenance(
            Map.of(CUSTOMER, "Customer", ORDERS, "Order"),
            Map.of(
                    new ColumnRef(CUSTOMER, "tier"), "Customer.tier",
                    new ColumnRef(CUSTOMER, "full_name"), "Customer.fullName",
                    new ColumnRef(CUSTOMER, "email"), "Customer.email",
                    new ColumnRef(ORDERS, "customer_id"), "Order.customer",
                    new ColumnRef(ORDERS, "placed_at"), "Order.placedAt"),
            Map.of(ObjectName.of("tier"), "Customer.tier"),
            Map.of());

    @Test
    void aChange() throws IOException {
        ForeignKey key = ForeignKey.of("orders_customer_id_fkey", List.of("customer_id"), CUSTOMER, List.of("id"))
                .withOnDelete(ForeignKey.Action.CASCADE);
        List<Operation> up = List.of(
                new CreateEnum(new EnumType(ObjectName.of("tier"), List.of("BASIC", "GOLD"))),
                new AddColumn(
                        CUSTOMER, column("tier", "tier").withNullable(false).withDefault(Expression.of("'BASIC'"))),
                new AddColumn(CUSTOMER, column("full_name", "varchar(120)")),
                new DropColumn(CUSTOMER, "fullname"),
                new AlterColumn(
                        ORDERS,
                        "placed_at",
                        List.of(
                                new ColumnChange.SetType(
                                        SqlType.parse("timestamptz"), null, "placed_at AT TIME ZONE 'UTC'"),
                                new ColumnChange.SetNotNull())),
                new AddConstraint(CUSTOMER, Unique.of("customer_email_key", List.of("email"))),
                new AddConstraint(
                        CUSTOMER,
                        Check.of(
                                "customer_full_name_check",
                                "full_name IS NULL OR length(full_name) BETWEEN 2 AND 120")),
                new AddConstraint(ORDERS, key),
                new CreateIndex(
                        ORDERS,
                        Index.of("orders_placed_at_idx", List.of(Index.Key.descending("placed_at")))
                                .withPredicate(Expression.of("status <> 'CLOSED'")),
                        false));
        List<Operation> down = List.of(
                new DropIndex(ObjectName.of("orders_placed_at_idx"), false),
                new DropConstraint(ORDERS, "orders_customer_id_fkey"),
                new DropConstraint(CUSTOMER, "customer_full_name_check"),
                new DropConstraint(CUSTOMER, "customer_email_key"),
                new AlterColumn(
                        ORDERS,
                        "placed_at",
                        List.of(
                                new ColumnChange.DropNotNull(),
                                new ColumnChange.SetType(
                                        SqlType.parse("timestamp"), null, "placed_at AT TIME ZONE 'UTC'"))),
                new AddColumn(CUSTOMER, column("fullname", "varchar(120)").withComment("First and last name")),
                new DropColumn(CUSTOMER, "full_name"),
                new DropColumn(CUSTOMER, "tier"),
                new DropEnum(ObjectName.of("tier")));
        List<Warning> warnings = List.of(
                new Warning(
                        "possible-column-rename",
                        Warning.Level.WARNING,
                        List.of("public.customer.fullname", "public.customer.full_name"),
                        "`customer.fullname` goes and `customer.full_name` comes, same type and place. If this is one column under a new"
                                + " name, its data would be lost.",
                        "--rename customer.fullname=full_name"),
                new Warning(
                        "unmanaged-trigger",
                        Warning.Level.INFO,
                        List.of("public.customer"),
                        "`customer` has the trigger `customer_audit`, which this revision leaves as it is.",
                        ""));
        assertGolden(new RevisionDraft(
                "0007",
                List.of("0006"),
                "add customer tier",
                Drafts.CREATED,
                "com.acme.shop.migrations",
                up,
                down,
                warnings,
                PROVENANCE));
    }

    @Test
    void newTables() throws IOException {
        Identity identity = new Identity(
                Identity.Kind.BY_DEFAULT, SequenceOptions.UNSTATED.withDefaults(SqlType.builtin("bigint")));
        ObjectName sequence = ObjectName.of("orders_seq");
        SequenceOptions by50 = new SequenceOptions(null, null, 50L, null, null, null, null);
        Table customer = Table.builder(CUSTOMER)
                .column(column("id", "bigint").withNullable(false).withIdentity(identity))
                .column(column("email", "varchar(254)").withNullable(false))
                .column(column("tags", "text[]").withNullable(false).withDefault(Expression.of("'{}'::text[]")))
                .column(column("settings", "jsonb").withComment("What the customer chose, as the front end stores it"))
                .primaryKey(PrimaryKey.of("customer_pkey", List.of("id")))
                .uniques(List.of(Unique.of("customer_email_key", List.of("email"))))
                .checks(List.of(Check.of("customer_email_check", "email LIKE '%@%'")))
                .comment("People and companies with an account")
                .build();
        Table orders = Table.builder(ORDERS)
                .column(column("id", "bigint").withNullable(false))
                .column(column("customer_id", "bigint").withNullable(false))
                .column(column("placed_at", "timestamptz(3)")
                        .withNullable(false)
                        .withDefault(Expression.of("now()")))
                .column(column("total", "numeric(12,2)").withNullable(false))
                .column(column("status", "varchar(20)")
                        .withNullable(false)
                        .withDefault(Expression.of("'PLACED'"))
                        .withComment("Where it stands: placed by the customer, paid, packed, sent, or sent back"))
                .primaryKey(PrimaryKey.of("orders_pkey", List.of("id")))
                .checks(List.of(Check.of(
                        "orders_status_check",
                        "status IN ('PLACED', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'RETURNED')")))
                .build();
        View view = View.of(
                ObjectName.of("turnover"),
                " SELECT c.id,\n    sum(o.total) AS total\n   FROM customer c\n     JOIN orders o ON o.customer_id = c.id\n  GROUP BY c.id;");
        assertGolden(new RevisionDraft(
                "0001",
                List.of(),
                "Customers and their orders",
                Drafts.CREATED,
                "com.acme.shop.migrations",
                List.of(
                        new CreateSequence(sequence, by50.withDefaults(SqlType.builtin("bigint"))),
                        new CreateTable(customer),
                        new CreateTable(orders),
                        new AddConstraint(
                                ORDERS,
                                ForeignKey.of(
                                        "orders_customer_id_fkey", List.of("customer_id"), CUSTOMER, List.of("id"))),
                        new CreateView(view)),
                List.of(
                        new DropView(view.name(), false),
                        new DropTable(ORDERS),
                        new DropTable(CUSTOMER),
                        new DropSequence(sequence)),
                List.of(),
                PROVENANCE));
    }

    /** Everything that can have a new name, and the values of enumerations, as the differ says them. */
    @Test
    void newNames() throws IOException {
        Schema from =
                renamed("customer", "fullname", "customer_fullname_idx", "customer_level_check", "tier", "BRONZE");
        Schema to = renamed("client", "full_name", "client_name_idx", "client_level_check", "grade", "BASIC");
        Renames renames = Renames.parse(List.of(
                "customer=client",
                "client.fullname=full_name",
                "client.customer_fullname_idx=client_name_idx",
                "client.customer_level_check=client_level_check",
                "customer_code_seq=client_code_seq",
                "tier=grade",
                "grade.BRONZE=BASIC"));
        Difference up = SchemaDiffer.diff(from, to, renames);
        Difference down = SchemaDiffer.diff(to, from, renames.inverse());
        assertGolden(new RevisionDraft(
                "0008",
                List.of("0007"),
                "customers are clients",
                Drafts.CREATED,
                "com.acme.shop.migrations",
                up.operations(),
                down.operations(),
                up.warnings(),
                Provenance.NONE));
    }

    private static Schema renamed(String table, String column, String index, String check, String type, String value) {
        ObjectName tier = ObjectName.of(type);
        ObjectName name = ObjectName.of(table);
        List<String> labels = new ArrayList<>(List.of(value, "SILVER", "GOLD"));
        if (table.equals("client")) {
            labels.add(1, "JUNIOR");
            labels.add("BLACK");
        }
        return Schema.builder()
                .enumType(new EnumType(tier, labels))
                .sequence(new Sequence(
                        ObjectName.of(table + "_code_seq"),
                        SequenceOptions.UNSTATED.withDefaults(SqlType.builtin("bigint")),
                        null))
                .table(Table.builder(name)
                        .column(column("id", "bigint").withNullable(false))
                        .column(column(column, "varchar(120)"))
                        .column(column("level", "integer"))
                        .column(Column.of("tier", SqlType.user(tier)).withDefault(Expression.of("'SILVER'")))
                        .checks(List.of(Check.of(check, "level > 0")))
                        .indexes(List.of(Index.of(index, List.of(Index.Key.of(column)))))
                        .build())
                .build();
    }

    @Test
    void aRevisionToBeWrittenByHand() throws IOException {
        assertGolden(new RevisionDraft(
                "20261120a",
                List.of("0007", "0008"),
                "merge heads\n\nBoth branches added a revision on 0006.",
                Drafts.CREATED,
                "com.acme.shop.migrations",
                List.of(),
                List.of(),
                List.of(),
                Provenance.NONE,
                List.of("shop"),
                List.of("billing@head"),
                RevisionStyle.DEFAULT));
    }

    private static Column column(String name, String type) {
        return Column.of(name, SqlType.parse(type));
    }

    private static void assertGolden(RevisionDraft draft) throws IOException {
        RevisionSource source = RevisionWriter.write(draft);
        Path golden = GOLDENS.resolve(source.fileName());
        if ("update".equals(System.getProperty("golden"))) {
            assertThat(System.getenv("CI")).as("goldens are not updated in CI").isNull();
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, source.text());
        }

        assertThat(source.text()).isEqualTo(Files.readString(golden));
        assertThat(Compiled.record(source, Direction.UPGRADE)).isEqualTo(Normal.of(draft.up()));
        assertThat(Compiled.record(source, Direction.DOWNGRADE)).isEqualTo(Normal.of(draft.down()));
    }
}

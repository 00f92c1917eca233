package com.acme.shop.migrations;

import static dev.retort.migration.Columns.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * Customers and their orders.
 */
@Revision(id = "0001", message = "Customers and their orders", created = "2026-11-20T14:02:11Z")
public final class R0001_CustomersAndTheirOrders implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createSequence("orders_seq").increment(50);

        // Customer
        op.createTable("customer",
                bigint("id").identity(),
                varchar("email", 254).notNull(),
                text("tags").array().notNull().defaultTo("'{}'::text[]"),
                jsonb("settings").comment("What the customer chose, as the front end stores it"),
                primaryKey("customer_pkey", "id"),
                unique("customer_email_key", "email"),
                check("customer_email_check", "email LIKE '%@%'"))
                .comment("People and companies with an account");

        // Order
        op.createTable("orders",
                bigint("id"),
                bigint("customer_id").notNull(),
                timestamptz("placed_at", 3).notNull().defaultTo("now()"),
                numeric("total", 12, 2).notNull(),
                varchar("status", 20)
                        .notNull()
                        .defaultTo("'PLACED'")
                        .comment("Where it stands: placed by the customer, paid, packed, sent, or sent back"),
                primaryKey("orders_pkey", "id"),
                check("orders_status_check",
                        "status IN ('PLACED', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'RETURNED')"));

        // Order.customer
        op.addForeignKey("orders", "orders_customer_id_fkey", "customer_id").references("customer", "id");

        op.createView("turnover", """
                \sSELECT c.id,
                    sum(o.total) AS total
                   FROM customer c
                     JOIN orders o ON o.customer_id = c.id
                  GROUP BY c.id;""");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropView("turnover");

        op.dropTable("orders");
        op.dropTable("customer");

        op.dropSequence("orders_seq");
    }
}

package com.acme.shop.migrations;

import static dev.retort.migration.Columns.*;
import static dev.retort.migration.ReferentialAction.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Add customer tier.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>possible-column-rename</b> {@code customer.fullname} goes and {@code customer.full_name} comes, same type
 *       and place. If this is one column under a new name, its data would be lost. Run again with
 *       {@code --rename customer.fullname=full_name}.
 *   <li><b>unmanaged-trigger</b> {@code customer} has the trigger {@code customer_audit}, which this revision leaves as
 *       it is.
 * </ul>
 */
@Revision(id = "0007", revises = "0006", message = "add customer tier", created = "2026-11-20T14:02:11Z")
@Warning({"possible-column-rename", "unmanaged-trigger"})
public final class R0007_AddCustomerTier implements Migration {

    @Override
    public void upgrade(Operations op) {
        // Customer.tier
        op.createEnum("tier", "BASIC", "GOLD");

        // Customer.tier
        op.addColumn("customer", column("tier", "tier").notNull().defaultTo("'BASIC'"));
        // Customer.fullName
        op.addColumn("customer", varchar("full_name", 120));

        op.dropColumn("customer", "fullname");

        // Order.placedAt
        op.alterColumn("orders", "placed_at")
                .type("timestamp with time zone")
                .using("placed_at AT TIME ZONE 'UTC'")
                .notNull();

        // Customer.email
        op.addUnique("customer", "customer_email_key", "email");
        // Customer.fullName
        op.addCheck("customer", "customer_full_name_check", "full_name IS NULL OR length(full_name) BETWEEN 2 AND 120");
        // Order.customer
        op.addForeignKey("orders", "orders_customer_id_fkey", "customer_id")
                .references("customer", "id")
                .onDelete(CASCADE);

        // Order.placedAt
        op.createIndex("orders_placed_at_idx").on("orders", "placed_at desc").where("status <> 'CLOSED'");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("orders_placed_at_idx");

        op.dropConstraint("orders", "orders_customer_id_fkey");
        op.dropConstraint("customer", "customer_full_name_check");
        op.dropConstraint("customer", "customer_email_key");

        op.alterColumn("orders", "placed_at")
                .nullable()
                .type("timestamp without time zone")
                .using("placed_at AT TIME ZONE 'UTC'");

        op.addColumn("customer", varchar("fullname", 120).comment("First and last name"));
        op.dropColumn("customer", "full_name");
        op.dropColumn("customer", "tier");

        op.dropEnum("tier");
    }
}

package com.acme.shop.migrations;

import static dev.retort.migration.Columns.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Take payments and vouchers.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>downgrade-can-fail</b> on the way down, orders.order_number, character varying(16), becomes character
 *       varying(12): a longer value makes it fail.
 *   <li><b>downgrade-can-fail</b> on the way down, the check on warehouse.stock_movement no longer allows STOCKTAKING
 *       in reason: it fails if a row holds it.
 * </ul>
 */
@Revision(id = "0004", revises = "0003", message = "take payments and vouchers", created = "2026-11-20T17:47:04Z")
@Warning("downgrade-can-fail")
public final class R0004_TakePaymentsAndVouchers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.dropConstraint("warehouse.stock_movement", "stock_movement_reason_check");

        // Voucher
        op.createTable("voucher",
                integer("id").identity(),
                varchar("code", 24).notNull().comment("Typed by people: compared without regard to case"),
                smallint("kind").notNull(),
                numeric("off", 7, 2).notNull(),
                date("valid_from").notNull(),
                date("valid_until"),
                bool("withdrawn").notNull(),
                primaryKey("voucher_pkey", "id"),
                check("voucher_kind_check", "kind between 0 and 2"),
                check("voucher_valid_for_a_day", "valid_until is null or valid_until >= valid_from"));

        // Payment
        op.createTable("payment",
                uuid("id"),
                varchar("method", 20).notNull(),
                timestamptz("created_at").notNull().defaultTo("now()"),
                timestamptz("updated_at").notNull(),
                integer("version").notNull(),
                bigint("order_id").notNull(),
                numeric("amount", 12, 2).notNull(),
                varchar("currency", 3).notNull(),
                timestamptz("received_at").notNull(),
                varchar("iban", 34),
                date("booked_on"),
                smallint("scheme"),
                varchar("last_digits", 4),
                varchar("authorisation", 64),
                integer("voucher_id"),
                primaryKey("payment_pkey", "id"),
                unique("payment_authorisation_key", "authorisation"),
                check("payment_scheme_check", "scheme between 0 and 3"),
                check("payment_method_check", "method in ('TRANSFER','CARD','VOUCHER')"))
                .comment("Money received");

        // Voucher.categories
        op.createTable("voucher_category",
                integer("voucher_id"),
                integer("category_id"),
                primaryKey("voucher_category_pkey", "category_id", "voucher_id"));

        // Customer.preferences
        op.addColumn("customer", jsonb("preferences").notNull().defaultTo("'{}'"));

        // Product.attributes
        op.addColumn("product", jsonb("attributes"));

        // Order.number
        op.alterColumn("orders", "order_number").type("character varying(16)");

        // StockMovement.reason
        op.addCheck("warehouse.stock_movement", "stock_movement_reason_check",
                "reason in ('DELIVERY','SALE','RETURN','LOSS','STOCKTAKING')");

        // Voucher
        op.createIndex("voucher_live_code_key").on("voucher", "upper(code)").where("not withdrawn").unique();

        // Payment.order
        op.addForeignKey("payment", "payment_order_id_fkey", "order_id").references("orders", "id");
        // VoucherPayment.voucher
        op.addForeignKey("payment", "payment_voucher_id_fkey", "voucher_id").references("voucher", "id");
        // Voucher.categories
        op.addForeignKey("voucher_category", "voucher_category_voucher_id_fkey", "voucher_id")
                .references("voucher", "id");
        op.addForeignKey("voucher_category", "voucher_category_category_id_fkey", "category_id")
                .references("category", "id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("warehouse.stock_movement", "stock_movement_reason_check");

        op.alterColumn("orders", "order_number").type("character varying(12)");

        op.addCheck("warehouse.stock_movement", "stock_movement_reason_check",
                "reason IN ('DELIVERY', 'SALE', 'RETURN', 'LOSS')");

        op.dropColumn("customer", "preferences");

        op.dropColumn("product", "attributes");

        op.dropTable("voucher_category");
        op.dropTable("payment");
        op.dropTable("voucher");
    }
}

package com.acme.shop.migrations;

import static dev.retort.migration.Columns.*;

import dev.retort.migration.Acknowledged;
import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Add warehouses and category slugs.
 *
 * <p>Completed by hand: a category's slug is made from its name. Two categories may have the same name below different
 * parents, so the id follows.
 */
@Revision(
        id = "0002",
        revises = "0001",
        message = "add warehouses and category slugs",
        created = "2026-11-20T17:45:26Z")
@Warning("required-column-without-default")
@Acknowledged(value = "required-column-without-default", because = "the column is filled before it is required")
public final class R0002_AddWarehousesAndCategorySlugs implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createSchema("warehouse");

        // StockMovement.id
        op.createSequence("warehouse.stock_movement_seq").increment(100);

        // Warehouse
        op.createTable("warehouse.warehouse",
                integer("id").identity(),
                varchar("code", 8).notNull(),
                varchar("street", 120).notNull(),
                varchar("postcode", 12).notNull(),
                varchar("city", 80).notNull(),
                varchar("country", 2).notNull(),
                time("last_collection", 0),
                smallint("closed_on").array(),
                primaryKey("warehouse_pkey", "id"),
                unique("warehouse_code_key", "code"))
                .comment("Buildings with shelves");

        // Shipment
        op.createTable("warehouse.shipment",
                uuid("id"),
                timestamptz("created_at").notNull().defaultTo("now()"),
                timestamptz("updated_at").notNull(),
                integer("version").notNull(),
                bigint("order_id").notNull(),
                integer("warehouse_id").notNull(),
                varchar("carrier", 30).notNull(),
                varchar("tracking_code", 60),
                timestamptz("handed_over_at"),
                timestamptz("delivered_at"),
                numeric("transit_time", 21),
                primaryKey("shipment_pkey", "id"),
                unique("shipment_tracking_key", "carrier", "tracking_code"));

        // StockLevel
        op.createTable("warehouse.stock",
                integer("warehouse_id"),
                uuid("product_id"),
                integer("on_hand").notNull(),
                integer("reserved").notNull(),
                bigint("version").notNull(),
                primaryKey("stock_pkey", "warehouse_id", "product_id"),
                check("stock_level_reserved_in_stock", "reserved <= on_hand"));

        // StockMovement
        op.createTable("warehouse.stock_movement",
                bigint("id"),
                integer("warehouse_id").notNull(),
                uuid("product_id").notNull(),
                varchar("reason", 12).notNull(),
                integer("quantity").notNull().comment("Negative when goods leave"),
                timestamptz("happened_at").notNull(),
                primaryKey("stock_movement_pkey", "id"),
                check("stock_movement_reason_check", "reason in ('DELIVERY','SALE','RETURN','LOSS')"));

        // Category.slug
        op.addColumn("category", varchar("slug", 80));
        op.execute("""
                UPDATE category
                SET slug = lower(regexp_replace(left(name, 68), '[^a-zA-Z0-9]+', '-', 'g')) || '-' || id""");
        op.alterColumn("category", "slug").notNull();

        // Category.slug
        op.addUnique("category", "category_slug_key", "slug");

        // StockMovement
        op.createIndex("stock_movement_newest_idx")
                .on("warehouse.stock_movement", "warehouse_id", "product_id", "happened_at desc");

        // Shipment.order
        op.addForeignKey("warehouse.shipment", "shipment_order_id_fkey", "order_id").references("orders", "id");
        // Shipment.warehouse
        op.addForeignKey("warehouse.shipment", "shipment_warehouse_id_fkey", "warehouse_id")
                .references("warehouse.warehouse", "id");
        // StockLevel.id.warehouseId
        op.addForeignKey("warehouse.stock", "stock_warehouse_id_fkey", "warehouse_id")
                .references("warehouse.warehouse", "id");
        // StockLevel.id.productId
        op.addForeignKey("warehouse.stock", "stock_product_id_fkey", "product_id").references("physical_product", "id");
        // StockMovement.warehouse
        op.addForeignKey("warehouse.stock_movement", "stock_movement_warehouse_id_fkey", "warehouse_id")
                .references("warehouse.warehouse", "id");
        // StockMovement.product
        op.addForeignKey("warehouse.stock_movement", "stock_movement_product_id_fkey", "product_id")
                .references("physical_product", "id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("category", "category_slug_key");

        op.dropColumn("category", "slug");

        op.dropTable("warehouse.stock_movement");
        op.dropTable("warehouse.stock");
        op.dropTable("warehouse.shipment");
        op.dropTable("warehouse.warehouse");

        op.dropSequence("warehouse.stock_movement_seq");

        op.dropSchema("warehouse");
    }
}

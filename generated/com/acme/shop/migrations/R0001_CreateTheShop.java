package com.acme.shop.migrations;

import static dev.retort.migration.Columns.*;
import static dev.retort.migration.ReferentialAction.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * Create the shop.
 */
@Revision(id = "0001", message = "create the shop", created = "2026-11-20T17:44:29Z")
public final class R0001_CreateTheShop implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createEnum("orderstatus", "CANCELLED", "DELIVERED", "PAID", "PLACED", "SHIPPED");
        op.createCast("character varying", "orderstatus");
        op.createCast("orderstatus", "character varying");

        // Customer.id
        op.createSequence("customer_seq").start(1000).increment(20);
        // Order.id
        op.createSequence("orders_seq").increment(50);

        // Brand
        op.createTable("brand",
                integer("id").identity(),
                varchar("name", 120).notNull(),
                varchar("country", 2).notNull(),
                varchar("website", 255),
                primaryKey("brand_pkey", "id"),
                unique("brand_name_country_key", "name", "country"));

        // Category
        op.createTable("category",
                integer("id").identity(),
                integer("parent_id"),
                varchar("name", 80).notNull(),
                smallint("sort_order").notNull().defaultTo("0"),
                primaryKey("category_pkey", "id"),
                check("category_not_its_own_parent", "parent_id <> id"));

        // Product
        op.createTable("product",
                uuid("id"),
                timestamptz("created_at").notNull().defaultTo("now()"),
                timestamptz("updated_at").notNull(),
                integer("version").notNull(),
                varchar("sku", 32).notNull().comment("Stock keeping unit: printed on the shelf and in every invoice"),
                varchar("title", 200).notNull(),
                text("description"),
                numeric("price", 12, 2).notNull(),
                numeric("tax_rate", 4, 3)
                        .notNull()
                        .defaultTo("0.20")
                        .comment("Share of the net price: 0.200 is twenty per cent"),
                numeric("gross_price", 12, 2).generated("round(price * (1 + tax_rate), 2)"),
                bool("listed").notNull().defaultTo("true"),
                varchar("keywords", 40).array().notNull().defaultTo("'{}'"),
                integer("brand_id"),
                primaryKey("product_pkey", "id"),
                unique("product_sku_key", "sku"),
                check("product_price_not_negative", "price >= 0"))
                .comment("Everything that has, or had, a price");

        // DigitalProduct
        op.createTable("digital_product",
                uuid("id"),
                varchar("download_url", 500).notNull(),
                numeric("link_lifetime", 21).comment("How long a download link works, in nanoseconds"),
                integer("max_downloads").notNull().defaultTo("3"),
                bytea("checksum"),
                primaryKey("digital_product_pkey", "id"));

        // PhysicalProduct
        op.createTable("physical_product",
                uuid("id"),
                integer("weight_grams").notNull(),
                integer("width_mm"),
                integer("height_mm"),
                integer("depth_mm"),
                bool("fragile").notNull(),
                primaryKey("physical_product_pkey", "id"),
                check("physical_product_weight_grams_check", "weight_grams>=1"));

        // Product.categories
        op.createTable("product_category",
                uuid("product_id"),
                integer("category_id"),
                primaryKey("product_category_pkey", "category_id", "product_id"));

        // Product.translations
        op.createTable("product_translation",
                uuid("product_id"),
                varchar("language", 5),
                varchar("name", 200).notNull(),
                primaryKey("product_translation_pkey", "language", "product_id"));

        // Customer
        op.createTable("customer",
                bigint("id"),
                timestamptz("created_at").notNull().defaultTo("now()"),
                timestamptz("updated_at").notNull(),
                integer("version").notNull(),
                varchar("email", 254).notNull(),
                varchar("first_name", 80).notNull(),
                varchar("last_name", 80).notNull(),
                date("born_on").comment("Only where a product needs proof of age"),
                varchar("status", 20).notNull().defaultTo("'ACTIVE'"),
                timestamptz("closed_at").comment("The account takes no more orders after this moment"),
                bigint("default_address_id"),
                primaryKey("customer_pkey", "id"),
                check("customer_status_check", "status in ('ACTIVE','BLOCKED','CLOSED')"),
                check("customer_closed_after_created", "closed_at is null or closed_at >= created_at"))
                .comment("People and companies with an account");

        // CustomerAddress
        op.createTable("customer_address",
                bigint("id").identity(),
                bigint("customer_id").notNull(),
                varchar("label", 40).notNull(),
                varchar("street", 120).notNull(),
                varchar("postcode", 12).notNull(),
                varchar("city", 80).notNull(),
                varchar("country", 2).notNull(),
                primaryKey("customer_address_pkey", "id"),
                unique("customer_address_label_key", "customer_id", "label"));

        // Customer.phones
        op.createTable("customer_phone",
                bigint("customer_id"),
                integer("position"),
                varchar("number", 20).notNull(),
                primaryKey("customer_phone_pkey", "position", "customer_id"),
                check("customer_phone_position_check", "position>=0"));

        // Order
        op.createTable("orders",
                bigint("id"),
                timestamptz("created_at").notNull().defaultTo("now()"),
                timestamptz("updated_at").notNull(),
                integer("version").notNull(),
                varchar("order_number", 12).notNull().comment("What the customer quotes on the telephone"),
                bigint("customer_id").notNull(),
                column("status", "orderstatus").notNull().defaultTo("'PLACED'"),
                timestamptz("placed_at").notNull(),
                date("promised_for"),
                numeric("total", 12, 2).notNull(),
                varchar("currency", 3).notNull(),
                varchar("ship_to_street", 120).notNull(),
                varchar("ship_to_postcode", 12).notNull(),
                varchar("ship_to_city", 80).notNull(),
                varchar("ship_to_country", 2).notNull(),
                primaryKey("orders_pkey", "id"),
                unique("orders_order_number_key", "order_number"))
                .comment("One row per checkout");

        // OrderLine
        op.createTable("order_line",
                bigint("order_id"),
                integer("line_number"),
                uuid("product_id").notNull(),
                integer("quantity").notNull(),
                numeric("unit_price", 12, 2).notNull(),
                numeric("discount", 12, 2).notNull().defaultTo("0"),
                numeric("line_total", 14, 2).generated("quantity * (unit_price - discount)"),
                primaryKey("order_line_pkey", "line_number", "order_id"),
                check("order_line_quantity_range", "quantity between 1 and 999"),
                check("order_line_discount_below_price", "discount <= unit_price"));

        // Product.brand
        op.createIndex("product_brand_id_idx").on("product", "brand_id");
        // Product
        op.createIndex("product_search_idx").on("product", "lower(title)");
        // Customer
        op.createIndex("customer_open_email_key").on("customer", "lower(email)").where("closed_at is null").unique();
        op.createIndex("customer_name_idx").on("customer", "last_name", "first_name");
        // Order
        op.createIndex("orders_customer_newest_idx").on("orders", "customer_id", "placed_at desc");
        op.createIndex("orders_status_idx").on("orders", "status", "placed_at");
        // OrderLine.product
        op.createIndex("order_line_product_id_idx").on("order_line", "product_id");

        // Category.parent
        op.addForeignKey("category", "category_parent_id_fkey", "parent_id").references("category", "id");
        // Product.brand
        op.addForeignKey("product", "product_brand_id_fkey", "brand_id").references("brand", "id");
        // DigitalProduct.id
        op.addForeignKey("digital_product", "digital_product_id_fkey", "id").references("product", "id");
        // PhysicalProduct.id
        op.addForeignKey("physical_product", "physical_product_id_fkey", "id").references("product", "id");
        // Product.categories
        op.addForeignKey("product_category", "product_category_product_id_fkey", "product_id")
                .references("product", "id");
        op.addForeignKey("product_category", "product_category_category_id_fkey", "category_id")
                .references("category", "id");
        // Product.translations
        op.addForeignKey("product_translation", "product_translation_product_id_fkey", "product_id")
                .references("product", "id");
        // Customer.defaultAddress
        op.addForeignKey("customer", "customer_default_address_id_fkey", "default_address_id")
                .references("customer_address", "id");
        // CustomerAddress.customer
        op.addForeignKey("customer_address", "customer_address_customer_id_fkey", "customer_id")
                .references("customer", "id")
                .onDelete(CASCADE);
        // Customer.phones
        op.addForeignKey("customer_phone", "customer_phone_customer_id_fkey", "customer_id")
                .references("customer", "id")
                .onDelete(CASCADE);
        // Order.customer
        op.addForeignKey("orders", "orders_customer_id_fkey", "customer_id").references("customer", "id");
        // OrderLine.id.orderId
        op.addForeignKey("order_line", "order_line_order_id_fkey", "order_id")
                .references("orders", "id")
                .onDelete(CASCADE);
        // OrderLine.product
        op.addForeignKey("order_line", "order_line_product_id_fkey", "product_id").references("product", "id");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("customer", "customer_default_address_id_fkey");

        op.dropCast("character varying", "orderstatus");
        op.dropCast("orderstatus", "character varying");

        op.dropTable("order_line");
        op.dropTable("orders");
        op.dropTable("customer_phone");
        op.dropTable("customer_address");
        op.dropTable("customer");
        op.dropTable("product_translation");
        op.dropTable("product_category");
        op.dropTable("physical_product");
        op.dropTable("digital_product");
        op.dropTable("product");
        op.dropTable("category");
        op.dropTable("brand");

        op.dropSequence("customer_seq");
        op.dropSequence("orders_seq");

        op.dropEnum("orderstatus");
    }
}

package com.acme.shop.migrations;

import static dev.retort.migration.Columns.*;
import static dev.retort.migration.ReferentialAction.*;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * Keep reviews and product history.
 */
@Revision(id = "0005", revises = "0004", message = "keep reviews and product history", created = "2026-11-20T17:48:27Z")
public final class R0005_KeepReviewsAndProductHistory implements Migration {

    @Override
    public void upgrade(Operations op) {
        // ChangeSet.id
        op.createSequence("revinfo_seq").increment(50);

        // Review
        op.createTable("review",
                bigint("id").identity(),
                timestamptz("created_at").notNull().defaultTo("now()"),
                timestamptz("updated_at").notNull(),
                integer("version").notNull(),
                uuid("product_id").notNull(),
                bigint("customer_id").notNull(),
                smallint("stars").notNull(),
                text("body"),
                bool("removed").notNull().comment("Soft-delete indicator"),
                primaryKey("review_pkey", "id"),
                unique("review_one_per_customer", "product_id", "customer_id"),
                check("review_stars_check", "(stars>=1) and (stars<=5)"));

        // ChangeSet
        op.createTable("revinfo",
                integer("rev"),
                timestamptz("committed_at").notNull(),
                varchar("author", 80),
                primaryKey("revinfo_pkey", "rev"));

        // ProductChange
        op.createTable("product_aud",
                uuid("id"),
                integer("rev"),
                smallint("revtype").notNull(),
                varchar("sku", 32),
                varchar("name", 200),
                numeric("price", 12, 2),
                bool("listed"),
                primaryKey("product_aud_pkey", "rev", "id"))
                .comment("Products as they were");

        // Review
        op.createIndex("review_newest_idx").on("review", "product_id", "created_at desc");

        // Review.product
        op.addForeignKey("review", "review_product_id_fkey", "product_id")
                .references("product", "id")
                .onDelete(CASCADE);
        // Review.customer
        op.addForeignKey("review", "review_customer_id_fkey", "customer_id").references("customer", "id");
        // ProductChange.id.rev
        op.addForeignKey("product_aud", "product_aud_rev_fkey", "rev").references("revinfo", "rev");

        op.createView("customer_turnover", """
                select c.id as customer_id,
                       c.email,
                       count(o.id) as orders,
                       coalesce(sum(o.total), 0) as turnover,
                       max(o.placed_at) as last_order_at
                from customer c
                left join orders o on o.customer_id = c.id and o.status <> 'CANCELLED'
                group by c.id, c.email""");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropView("customer_turnover");

        op.dropTable("product_aud");
        op.dropTable("revinfo");
        op.dropTable("review");

        op.dropSequence("revinfo_seq");
    }
}

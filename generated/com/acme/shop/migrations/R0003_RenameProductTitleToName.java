package com.acme.shop.migrations;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * Rename product title to name.
 */
@Revision(id = "0003", revises = "0002", message = "rename product title to name", created = "2026-11-20T17:46:49Z")
public final class R0003_RenameProductTitleToName implements Migration {

    @Override
    public void upgrade(Operations op) {
        // StockLevel
        op.renameTable("warehouse.stock", "warehouse.stock_level");

        // Product.name
        op.renameColumn("product", "title", "name");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameTable("warehouse.stock_level", "warehouse.stock");

        op.renameColumn("product", "name", "title");
    }
}

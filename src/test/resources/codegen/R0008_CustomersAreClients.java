package com.acme.shop.migrations;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;

/**
 * Customers are clients.
 *
 * <p><b>Review before applying</b>
 * <ul>
 *   <li><b>enum-value-irreversible</b> PostgreSQL cannot take a value back: the downgrade rebuilds the type and fails
 *       while a row holds BLACK. Before a downgrade give such rows another value, in each column of the type, such as
 *       {@code UPDATE client SET tier = 'BASIC' WHERE tier = 'BLACK'}.
 *   <li><b>enum-value-irreversible</b> PostgreSQL cannot take a value back: the downgrade rebuilds the type and fails
 *       while a row holds JUNIOR. Before a downgrade give such rows another value, in each column of the type, such as
 *       {@code UPDATE client SET tier = 'BASIC' WHERE tier = 'JUNIOR'}.
 * </ul>
 */
@Revision(id = "0008", revises = "0007", message = "customers are clients", created = "2026-11-20T14:02:11Z")
@Warning("enum-value-irreversible")
public final class R0008_CustomersAreClients implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.renameSequence("customer_code_seq", "client_code_seq");

        op.renameType("tier", "grade");

        op.renameTable("customer", "client");

        op.renameColumn("client", "fullname", "full_name");

        op.renameIndex("customer_fullname_idx", "client_name_idx");

        op.renameConstraint("client", "customer_level_check", "client_level_check");

        op.renameEnumValue("grade", "BRONZE", "BASIC");
        op.addEnumValue("grade", "JUNIOR").before("SILVER");
        op.addEnumValue("grade", "BLACK");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameSequence("client_code_seq", "customer_code_seq");

        op.renameType("grade", "tier");

        op.renameTable("client", "customer");

        op.renameColumn("customer", "full_name", "fullname");

        op.renameIndex("client_name_idx", "customer_fullname_idx");

        op.renameConstraint("customer", "client_level_check", "customer_level_check");

        op.renameEnumValue("tier", "BASIC", "BRONZE");
        op.replaceEnum("tier", "BRONZE", "SILVER", "GOLD").column("customer", "tier", "'SILVER'");
    }
}

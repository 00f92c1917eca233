package com.acme.shop.migrations;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/**
 * Merge heads.
 *
 * <p>Both branches added a revision on 0006.
 */
@Revision(
        id = "20261120a",
        revises = {"0007", "0008"},
        message = "merge heads\n\nBoth branches added a revision on 0006.",
        created = "2026-11-20T14:02:11Z",
        branchLabels = "shop",
        dependsOn = "billing@head")
public final class R20261120a_MergeHeads implements Migration {

    @Override
    public void upgrade(Operations op) {
    }

    @Override
    public void downgrade(Operations op) {
    }
}

package dev.retort.spring.failing;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/** A revision that works. */
@Revision(
        id = "1",
        revises = {},
        message = "first",
        created = "2026-01-01T00:00:00Z")
public final class R1 implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE customer (id integer)");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("customer");
    }
}

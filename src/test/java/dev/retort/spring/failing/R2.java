package dev.retort.spring.failing;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/** A revision that the server refuses. */
@Revision(id = "2", revises = "1", message = "second", created = "2026-01-02T00:00:00Z")
public final class R2 implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("INSERT INTO customer VALUES ('a \u001b[2J')");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("DELETE FROM customer");
    }
}

package dev.retort.sql;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.Operation;
import java.util.Optional;

/** What an object is, apart from its name and its table: for people who compare two of one name. */
public final class Definition {

    private Definition() {}

    /**
     * The definition of what the operation adds, such as {@code FOREIGN KEY (customer_id) REFERENCES customer ON DELETE CASCADE} or
     * {@code btree (customer_id, placed_at DESC)}, spelled as in {@code CREATE}; empty where it adds neither a constraint nor an index.
     */
    public static Optional<String> of(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return Optional.of(ConstraintSql.body(add.constraint()));
        } else if (operation instanceof CreateIndex create) {
            return Optional.of((create.index().unique() ? "unique " : "")
                    + create.index().method()
                    + IndexSql.definition(create.index()));
        }
        return Optional.empty();
    }
}

package dev.retort.command.compare;

import dev.retort.codegen.Origins;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropView;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Provenance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the entity or attribute that a change comes from. */
public final class Origin {

    private Origin() {}

    /** The entity or attribute, such as {@code Customer.tier}, for what goes the entity of its table; empty where the model does not know. */
    public static Optional<String> of(Operation operation, Provenance provenance) {
        String origin = new Origins(provenance).of(operation);
        if (!origin.isEmpty()) {
            return Optional.of(origin);
        }
        if (operation instanceof DropEnum drop) {
            return provenance.ofType(drop.type());
        }
        ObjectName table = table(operation);
        return table == null ? Optional.empty() : provenance.of(table);
    }

    private static @Nullable ObjectName table(Operation operation) {
        if (operation instanceof DropTable drop) {
            return drop.table();
        } else if (operation instanceof DropColumn drop) {
            return drop.table();
        } else if (operation instanceof DropSequence drop) {
            return drop.sequence();
        } else if (operation instanceof DropView drop) {
            return drop.view();
        }
        return operation instanceof DropConstraint drop ? drop.table() : null;
    }
}

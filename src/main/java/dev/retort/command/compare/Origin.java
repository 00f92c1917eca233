package dev.retort.command.compare;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Provenance;
import java.util.Optional;

/** Finds the entity or attribute that a change comes from. */
public final class Origin {

    private Origin() {}

    /** The entity or attribute, such as {@code Customer.tier}; empty where the model does not know. */
    public static Optional<String> of(Operation operation, Provenance provenance) {
        if (operation instanceof CreateTable create) {
            return provenance.of(create.table().name());
        } else if (operation instanceof DropTable drop) {
            return provenance.of(drop.table());
        } else if (operation instanceof RenameTable rename) {
            return provenance.of(rename.to());
        } else if (operation instanceof AlterTable alter) {
            return provenance.of(alter.table());
        } else if (operation instanceof AddColumn add) {
            return provenance.of(add.table(), add.column().name());
        } else if (operation instanceof AlterColumn alter) {
            return provenance.of(alter.table(), alter.column());
        } else if (operation instanceof DropColumn drop) {
            return provenance.of(drop.table());
        } else if (operation instanceof RenameColumn rename) {
            return provenance.of(rename.table(), rename.to());
        } else if (operation instanceof AddConstraint add) {
            return provenance.of(add.table());
        } else if (operation instanceof DropConstraint drop) {
            return provenance.of(drop.table());
        } else if (operation instanceof CreateIndex create) {
            return provenance.of(create.table());
        }
        return Optional.empty();
    }
}

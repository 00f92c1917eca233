package dev.retort.operation;

import dev.retort.schema.ObjectName;
import java.util.Optional;

/** Tells which table an operation is on. */
public final class OnTable {

    private OnTable() {}

    /** The table, under the name that it has before the operation; empty where it is on none, or does not say. */
    public static Optional<ObjectName> of(Operation operation) {
        if (operation instanceof CreateTable create) {
            return Optional.of(create.table().name());
        } else if (operation instanceof DropTable drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof AlterTable alter) {
            return Optional.of(alter.table());
        } else if (operation instanceof AddColumn add) {
            return Optional.of(add.table());
        } else if (operation instanceof DropColumn drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof RenameColumn rename) {
            return Optional.of(rename.table());
        } else if (operation instanceof AlterColumn alter) {
            return Optional.of(alter.table());
        } else if (operation instanceof AddConstraint add) {
            return Optional.of(add.table());
        } else if (operation instanceof DropConstraint drop) {
            return Optional.of(drop.table());
        } else if (operation instanceof CreateIndex create) {
            return Optional.of(create.table());
        } else if (operation instanceof CreateObject create) {
            return Optional.ofNullable(create.target().table());
        } else if (operation instanceof DropObject drop) {
            return Optional.ofNullable(drop.target().table());
        }
        return Optional.empty();
    }
}

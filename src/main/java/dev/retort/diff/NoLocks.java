package dev.retort.diff;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterComposite;
import dev.retort.operation.CreateCast;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropCast;
import dev.retort.operation.DropComposite;
import dev.retort.operation.DropDomain;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameType;
import dev.retort.operation.SetComment;
import java.util.List;

/** The operations that keep nobody from a table, view or sequence that is there: what they make is new, or only the catalog's rows of a type or a name change. */
abstract class NoLocks implements Operation.Visitor<List<Lock>> {

    @Override
    public List<Lock> visit(CreateNamespace operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(DropNamespace operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(CreateTable operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(RenameIndex operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(CreateSequence operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(DropSequence operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(RenameSequence operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(CreateEnum operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(AddEnumValue operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(RenameEnumValue operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(RenameType operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(DropEnum operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(CreateComposite operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(AlterComposite operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(DropComposite operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(CreateDomain operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(DropDomain operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(CreateCast operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(DropCast operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(CreateView operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(SetComment operation) {
        return List.of();
    }

    @Override
    public List<Lock> visit(Irreversible operation) {
        return List.of();
    }
}

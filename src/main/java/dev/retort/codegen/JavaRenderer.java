package dev.retort.codegen;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterComposite;
import dev.retort.operation.AlterConstraint;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AlterTable;
import dev.retort.operation.CreateCast;
import dev.retort.operation.CreateComposite;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropCast;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropComposite;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropDomain;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropView;
import dev.retort.operation.Execute;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RenameType;
import dev.retort.operation.ReplaceEnum;
import dev.retort.operation.SequenceOwner;
import dev.retort.operation.SetComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Cast;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.View;

/** An operation as the call of {@code op} that says it. Above 300 lines, as it has a method for each kind of operation. */
final class JavaRenderer implements Operation.Visitor<Chain> {

    private static Chain on(String method, ObjectName name) {
        return Chain.of("op." + method).text(name.display());
    }

    @Override
    public Chain visit(CreateNamespace operation) {
        return Chain.of("op.createSchema").text(operation.namespace());
    }

    @Override
    public Chain visit(DropNamespace operation) {
        return Chain.of("op.dropSchema").text(operation.namespace());
    }

    @Override
    public Chain visit(CreateTable operation) {
        return TableChains.create(operation.table());
    }

    @Override
    public Chain visit(DropTable operation) {
        return on("dropTable", operation.table());
    }

    @Override
    public Chain visit(RenameTable operation) {
        return on("renameTable", operation.from()).text(operation.to().display());
    }

    @Override
    public Chain visit(AlterTable operation) {
        return TableChains.alter(operation);
    }

    @Override
    public Chain visit(AddColumn operation) {
        return on("addColumn", operation.table()).chain(ColumnChains.of(operation.column(), false));
    }

    @Override
    public Chain visit(DropColumn operation) {
        return on("dropColumn", operation.table()).text(operation.column());
    }

    @Override
    public Chain visit(RenameColumn operation) {
        return on("renameColumn", operation.table()).text(operation.from()).text(operation.to());
    }

    @Override
    public Chain visit(AlterColumn operation) {
        return TableChains.alter(operation);
    }

    @Override
    public Chain visit(AddConstraint operation) {
        return ConstraintChains.added(operation.table(), operation.constraint());
    }

    @Override
    public Chain visit(DropConstraint operation) {
        return on("dropConstraint", operation.table()).text(operation.name());
    }

    @Override
    public Chain visit(RenameConstraint operation) {
        return on("renameConstraint", operation.table()).text(operation.from()).text(operation.to());
    }

    @Override
    public Chain visit(AlterConstraint operation) {
        Chain chain = on("alterConstraint", operation.table()).text(operation.name());
        return operation.deferrability() == Deferrability.NOT_DEFERRABLE
                ? chain.then("notDeferrable")
                : ConstraintChains.deferrability(chain, operation.deferrability());
    }

    @Override
    public Chain visit(ValidateConstraint operation) {
        return on("validateConstraint", operation.table()).text(operation.name());
    }

    @Override
    public Chain visit(CreateIndex operation) {
        return IndexChains.create(operation);
    }

    @Override
    public Chain visit(DropIndex operation) {
        Chain chain = on("dropIndex", operation.index());
        return operation.concurrently() ? chain.then("concurrently") : chain;
    }

    @Override
    public Chain visit(RenameIndex operation) {
        return on("renameIndex", operation.from()).text(operation.to());
    }

    @Override
    public Chain visit(CreateSequence operation) {
        return SequenceChains.say(
                on(operation.unlogged() ? "createUnloggedSequence" : "createSequence", operation.sequence()),
                SequenceChains.leastStated(operation.options(), SqlType.builtin("bigint")));
    }

    @Override
    public Chain visit(AlterSequence operation) {
        Chain chain = SequenceChains.say(on("alterSequence", operation.sequence()), operation.options());
        SequenceChains.number(chain, "restart", operation.restart());
        SequenceOwner owner = operation.owner();
        if (operation.unlogged() != null) {
            chain.then(operation.unlogged() ? "unlogged" : "logged");
        }
        if (owner == null) {
            return chain;
        }
        ColumnRef column = owner.column();
        return column == null
                ? chain.then("ownedByNone")
                : chain.then("ownedBy", column.table().display(), column.column());
    }

    @Override
    public Chain visit(DropSequence operation) {
        return on("dropSequence", operation.sequence());
    }

    @Override
    public Chain visit(RenameSequence operation) {
        return on("renameSequence", operation.from()).text(operation.to().display());
    }

    @Override
    public Chain visit(CreateEnum operation) {
        return on("createEnum", operation.type().name()).texts(operation.type().labels());
    }

    @Override
    public Chain visit(AddEnumValue operation) {
        return TypeChains.addValue(operation);
    }

    @Override
    public Chain visit(RenameEnumValue operation) {
        return on("renameEnumValue", operation.type()).text(operation.from()).text(operation.to());
    }

    @Override
    public Chain visit(RenameType operation) {
        return on("renameType", operation.from()).text(operation.to().display());
    }

    @Override
    public Chain visit(ReplaceEnum operation) {
        return TypeChains.replace(operation);
    }

    @Override
    public Chain visit(DropEnum operation) {
        return on("dropEnum", operation.type());
    }

    @Override
    public Chain visit(CreateComposite operation) {
        return TypeChains.create(operation.type());
    }

    @Override
    public Chain visit(AlterComposite operation) {
        return TypeChains.alter(operation);
    }

    @Override
    public Chain visit(DropComposite operation) {
        return on("dropComposite", operation.type());
    }

    @Override
    public Chain visit(CreateDomain operation) {
        return TypeChains.create(operation.domain());
    }

    @Override
    public Chain visit(AlterDomain operation) {
        return TypeChains.alter(operation);
    }

    @Override
    public Chain visit(DropDomain operation) {
        return on("dropDomain", operation.domain());
    }

    @Override
    public Chain visit(CreateCast operation) {
        return cast("createCast", operation.cast());
    }

    @Override
    public Chain visit(DropCast operation) {
        return cast("dropCast", operation.cast());
    }

    @Override
    public Chain visit(CreateView operation) {
        View view = operation.view();
        return on(view.materialized() ? "createMaterializedView" : "createView", view.name())
                .text(view.query());
    }

    @Override
    public Chain visit(DropView operation) {
        return on(operation.materialized() ? "dropMaterializedView" : "dropView", operation.view());
    }

    @Override
    public Chain visit(CreateObject operation) {
        return Chain.of("op.createObject").text(operation.target().display()).text(operation.sql());
    }

    @Override
    public Chain visit(DropObject operation) {
        return Chain.of("op.dropObject").text(operation.target().display());
    }

    @Override
    public Chain visit(SetComment operation) {
        return CommentChains.set(operation);
    }

    @Override
    public Chain visit(Execute operation) {
        return Chain.of("op.execute").text(operation.sql());
    }

    @Override
    public Chain visit(Irreversible operation) {
        return Chain.of("op.irreversible").text(operation.reason());
    }

    private static Chain cast(String method, Cast cast) {
        return Chain.of("op." + method)
                .text(cast.source().display())
                .text(cast.target().display());
    }
}

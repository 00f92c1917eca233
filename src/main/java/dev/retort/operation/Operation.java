package dev.retort.operation;

/**
 * One change of a database schema. A new kind is a record, a line of the {@link Visitor} and its methods, and the compiler names each place left out.
 */
public sealed interface Operation
        permits CreateNamespace,
                DropNamespace,
                CreateTable,
                DropTable,
                RenameTable,
                AlterTable,
                AddColumn,
                DropColumn,
                RenameColumn,
                AlterColumn,
                AddConstraint,
                DropConstraint,
                RenameConstraint,
                AlterConstraint,
                ValidateConstraint,
                CreateIndex,
                DropIndex,
                RenameIndex,
                CreateSequence,
                AlterSequence,
                DropSequence,
                RenameSequence,
                CreateEnum,
                AddEnumValue,
                RenameEnumValue,
                RenameType,
                ReplaceEnum,
                DropEnum,
                CreateComposite,
                AlterComposite,
                DropComposite,
                CreateDomain,
                AlterDomain,
                DropDomain,
                CreateCast,
                DropCast,
                CreateView,
                DropView,
                CreateObject,
                DropObject,
                SetComment,
                Execute,
                Irreversible {

    /** The kind in snake case and the field's words, such as {@code add_column}; stable, scripts depend on it. */
    String kind();

    /** The object that changes, with its namespace, such as {@code public.customer.tier}; empty where SQL alone knows. */
    String object();

    /** One line for people, such as {@code add column customer.tier}. */
    String summary();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** What is done with each kind of operation, for outputs in a foreign language. */
    interface Visitor<R> {

        /** Visits a CreateNamespace operation. */
        R visit(CreateNamespace operation);

        /** Visits a DropNamespace operation. */
        R visit(DropNamespace operation);

        /** Visits a CreateTable operation. */
        R visit(CreateTable operation);

        /** Visits a DropTable operation. */
        R visit(DropTable operation);

        /** Visits a RenameTable operation. */
        R visit(RenameTable operation);

        /** Visits a AlterTable operation. */
        R visit(AlterTable operation);

        /** Visits a AddColumn operation. */
        R visit(AddColumn operation);

        /** Visits a DropColumn operation. */
        R visit(DropColumn operation);

        /** Visits a RenameColumn operation. */
        R visit(RenameColumn operation);

        /** Visits a AlterColumn operation. */
        R visit(AlterColumn operation);

        /** Visits a AddConstraint operation. */
        R visit(AddConstraint operation);

        /** Visits a DropConstraint operation. */
        R visit(DropConstraint operation);

        /** Visits a RenameConstraint operation. */
        R visit(RenameConstraint operation);

        /** Visits a AlterConstraint operation. */
        R visit(AlterConstraint operation);

        /** Visits a ValidateConstraint operation. */
        R visit(ValidateConstraint operation);

        /** Visits a CreateIndex operation. */
        R visit(CreateIndex operation);

        /** Visits a DropIndex operation. */
        R visit(DropIndex operation);

        /** Visits a RenameIndex operation. */
        R visit(RenameIndex operation);

        /** Visits a CreateSequence operation. */
        R visit(CreateSequence operation);

        /** Visits a AlterSequence operation. */
        R visit(AlterSequence operation);

        /** Visits a DropSequence operation. */
        R visit(DropSequence operation);

        /** Visits a RenameSequence operation. */
        R visit(RenameSequence operation);

        /** Visits a CreateEnum operation. */
        R visit(CreateEnum operation);

        /** Visits a AddEnumValue operation. */
        R visit(AddEnumValue operation);

        /** Visits a RenameEnumValue operation. */
        R visit(RenameEnumValue operation);

        /** Visits a RenameType operation. */
        R visit(RenameType operation);

        /** Visits a ReplaceEnum operation. */
        R visit(ReplaceEnum operation);

        /** Visits a DropEnum operation. */
        R visit(DropEnum operation);

        /** Visits a CreateComposite operation. */
        R visit(CreateComposite operation);

        /** Visits a AlterComposite operation. */
        R visit(AlterComposite operation);

        /** Visits a DropComposite operation. */
        R visit(DropComposite operation);

        /** Visits a CreateDomain operation. */
        R visit(CreateDomain operation);

        /** Visits a AlterDomain operation. */
        R visit(AlterDomain operation);

        /** Visits a DropDomain operation. */
        R visit(DropDomain operation);

        /** Visits a CreateCast operation. */
        R visit(CreateCast operation);

        /** Visits a DropCast operation. */
        R visit(DropCast operation);

        /** Visits a CreateView operation. */
        R visit(CreateView operation);

        /** Visits a DropView operation. */
        R visit(DropView operation);

        /** Visits a CreateObject operation. */
        R visit(CreateObject operation);

        /** Visits a DropObject operation. */
        R visit(DropObject operation);

        /** Visits a SetComment operation. */
        R visit(SetComment operation);

        /** Visits a Execute operation. */
        R visit(Execute operation);

        /** Visits a Irreversible operation. */
        R visit(Irreversible operation);
    }
}

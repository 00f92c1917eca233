package dev.retort.sql;

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
import dev.retort.operation.SetComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CommentTarget;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * Spells operations as PostgreSQL statements: the one place where each kind is taken to its object's speller. It is longer than other files because it
 * has a method a kind.
 */
public final class SqlRenderer {

    private static final Operation.Visitor<List<Statement>> SPELL = new Speller();

    private SqlRenderer() {}

    /**
     * The statements of an operation, in order; none for {@link Irreversible}, which is for the runner to refuse.
     *
     * @throws IllegalArgumentException if the operation states no change at all
     */
    public static List<Statement> render(Operation operation) {
        return operation.accept(SPELL);
    }

    /** The statements of several operations, in order. */
    public static List<Statement> render(List<? extends Operation> operations) {
        return operations.stream().flatMap(o -> render(o).stream()).toList();
    }

    private static final class Speller implements Operation.Visitor<List<Statement>> {

        private static List<Statement> drop(String kind, ObjectName name) {
            return List.of(Statement.of("DROP " + kind + " " + SqlWriter.name(name)));
        }

        private static String fromTo(String from, String to) {
            return SqlWriter.identifier(from) + " TO " + SqlWriter.identifier(to);
        }

        @Override
        public List<Statement> visit(CreateNamespace operation) {
            return List.of(Statement.of("CREATE SCHEMA " + SqlWriter.identifier(operation.namespace())));
        }

        @Override
        public List<Statement> visit(DropNamespace operation) {
            return List.of(Statement.of("DROP SCHEMA " + SqlWriter.identifier(operation.namespace())));
        }

        @Override
        public List<Statement> visit(CreateTable operation) {
            return TableSql.create(operation.table());
        }

        @Override
        public List<Statement> visit(DropTable operation) {
            return drop("TABLE", operation.table());
        }

        @Override
        public List<Statement> visit(RenameTable operation) {
            return TableSql.rename(operation);
        }

        @Override
        public List<Statement> visit(AlterTable operation) {
            return TableSql.alter(operation);
        }

        @Override
        public List<Statement> visit(AddColumn operation) {
            List<Statement> statements = new ArrayList<>();
            statements.add(TableSql.alter(operation.table(), "ADD COLUMN " + ColumnSql.definition(operation.column())));
            if (operation.column().comment() != null) {
                CommentTarget target = CommentTarget.column(
                        operation.table(), operation.column().name());
                statements.add(CommentSql.set(target, operation.column().comment()));
            }
            return statements;
        }

        @Override
        public List<Statement> visit(DropColumn operation) {
            return List.of(
                    TableSql.alter(operation.table(), "DROP COLUMN " + SqlWriter.identifier(operation.column())));
        }

        @Override
        public List<Statement> visit(RenameColumn operation) {
            return List.of(
                    TableSql.alter(operation.table(), "RENAME COLUMN " + fromTo(operation.from(), operation.to())));
        }

        @Override
        public List<Statement> visit(AlterColumn operation) {
            return operation.changes().stream()
                    .map(change -> Statement.of(ColumnSql.alter(operation, change)))
                    .toList();
        }

        @Override
        public List<Statement> visit(AddConstraint operation) {
            return List.of(Statement.of(ConstraintSql.add(operation.table(), operation.constraint())));
        }

        @Override
        public List<Statement> visit(DropConstraint operation) {
            return List.of(
                    TableSql.alter(operation.table(), "DROP CONSTRAINT " + SqlWriter.identifier(operation.name())));
        }

        @Override
        public List<Statement> visit(RenameConstraint operation) {
            return List.of(
                    TableSql.alter(operation.table(), "RENAME CONSTRAINT " + fromTo(operation.from(), operation.to())));
        }

        @Override
        public List<Statement> visit(AlterConstraint operation) {
            return List.of(Statement.of(ConstraintSql.alter(operation)));
        }

        @Override
        public List<Statement> visit(ValidateConstraint operation) {
            return List.of(
                    TableSql.alter(operation.table(), "VALIDATE CONSTRAINT " + SqlWriter.identifier(operation.name())));
        }

        @Override
        public List<Statement> visit(CreateIndex operation) {
            return List.of(IndexSql.create(operation));
        }

        @Override
        public List<Statement> visit(DropIndex operation) {
            return List.of(IndexSql.drop(operation));
        }

        @Override
        public List<Statement> visit(RenameIndex operation) {
            return Renaming.move("INDEX", operation.from(), operation.from().sibling(operation.to()));
        }

        @Override
        public List<Statement> visit(CreateSequence operation) {
            return List.of(Statement.of(SequenceSql.create(operation)));
        }

        @Override
        public List<Statement> visit(AlterSequence operation) {
            return SequenceSql.alter(operation);
        }

        @Override
        public List<Statement> visit(DropSequence operation) {
            return drop("SEQUENCE", operation.sequence());
        }

        @Override
        public List<Statement> visit(RenameSequence operation) {
            return Renaming.move("SEQUENCE", operation.from(), operation.to());
        }

        @Override
        public List<Statement> visit(CreateEnum operation) {
            return List.of(EnumSql.create(operation.type()));
        }

        @Override
        public List<Statement> visit(AddEnumValue operation) {
            return List.of(EnumSql.add(operation));
        }

        @Override
        public List<Statement> visit(RenameEnumValue operation) {
            return List.of(Statement.of("ALTER TYPE " + SqlWriter.name(operation.type()) + " RENAME VALUE "
                    + SqlWriter.literal(operation.from()) + " TO " + SqlWriter.literal(operation.to())));
        }

        @Override
        public List<Statement> visit(RenameType operation) {
            return Renaming.move("TYPE", operation.from(), operation.to());
        }

        @Override
        public List<Statement> visit(ReplaceEnum operation) {
            return EnumSql.replace(operation);
        }

        @Override
        public List<Statement> visit(DropEnum operation) {
            return drop("TYPE", operation.type());
        }

        @Override
        public List<Statement> visit(CreateComposite operation) {
            return List.of(TypeSql.create(operation.type()));
        }

        @Override
        public List<Statement> visit(AlterComposite operation) {
            return List.of(TypeSql.alter(operation));
        }

        @Override
        public List<Statement> visit(DropComposite operation) {
            return drop("TYPE", operation.type());
        }

        @Override
        public List<Statement> visit(CreateDomain operation) {
            return TypeSql.create(operation.domain());
        }

        @Override
        public List<Statement> visit(AlterDomain operation) {
            return TypeSql.alter(operation);
        }

        @Override
        public List<Statement> visit(DropDomain operation) {
            return drop("DOMAIN", operation.domain());
        }

        @Override
        public List<Statement> visit(CreateCast operation) {
            return List.of(TypeSql.create(operation.cast()));
        }

        @Override
        public List<Statement> visit(DropCast operation) {
            return List.of(TypeSql.drop(operation.cast()));
        }

        @Override
        public List<Statement> visit(CreateView operation) {
            return List.of(ViewSql.create(operation.view()));
        }

        @Override
        public List<Statement> visit(DropView operation) {
            return List.of(ViewSql.drop(operation));
        }

        @Override
        public List<Statement> visit(CreateObject operation) {
            return List.of(Statement.of(Verbatim.statement(operation.sql())));
        }

        @Override
        public List<Statement> visit(DropObject operation) {
            return List.of(ObjectSql.drop(operation.target()));
        }

        @Override
        public List<Statement> visit(SetComment operation) {
            return List.of(CommentSql.set(operation.target(), operation.comment()));
        }

        @Override
        public List<Statement> visit(Execute operation) {
            String sql = Verbatim.statement(operation.sql());
            return sql.isEmpty() ? List.of() : List.of(Statement.of(sql));
        }

        @Override
        public List<Statement> visit(Irreversible operation) {
            return List.of();
        }
    }
}

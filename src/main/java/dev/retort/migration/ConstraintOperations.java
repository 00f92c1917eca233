package dev.retort.migration;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterConstraint;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Exclusion;
import dev.retort.schema.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constraints of tables that exist; where a new one has no name PostgreSQL chooses one. */
abstract class ConstraintOperations extends TableOperations {

    ConstraintOperations(Sink sink) {
        super(sink);
    }

    /** Adds a primary key. */
    public PrimaryKeySpec addPrimaryKey(String table, @Nullable String name, String... columns) {
        ObjectName on = Spelling.name(table);
        PrimaryKeySpec spec = Columns.primaryKey(name, columns);
        return say(spec, () -> new AddConstraint(on, spec.key()));
    }

    /** Adds a unique constraint. */
    public UniqueSpec addUnique(String table, @Nullable String name, String... columns) {
        ObjectName on = Spelling.name(table);
        UniqueSpec spec = Columns.unique(name, columns);
        return say(spec, () -> new AddConstraint(on, spec.unique()));
    }

    /** Adds a check. */
    public CheckSpec addCheck(String table, @Nullable String name, String sql) {
        ObjectName on = Spelling.name(table);
        CheckSpec spec = Columns.check(name, sql);
        return say(spec, () -> new AddConstraint(on, spec.check()));
    }

    /** Lets a column hold no nulls, under a name; from PostgreSQL 18, before it {@code op.alterColumn(…).notNull()}. */
    public NotNullSpec addNotNull(String table, @Nullable String name, String column) {
        ObjectName on = Spelling.name(table);
        NotNullSpec spec = Columns.notNull(name, column);
        return say(spec, () -> new AddConstraint(on, spec.notNull()));
    }

    /** Adds a foreign key; {@code .references(table, columns…)} follows. */
    public ForeignKeySpec addForeignKey(String table, @Nullable String name, String... columns) {
        ObjectName on = Spelling.name(table);
        ForeignKeySpec spec = new ForeignKeySpec(name, List.of(columns));
        return say(spec, () -> new AddConstraint(on, spec.key()));
    }

    /**
     * Adds an exclusion constraint.
     *
     * @param definition everything from {@code EXCLUDE} on
     */
    public void addExclusion(String table, @Nullable String name, String definition) {
        say(new AddConstraint(Spelling.name(table), new Exclusion(name, definition)));
    }

    /** Drops a constraint of any kind. */
    public void dropConstraint(String table, String name) {
        say(new DropConstraint(Spelling.name(table), name));
    }

    /** Renames a constraint of any kind. */
    public void renameConstraint(String table, String from, String to) {
        say(new RenameConstraint(Spelling.name(table), from, to));
    }

    /** Changes when a foreign key is checked: at once, unless more words follow. */
    public AlterConstraintSpec alterConstraint(String table, String name) {
        ObjectName on = Spelling.name(table);
        AlterConstraintSpec spec = new AlterConstraintSpec(Deferrability.NOT_DEFERRABLE);
        return say(spec, () -> new AlterConstraint(on, name, spec.deferrability()));
    }

    /** Looks at the old rows of a constraint that was added not valid. */
    public void validateConstraint(String table, String name) {
        say(new ValidateConstraint(Spelling.name(table), name));
    }
}

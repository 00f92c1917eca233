package dev.retort.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Table}. */
public final class TableBuilder {

    private ObjectName name;
    private List<Column> columns = new ArrayList<>();
    private @Nullable PrimaryKey primaryKey;
    private List<Unique> uniques = new ArrayList<>();
    private List<Check> checks = new ArrayList<>();
    private List<NotNull> notNulls = new ArrayList<>();
    private List<ForeignKey> foreignKeys = new ArrayList<>();
    private List<Exclusion> exclusions = new ArrayList<>();
    private List<Index> indexes = new ArrayList<>();
    private @Nullable String comment;
    private @Nullable TableOptions options;

    TableBuilder(ObjectName name) {
        this.name = name;
    }

    TableBuilder(Table table) {
        this.name = table.name();
        this.columns.addAll(table.columns());
        this.primaryKey = table.primaryKey();
        this.uniques.addAll(table.uniques());
        this.checks.addAll(table.checks());
        this.notNulls.addAll(table.notNulls());
        this.foreignKeys.addAll(table.foreignKeys());
        this.exclusions.addAll(table.exclusions());
        this.indexes.addAll(table.indexes());
        this.comment = table.comment();
        this.options = table.options();
    }

    public TableBuilder name(ObjectName newName) {
        this.name = newName;
        return this;
    }

    public TableBuilder column(Column column) {
        columns.add(column);
        return this;
    }

    public TableBuilder columns(Collection<Column> all) {
        columns = new ArrayList<>(all);
        return this;
    }

    public TableBuilder primaryKey(@Nullable PrimaryKey key) {
        primaryKey = key;
        return this;
    }

    public TableBuilder uniques(Collection<Unique> all) {
        uniques = new ArrayList<>(all);
        return this;
    }

    public TableBuilder checks(Collection<Check> all) {
        checks = new ArrayList<>(all);
        return this;
    }

    public TableBuilder notNulls(Collection<NotNull> all) {
        notNulls = new ArrayList<>(all);
        return this;
    }

    public TableBuilder foreignKeys(Collection<ForeignKey> all) {
        foreignKeys = new ArrayList<>(all);
        return this;
    }

    public TableBuilder exclusions(Collection<Exclusion> all) {
        exclusions = new ArrayList<>(all);
        return this;
    }

    public TableBuilder indexes(Collection<Index> all) {
        indexes = new ArrayList<>(all);
        return this;
    }

    public TableBuilder index(Index index) {
        indexes.add(index);
        return this;
    }

    /** Adds a constraint where its kind belongs. */
    public TableBuilder constraint(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            primaryKey = key;
        } else if (constraint instanceof Unique unique) {
            uniques.add(unique);
        } else if (constraint instanceof Check check) {
            checks.add(check);
        } else if (constraint instanceof NotNull notNull) {
            notNulls.add(notNull);
        } else if (constraint instanceof ForeignKey key) {
            foreignKeys.add(key);
        } else if (constraint instanceof Exclusion exclusion) {
            exclusions.add(exclusion);
        }
        return this;
    }

    public TableBuilder comment(@Nullable String newComment) {
        comment = newComment;
        return this;
    }

    public TableBuilder options(@Nullable TableOptions newOptions) {
        options = newOptions;
        return this;
    }

    /** The table. */
    public Table build() {
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                checks,
                notNulls,
                foreignKeys,
                exclusions,
                indexes,
                comment,
                options);
    }
}

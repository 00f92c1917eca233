package dev.retort.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it.
 *
 * @param columns in the order of their creation; the order is never a difference
 * @param primaryKey null for none
 * @param notNulls what is more than that a column holds no nulls
 * @param comment null for none, never empty
 * @param options null where not stated; a model states those that it means, and the rest is open
 */
public record Table(
        ObjectName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<Unique> uniques,
        List<Check> checks,
        List<NotNull> notNulls,
        List<ForeignKey> foreignKeys,
        List<Exclusion> exclusions,
        List<Index> indexes,
        @Nullable String comment,
        @Nullable TableOptions options) {

    public Table {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        notNulls = List.copyOf(notNulls);
        foreignKeys = List.copyOf(foreignKeys);
        exclusions = List.copyOf(exclusions);
        indexes = List.copyOf(indexes);
        comment = comment == null || comment.isEmpty() ? null : comment;
    }

    /** The column of that name. */
    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** The columns by name, in order; for whoever looks up more than one. */
    public Map<String, Column> columnsByName() {
        Map<String, Column> byName = new LinkedHashMap<>();
        columns.forEach(c -> byName.put(c.name(), c));
        return byName;
    }

    /** What is more about the column than that it holds no nulls. */
    public Optional<NotNull> notNull(String columnName) {
        return notNulls.stream().filter(n -> n.column().equals(columnName)).findFirst();
    }

    /** All constraints: the primary key, uniques, checks, not nulls, exclusions, foreign keys. */
    public List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        Stream.of(
                        Optional.ofNullable(primaryKey).stream(),
                        uniques.stream(),
                        checks.stream(),
                        notNulls.stream(),
                        exclusions.stream(),
                        foreignKeys.stream())
                .<Constraint>flatMap(s -> s)
                .forEach(all::add);
        return all;
    }

    /** A builder that starts from nothing. */
    public static TableBuilder builder(ObjectName name) {
        return new TableBuilder(name);
    }

    /** A builder that starts from this table. */
    public TableBuilder toBuilder() {
        return new TableBuilder(this);
    }
}

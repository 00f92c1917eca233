package dev.retort.command.compare;

import dev.retort.model.ColumnRole;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What database and model say of the objects of an operation. */
final class BothSides {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d_$]+");

    private final Schema actual;
    private final Schema wanted;
    private final Map<ObjectName, Map<String, Set<ColumnRole>>> roles = new HashMap<>();

    BothSides(Schema actual, Schema wanted, Map<ColumnRef, Set<ColumnRole>> roles) {
        this.actual = actual;
        this.wanted = wanted;
        roles.forEach((ref, all) -> this.roles
                .computeIfAbsent(ref.table(), table -> new HashMap<>())
                .put(ref.column(), all));
    }

    Optional<Column> actual(AlterColumn alter) {
        return actual.table(alter.table()).flatMap(table -> table.column(alter.column()));
    }

    boolean hasRole(ObjectName table, List<String> columns, ColumnRole role) {
        Map<String, Set<ColumnRole>> known = roles.getOrDefault(table, Map.of());
        return columns.stream()
                .anyMatch(column -> known.getOrDefault(column, Set.of()).contains(role));
    }

    /** Whether a check is added whose text names a column of that role, where the database has none that does: an old one that says otherwise is an edit. */
    boolean checksAtFirst(Operation operation, ColumnRole role) {
        return checks(operation, role)
                && operation instanceof AddConstraint add
                && actual.table(add.table()).stream()
                        .flatMap(table -> table.checks().stream())
                        .noneMatch(check -> names(check, add.table(), role));
    }

    /** Whether a check is added, to columns that were there, whose text names one of that role. */
    boolean checks(Operation operation, ColumnRole role) {
        return operation instanceof AddConstraint add
                && add.constraint() instanceof Check check
                && names(check, add.table(), role)
                && stood(add.table(), columns(check, add.table()));
    }

    /** Whether the database has these columns: what comes with them is of the edit that brings them. */
    boolean stood(ObjectName table, List<String> columns) {
        return actual.table(table)
                .filter(there ->
                        columns.stream().allMatch(column -> there.column(column).isPresent()))
                .isPresent();
    }

    /** Whether no column goes, as that of the places does where a list becomes a set. */
    boolean keepsColumns(ObjectName table) {
        Table shall = wanted.table(table).orElse(null);
        return shall != null
                && actual.table(table).stream()
                        .flatMap(is -> is.columns().stream())
                        .allMatch(column -> shall.column(column.name()).isPresent());
    }

    private List<String> columns(Check check, ObjectName table) {
        Set<String> words = words(check);
        return wanted.table(table).stream()
                .flatMap(shall -> shall.columns().stream())
                .map(Column::name)
                .filter(name -> words.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private boolean names(Check check, ObjectName table, ColumnRole role) {
        Set<String> words = words(check);
        return roles.getOrDefault(table, Map.of()).entrySet().stream()
                .anyMatch(entry -> entry.getValue().contains(role)
                        && words.contains(entry.getKey().toLowerCase(Locale.ROOT)));
    }

    private static Set<String> words(Check check) {
        return new HashSet<>(
                Arrays.asList(NO_WORD.split(check.expression().sql().toLowerCase(Locale.ROOT), -1)));
    }

    /** Whether a column may be null from now on, as a check that names a column of that role asks for its value instead. */
    boolean becomesChecked(Operation operation, ColumnRole role) {
        return operation instanceof AlterColumn alter
                && alter.changes().equals(List.of(new ColumnChange.DropNotNull()))
                && wanted.table(alter.table()).stream()
                        .flatMap(table -> table.checks().stream())
                        .anyMatch(check -> names(check, alter.table(), role)
                                && stood(alter.table(), columns(check, alter.table()))
                                && check.expression()
                                        .sql()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(alter.column().toLowerCase(Locale.ROOT) + " is not null"));
    }

    boolean becomesRequired(Operation operation, ColumnRole role) {
        return operation instanceof AlterColumn alter
                && alter.changes().equals(List.of(new ColumnChange.SetNotNull()))
                && stood(alter.table(), List.of(alter.column()))
                && hasRole(alter.table(), List.of(alter.column()), role);
    }

    boolean primaryKeyGains(Operation operation, ColumnRole role) {
        Keys keys = keys(operation);
        return keys != null
                && keys.shall().size() > keys.is().size()
                && keys.shall().containsAll(keys.is())
                && stood(keys.table(), keys.shall())
                && keys.shall().stream()
                        .filter(column -> !keys.is().contains(column))
                        .allMatch(column -> hasRole(keys.table(), List.of(column), role));
    }

    /** Whether the primary key of a collection table has fewer columns. */
    boolean primaryKeyShrinks(Operation operation) {
        Keys keys = keys(operation);
        return keys != null
                && hasRole(keys.table(), keys.is(), ColumnRole.COLLECTION_OWNER)
                && keys.is().size() > keys.shall().size()
                && keys.is().containsAll(keys.shall());
    }

    private record Keys(ObjectName table, List<String> is, List<String> shall) {}

    /** The columns of both primary keys, where the operation takes the one away or adds the other. */
    private @Nullable Keys keys(Operation operation) {
        if (operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey) {
            return keys(add.table(), null);
        }
        return operation instanceof DropConstraint drop ? keys(drop.table(), drop.name()) : null;
    }

    private @Nullable Keys keys(ObjectName table, @Nullable String dropped) {
        PrimaryKey is = actual.table(table).map(Table::primaryKey).orElse(null);
        PrimaryKey shall = wanted.table(table).map(Table::primaryKey).orElse(null);
        if (is == null || shall == null || (dropped != null && !dropped.equals(is.name()))) {
            return null;
        }
        return new Keys(table, is.columns(), shall.columns());
    }
}

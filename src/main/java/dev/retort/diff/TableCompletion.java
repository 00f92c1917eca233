package dev.retort.diff;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Exclusion;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.NotNull;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import dev.retort.schema.TableOptions;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills in what a wanted table leaves open, from the table that the database has; names of what is new stay open. */
final class TableCompletion {

    private final Table wanted;
    private final @Nullable Table actual;
    private final Likeliest likeliest;

    private TableCompletion(Table wanted, @Nullable Table actual, Likeliest likeliest) {
        this.likeliest = likeliest;
        this.wanted = wanted;
        this.actual = actual;
    }

    static Table adopt(Table wanted, @Nullable Table actual, Likeliest likeliest) {
        return new TableCompletion(wanted, actual, likeliest).adopt();
    }

    private Table adopt() {
        Table base = wanted.toBuilder()
                .columns(columns())
                .primaryKey(primaryKey())
                .options(options())
                .build();
        return actual == null
                ? base
                : UniqueCompletion.adopt(base, actual, likeliest).toBuilder()
                        .checks(checks(actual))
                        .notNulls(notNulls(actual))
                        .foreignKeys(foreignKeys(actual))
                        .exclusions(exclusions(actual))
                        .build();
    }

    /** What a model states of storage is a part of it: what it does not state stays as the database has it. */
    private TableOptions options() {
        TableOptions is = actual == null || actual.options() == null ? TableOptions.NONE : actual.options();
        TableOptions shall = wanted.options();
        if (shall == null) {
            return is;
        }
        SortedMap<String, String> storage = new TreeMap<>(is.storage());
        shall.storage()
                .forEach((parameter, value) -> storage.merge(
                        parameter, value, (there, stated) -> StorageValue.isSame(there, stated) ? there : stated));
        return new TableOptions(
                shall.unlogged() || is.unlogged(),
                storage,
                shall.partitionKey().isEmpty() ? is.partitionKey() : shall.partitionKey(),
                shall.inherits().isEmpty() ? is.inherits() : shall.inherits());
    }

    /** One whose name is open is that of the database that says the same. */
    private List<Exclusion> exclusions(Table table) {
        return wanted.exclusions().isEmpty()
                ? table.exclusions()
                : wanted.exclusions().stream()
                        .map(shall -> shall.name() != null
                                ? shall
                                : table.exclusions().stream()
                                        .filter(is -> is.definition().equals(shall.definition()))
                                        .findFirst()
                                        .orElse(shall))
                        .toList();
    }

    private List<Column> columns() {
        Map<String, Column> present = actual == null ? Map.of() : actual.columnsByName();
        List<Column> columns = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Identity identity = column.identity();
            Column is = present.get(column.name());
            Column filled = identity == null ? column : column.withIdentity(identity(column, identity, is));
            Generated generated = column.generated();
            columns.add(generated == null ? filled : filled.withGenerated(generated(generated, is)));
        }
        return columns;
    }

    /** A model states neither the name of a {@code NOT NULL} nor whether it is inherited; that it is valid, it does. */
    private List<NotNull> notNulls(Table table) {
        List<NotNull> notNulls = new ArrayList<>(wanted.notNulls());
        table.notNulls().stream()
                .filter(n -> wanted.notNull(n.column()).isEmpty())
                .filter(n ->
                        wanted.column(n.column()).filter(c -> !c.nullable()).isPresent())
                .forEach(n -> notNulls.add(n.withValidated(true)));
        return notNulls;
    }

    private static Identity identity(Column column, Identity identity, @Nullable Column is) {
        SequenceOptions options = identity.options();
        if (is != null && is.identity() != null) {
            options = SequenceChange.adopted(options, is.identity().options(), column.type());
        }
        return new Identity(identity.kind(), options.withDefaults(column.type()));
    }

    /** Stored or virtual as it is there; stored where it is new, so that the revision runs on every server. */
    private static Generated generated(Generated generated, @Nullable Column is) {
        if (generated.stored() != null) {
            return generated;
        }
        Generated there = is == null ? null : is.generated();
        return generated.withStored(there == null || !there.virtual());
    }

    /** A model states neither the order of a key's columns nor what its index includes. */
    private @Nullable PrimaryKey primaryKey() {
        PrimaryKey shall = wanted.primaryKey();
        PrimaryKey is = actual == null ? null : actual.primaryKey();
        if (shall == null || is == null) {
            return shall;
        }
        PrimaryKey named = shall.name() == null ? shall.withName(is.name()) : shall;
        boolean same = new HashSet<>(is.columns()).equals(new HashSet<>(shall.columns()));
        return same ? is.withName(named.name()) : named;
    }

    private List<Check> checks(Table table) {
        Set<String> columns = wanted.columns().stream().map(Column::name).collect(Collectors.toSet());
        Matching<Check> matching = Matching.of(
                wanted.checks(), table.checks(), Check::name, List.of(Check::expression, c -> reads(c, columns)));
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < wanted.checks().size(); i++) {
            Check shall = wanted.checks().get(i);
            Check is = matching.counterparts().get(i);
            checks.add(shall.name() == null && is != null ? shall.withName(is.name()) : shall);
        }
        return checks;
    }

    /** The columns that a check reads; a check that reads none is like no other. */
    private static Object reads(Check check, Set<String> columns) {
        Set<String> read = new TreeSet<>(Identifiers.in(check.expression().sql()));
        read.retainAll(columns);
        return read.isEmpty() ? new Object() : read;
    }

    private List<ForeignKey> foreignKeys(Table table) {
        Matching<ForeignKey> matching = Matching.of(
                wanted.foreignKeys(),
                likeliest.foreignKeys(table, wanted.foreignKeys().size()),
                ForeignKey::name,
                List.of(
                        k -> sorted(k).withName(null),
                        k -> sorted(k).withName(null).withValidated(true),
                        k -> List.of(references(k), k.target()),
                        k -> List.of(new HashSet<>(k.columns()), k.target())));
        List<ForeignKey> keys = new ArrayList<>();
        for (int i = 0; i < wanted.foreignKeys().size(); i++) {
            ForeignKey shall = wanted.foreignKeys().get(i);
            ForeignKey is = matching.counterparts().get(i);
            keys.add(is == null ? shall : foreignKey(shall, is));
        }
        return keys;
    }

    /** The columns of a composite key in the order that the database has them, because their order means nothing. */
    private static ForeignKey foreignKey(ForeignKey shall, ForeignKey is) {
        ForeignKey named = shall.name() == null ? shall.withName(is.name()) : shall;
        return references(is).equals(references(shall)) && is.target().equals(shall.target())
                ? named.withColumns(is.columns())
                        .withTarget(is.target(), is.targetColumns())
                        .withPeriod(is.period())
                : named;
    }

    private static ForeignKey sorted(ForeignKey key) {
        List<List<String>> pairs = references(key).stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        return key.withColumns(pairs.stream().map(p -> p.get(0)).toList())
                .withTarget(key.target(), pairs.stream().map(p -> p.get(1)).toList());
    }

    private static Set<List<String>> references(ForeignKey key) {
        Set<List<String>> pairs = new HashSet<>();
        for (int i = 0; i < Math.min(key.columns().size(), key.targetColumns().size()); i++) {
            pairs.add(List.of(key.columns().get(i), key.targetColumns().get(i)));
        }
        return pairs;
    }

    /** Names what has no name yet. */
    static Table name(Table table, NameChooser names) {
        PrimaryKey key = table.primaryKey();
        return table.toBuilder()
                .primaryKey(
                        key == null || key.name() != null
                                ? key
                                : key.withName(names.primaryKey(table.name(), key.columns())))
                .uniques(
                        table.uniques().stream().map(u -> name(u, table, names)).toList())
                .checks(table.checks().stream()
                        .map(c -> c.name() != null ? c : c.withName(names.check(table, c)))
                        .toList())
                .exclusions(table.exclusions().stream()
                        .map(e -> e.name() != null ? e : e.withName(names.exclusion(table.name())))
                        .toList())
                .foreignKeys(table.foreignKeys().stream()
                        .map(k -> k.name() != null ? k : k.withName(names.foreignKey(table.name(), k)))
                        .toList())
                .indexes(
                        table.indexes().stream().map(i -> name(i, table, names)).toList())
                .build();
    }

    private static Unique name(Unique unique, Table table, NameChooser names) {
        return unique.name() != null ? unique : unique.withName(names.unique(table.name(), unique));
    }

    private static Index name(Index index, Table table, NameChooser names) {
        return index.name() != null ? index : index.withName(names.index(table.name(), index));
    }
}

package dev.retort.diff;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Index;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Matches unique constraints and indexes, and one against the other: over the same plain columns both enforce the same. */
final class UniqueCompletion {

    private UniqueCompletion() {}

    static Table adopt(Table wanted, Table actual, Likeliest likeliest) {
        Matching<Unique> uniques = Matching.of(
                wanted.uniques(),
                likeliest.uniques(actual, wanted.uniques().size()),
                Unique::name,
                List.of(UniqueDiffer::definition, u -> List.of(new HashSet<>(u.columns()), u.nullsNotDistinct())));
        Matching<Index> indexes = Matching.of(
                wanted.indexes(),
                likeliest.indexes(actual, wanted.indexes().size()),
                Index::name,
                List.of(UniqueCompletion::definition, i -> List.of(i.keys(), i.method())));
        List<Index> freeIndexes = new ArrayList<>(indexes.left());
        List<Unique> freeUniques = new ArrayList<>(uniques.left());
        List<Unique> completeUniques = new ArrayList<>();
        List<Index> completeIndexes = new ArrayList<>();
        for (int i = 0; i < wanted.uniques().size(); i++) {
            Unique shall = wanted.uniques().get(i);
            Unique is = uniques.counterparts().get(i);
            Optional<Index> index = is == null ? enforcing(shall, freeIndexes) : Optional.empty();
            if (index.isPresent()) {
                freeIndexes.remove(index.get());
                completeIndexes.add(index.get());
            } else {
                completeUniques.add(unique(shall, is));
            }
        }
        for (int i = 0; i < wanted.indexes().size(); i++) {
            Index shall = wanted.indexes().get(i);
            Index is = indexes.counterparts().get(i);
            Optional<Unique> unique = is == null ? enforcing(shall, freeUniques) : Optional.empty();
            if (unique.isPresent()) {
                freeUniques.remove(unique.get());
                completeUniques.add(unique.get());
            } else {
                completeIndexes.add(index(shall, is));
            }
        }
        Table complete = wanted.toBuilder()
                .uniques(completeUniques)
                .indexes(completeIndexes)
                .build();
        return freeUniques.isEmpty() && freeIndexes.isEmpty()
                ? complete
                : held(complete, freeUniques, freeIndexes, actual, likeliest);
    }

    /**
     * Adds the twins that a foreign key rests on, where the entities name the other one and it is there: they cannot go while the key stands.
     *
     * @param table as it is completed so far
     */
    private static Table held(
            Table table, List<Unique> uniques, List<Index> indexes, Table actual, Likeliest likeliest) {
        Set<Object> there = new HashSet<>();
        table.uniques().stream()
                .filter(u ->
                        isPlain(u) && actual.uniques().stream().anyMatch(is -> Objects.equals(is.name(), u.name())))
                .forEach(u -> there.add(rule(u.columns(), u.nullsNotDistinct())));
        table.indexes().stream()
                .filter(i ->
                        isPlain(i) && actual.indexes().stream().anyMatch(is -> Objects.equals(is.name(), i.name())))
                .forEach(i -> there.add(rule(IndexDiffer.columns(i), i.nullsNotDistinct())));
        List<Unique> allUniques = new ArrayList<>(table.uniques());
        uniques.stream()
                .filter(u -> isPlain(u)
                        && likeliest.isReferenced(actual, u.name())
                        && there.contains(rule(u.columns(), u.nullsNotDistinct())))
                .forEach(allUniques::add);
        List<Index> allIndexes = new ArrayList<>(table.indexes());
        indexes.stream()
                .filter(i -> isPlain(i)
                        && likeliest.isReferenced(actual, i.name())
                        && there.contains(rule(IndexDiffer.columns(i), i.nullsNotDistinct())))
                .forEach(allIndexes::add);
        return table.toBuilder().uniques(allUniques).indexes(allIndexes).build();
    }

    /** What a plain unique constraint or index enforces. */
    static Object rule(List<String> columns, boolean nullsNotDistinct) {
        return List.of("unique", new HashSet<>(columns), nullsNotDistinct);
    }

    private static Unique unique(Unique shall, @Nullable Unique is) {
        if (is == null) {
            return shall;
        }
        Unique named = shall.name() == null ? shall.withName(is.name()) : shall;
        boolean same = new HashSet<>(is.columns()).equals(new HashSet<>(shall.columns()));
        return same ? named.withColumns(is.columns()).withWithoutOverlaps(is.withoutOverlaps()) : named;
    }

    /** Storage parameters are the database's own where the model states none. */
    private static Index index(Index shall, @Nullable Index is) {
        if (is == null) {
            return shall;
        }
        Index named = shall.name() == null ? shall.withName(is.name()) : shall;
        return named.storage().isEmpty() ? named.withStorage(is.storage()) : named;
    }

    private static Index definition(Index index) {
        return index.withName(null).withStorage(new TreeMap<>());
    }

    private static Optional<Index> enforcing(Unique shall, List<Index> free) {
        return isPlain(shall)
                ? free.stream()
                        .filter(i -> isPlain(i) && sameRule(shall, i) && names(shall.name(), i.name()))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Unique> enforcing(Index shall, List<Unique> free) {
        return isPlain(shall)
                ? free.stream()
                        .filter(u -> isPlain(u) && sameRule(u, shall) && names(shall.name(), u.name()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean names(@Nullable String stated, @Nullable String present) {
        return stated == null || Objects.equals(stated, present);
    }

    private static boolean sameRule(Unique unique, Index index) {
        return unique.nullsNotDistinct() == index.nullsNotDistinct()
                && new HashSet<>(unique.columns()).equals(new HashSet<>(IndexDiffer.columns(index)));
    }

    static boolean isPlain(Unique unique) {
        return unique.deferrability() == Deferrability.NOT_DEFERRABLE
                && !unique.withoutOverlaps()
                && unique.include().isEmpty();
    }

    static boolean isPlain(Index index) {
        return index.unique()
                && index.valid()
                && index.method().equals("btree")
                && index.predicate() == null
                && index.include().isEmpty()
                && index.keys().stream()
                        .allMatch(k -> k.column() != null && k.opclass() == null && k.collation() == null);
    }
}

package dev.retort.diff;

import dev.retort.schema.ReservedWords;
import dev.retort.schema.Table;
import dev.retort.schema.expression.AllowedValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a discriminator that no table is called after, such as those of {@code @DiscriminatorValue}: whose rows they say only people know. */
final class OpenKinds {

    /** Shorter beginnings of a name say nothing. */
    private static final int SHORTEST = 3;

    private OpenKinds() {}

    /** A discriminator that may be meant. */
    private record Listed(String column, List<String> values, boolean numbers) {}

    /**
     * Asks for the values that may be those of tables which none has the name of; empty where each has one.
     *
     * @param all the one table that has the discriminator
     * @param root the table above those of the subclasses
     * @param tree the tables whose rows are looked for
     * @param hierarchy all tables of subclasses
     * @param known whether something says already which rows these are, if not all of them
     */
    static String of(Table all, Table root, List<Table> tree, List<Table> hierarchy, boolean known) {
        Map<Table, SubclassRows.Kind> kinds = new LinkedHashMap<>();
        Stream.concat(Stream.of(root), hierarchy.stream()).forEach(t -> {
            SubclassRows.Kind kind = SubclassRows.kind(all, t);
            if (kind != null) {
                kinds.put(t, kind);
            }
        });
        Listed any = hierarchy.stream()
                .flatMap(t -> Stream.ofNullable(kinds.get(t)))
                .findFirst()
                .map(k -> new Listed(k.column(), k.all(), false))
                .orElse(null);
        any = any == null ? near(all, tree) : any;
        any = any == null ? likely(all, root, hierarchy) : any;
        SubclassRows.Kind own = kinds.get(root);
        // One with nothing but a key is a subclass; any other may be beside the class.
        any = any == null && own != null && Subclasses.own(tree.get(0)).isEmpty()
                ? new Listed(own.column(), own.all(), false)
                : any;
        if (any == null || kinds.keySet().containsAll(tree)) {
            return "";
        }
        boolean numbers = any.numbers();
        List<String> rest = new ArrayList<>(any.values());
        kinds.values().forEach(k -> rest.remove(k.value()));
        String values = rest.stream().map(v -> SqlText.value(v, numbers)).collect(Collectors.joining(", "));
        String asked = ReservedWords.quote(any.column()) + " IN (" + values + ")`";
        String whose =
                " rows of " + tree.get(0).name().display() + (tree.size() == 1 ? "" : ", or of a table below it");
        if (rest.isEmpty()) {
            return "";
        }
        return known
                ? ". No table is called what " + any.column() + " may hold as well: add `OR " + asked
                        + " to the condition as far as that says" + whose
                : ". No table is called what " + any.column() + " may hold: the condition is `" + asked
                        + " as far as that says" + whose;
    }

    /** The values that may be short for the name of a table; null where none may. */
    private static @Nullable Listed near(Table all, List<Table> tree) {
        SubclassRows.Kind root = SubclassRows.kind(all, all);
        for (AllowedValues list : SubclassRows.lists(all)) {
            List<String> meant = list.values().stream()
                    .filter(v -> root == null || !v.equals(root.value()))
                    .filter(v -> tree.stream()
                            .anyMatch(t -> isBeginning(
                                    SubclassRows.plain(v),
                                    SubclassRows.plain(t.name().name()))))
                    .toList();
            if (!meant.isEmpty()) {
                return new Listed(list.column(), meant, false);
            }
        }
        return null;
    }

    private static boolean isBeginning(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST && (one.startsWith(other) || other.startsWith(one));
    }

    /** A required column that may hold as many values as there are classes, and goes or stays as it is; null where none is so, or several are. */
    private static @Nullable Listed likely(Table all, Table root, List<Table> hierarchy) {
        int classes = hierarchy.size();
        if (classes < 2) {
            return null;
        }
        List<AllowedValues> stays = listed(root);
        List<AllowedValues> found = listed(all).stream()
                .filter(v -> v.values().size() == classes || v.values().size() == classes + 1)
                .filter(v -> all.column(v.column()).filter(c -> !c.nullable()).isPresent())
                .filter(v -> root.column(v.column()).isEmpty() || stays.contains(v))
                .toList();
        return found.size() == 1
                ? new Listed(
                        found.get(0).column(),
                        found.get(0).values(),
                        found.get(0).numbers())
                : null;
    }

    private static List<AllowedValues> listed(Table table) {
        return table.checks().stream()
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .toList();
    }
}

package dev.retort.diff;

import dev.retort.UsageException;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The renames of a naming strategy that changed for the whole model: what goes and what comes under the same letters, where no other does. */
final class StyleRenames {

    private final Schema now;
    private final Schema to;
    private final List<RenameSpec> found = new ArrayList<>();

    private StyleRenames(Schema now, Schema to) {
        this.now = now;
        this.to = to;
    }

    /**
     * The given renames and these.
     *
     * @throws UsageException if there are none
     */
    static Renames add(Renames given, Schema from, Schema to) {
        StyleRenames style = new StyleRenames(given.applyTo(from, to), to);
        style.find();
        if (style.found.isEmpty()) {
            throw new UsageException(
                    "the rename '" + Renames.STYLE_WORD + "' fits nothing",
                    "No table or column goes while another comes whose name has the same letters.",
                    "Leave it out.");
        }
        return given.and(new Renames(style.found));
    }

    private void find() {
        wholes(now.sequences().keySet(), to.sequences().keySet());
        wholes(now.enums().keySet(), to.enums().keySet());
        Map<ObjectName, ObjectName> tables =
                wholes(now.tables().keySet(), to.tables().keySet());
        for (Table table : now.allTables()) {
            Table target = to.tables().get(tables.getOrDefault(table.name(), table.name()));
            if (target != null) {
                parts(table, target, PartNames::columns);
                parts(table, target, PartNames::constraints);
                parts(table, target, PartNames::indexes);
            }
        }
    }

    private Map<ObjectName, ObjectName> wholes(Set<ObjectName> is, Set<ObjectName> shall) {
        Map<ObjectName, ObjectName> pairs = pairs(is, shall, n -> n.namespace() + "." + Spelling.letters(n.name()));
        pairs.forEach((from, fresh) ->
                found.add(new RenameSpec(List.of(from.namespace(), from.name()), List.of(fresh.name()))));
        return pairs;
    }

    private void parts(Table table, Table target, Function<Table, List<String>> names) {
        ObjectName owner = table.name();
        pairs(names.apply(table), names.apply(target), Spelling::letters)
                .forEach((from, fresh) ->
                        found.add(new RenameSpec(List.of(owner.namespace(), owner.name(), from), List.of(fresh))));
    }

    /** What goes and what comes of the same key, where there is one of each. */
    private static <T> Map<T, T> pairs(Collection<T> is, Collection<T> shall, Function<T, String> key) {
        Map<String, List<T>> coming = new HashMap<>();
        shall.stream().filter(n -> !is.contains(n)).forEach(n -> coming.computeIfAbsent(
                        key.apply(n), k -> new ArrayList<>())
                .add(n));
        Map<String, List<T>> going = new TreeMap<>();
        is.stream().filter(n -> !shall.contains(n)).forEach(n -> going.computeIfAbsent(
                        key.apply(n), k -> new ArrayList<>())
                .add(n));
        Map<T, T> pairs = new LinkedHashMap<>();
        going.forEach((letters, from) -> {
            List<T> fresh = coming.getOrDefault(letters, List.of());
            if (from.size() == 1 && fresh.size() == 1) {
                pairs.put(from.get(0), fresh.get(0));
            }
        });
        return pairs;
    }
}

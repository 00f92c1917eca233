package dev.retort.diff;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the changes of columns and types drag along; filled by {@link ImpactFinder}, then only read. */
final class Impact {

    /** A cast as the server prints it; the type's namespace is left out of the groups. */
    private static final Pattern CAST = Pattern.compile(
            "::(?:(?:\"(?:[^\"]|\"\")+\"|[\\w$\\x80-\\uffff]+)\\.)?(?:\"((?:[^\"]|\"\")+)\"|([A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*))");

    /** Tables of both sides that are not equal; found once, because comparing tables is most of the work. */
    final Set<ObjectName> unequal = new HashSet<>();

    /** Columns whose type or collation changes in place; views and generated columns that read them cannot stay. */
    final SortedSet<ColumnRef> retyped = new TreeSet<>();

    /** Those of them whose new values do not compare with the old: checks, partial indexes and foreign keys cannot stay either. */
    final Map<ObjectName, Set<String>> reshaped = new HashMap<>();

    /** Columns that are dropped and added again under their name. */
    final Map<ObjectName, Set<String>> rebuilt = new HashMap<>();

    /** Enums that are rebuilt under their columns and that no other type is made of, by name: the type as it shall be. */
    final SortedMap<ObjectName, EnumType> replacedEnums = new TreeMap<>();

    /** Composites, domains and enums that are rebuilt under their columns, with all that is made of them. */
    final SortedSet<ObjectName> replacedTypes = new TreeSet<>();

    /** Those of them that give their name to a type of another kind: an enum that becomes a domain, and the like. */
    final Set<ObjectName> otherKinds = new TreeSet<>();

    /** Columns that already have the default of the target once their type is replaced. */
    final Set<ColumnRef> settled = new HashSet<>();

    /** Keys that are dropped, by table: the sets of their columns. Foreign keys that rest on one are dropped and added around it. */
    final Map<ObjectName, Set<Set<String>>> droppedKeys = new HashMap<>();

    /** Tables whose primary key is dropped. */
    final Set<ObjectName> droppedPrimaryKeys = new HashSet<>();

    /** Columns by the composite or domain or enum type that they have, for the types that are replaced. */
    final Map<ObjectName, SortedSet<ColumnRef>> usesOfReplaced = new HashMap<>();

    /** What functions, operators and their like are called by that are dropped and created again, as a type of theirs is replaced or the model states them otherwise. */
    final Set<String> replacedFunctions = new HashSet<>();

    /** What functions, operators and their like are called by that come to be: domains come before them. */
    final Set<String> createdFunctions = new HashSet<>();

    /** Retyped columns whose {@code NOT NULL} goes meanwhile, because a child has one under another name: see {@link Extra.Kind#CHILD_NOT_NULL}. */
    final Set<ColumnRef> freed = new HashSet<>();

    /** Those that cannot let go of it, because they are identities: the child and the constraint by the column. */
    final Map<ColumnRef, String> held = new TreeMap<>();

    /** Columns that go from a table alone, as its children keep them: see {@link InheritedParts}. */
    final Set<ColumnRef> alone = new TreeSet<>();

    /** Whether any table of the target inherits from another. */
    boolean inherits;

    private final Asides asides;
    private final Schema to;
    private final Map<ObjectName, ObjectName> roots;
    private @Nullable RelationNames wanted;
    private @Nullable Boolean tablesFirst;
    private @Nullable List<Table> created;

    /** What takes the place of values that leave enum types, by the type. */
    final Map<ObjectName, Map<String, String>> swaps;

    Impact(Schema from, Schema to, Map<ObjectName, Map<String, String>> swaps) {
        this.swaps = swaps;
        this.asides = new Asides(from, to);
        this.to = to;
        this.roots = PartitionKeys.roots(from);
    }

    /** The table, of a partition the partitioned one, whose keys and columns it has. */
    ObjectName root(ObjectName table) {
        return roots.getOrDefault(table, table);
    }

    /** The names of what has to make room before it can go. */
    Asides asides() {
        return asides;
    }

    /** The names that the target needs; found when first asked for. */
    RelationNames wanted() {
        RelationNames names = wanted == null ? RelationNames.of(to) : wanted;
        wanted = names;
        return names;
    }

    /** The tables that come; found when first asked for. */
    List<Table> created(Schema from) {
        List<Table> tables = created;
        if (tables == null) {
            tables = to.allTables().stream()
                    .filter(t -> !from.tables().containsKey(t.name()))
                    .toList();
            created = tables;
        }
        return tables;
    }

    /** Whether the tables that go have to go before anything is made, because an index, a sequence or a type takes a name of theirs. */
    boolean dropsTablesFirst(Schema from) {
        if (tablesFirst == null) {
            tablesFirst = from.tables().keySet().stream()
                    .anyMatch(t -> !to.tables().containsKey(t) && wanted().holdsOther(t));
        }
        return tablesFirst;
    }

    /** Whether nothing that stays the same has to go for a while. */
    boolean isQuiet() {
        return droppedKeys.isEmpty() && rebuilt.isEmpty() && reshaped.isEmpty() && !replacesTypes();
    }

    /** Whether any type is made anew under what is of it, says it or calls a function over it, or a function under what calls it. */
    boolean replacesTypes() {
        return !replacedEnums.isEmpty() || !replacedTypes.isEmpty() || !replacedFunctions.isEmpty();
    }

    /** Whether a type is made anew under what is of it. */
    boolean isReplaced(ObjectName type) {
        return replacedEnums.containsKey(type) || replacedTypes.contains(type);
    }

    /** Whether SQL names a function that is dropped and created again. */
    boolean callsReplaced(String sql) {
        return calls(sql, replacedFunctions);
    }

    /** Whether SQL names a function that is not there before. */
    boolean callsCreated(String sql) {
        return calls(sql, createdFunctions);
    }

    /** What SQL calls it by: its name, of text search the constant that the server prints. */
    static String called(Extra extra) {
        ObjectName name = ObjectDiffer.bare(extra.name());
        return switch (extra.kind()) {
            case TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_DICTIONARY ->
                "'"
                        + (ReservedWords.quote(name.namespace()) + "." + ReservedWords.quote(name.name()))
                                .replace("'", "''")
                        + "'";
            default -> name.name();
        };
    }

    private static boolean calls(String sql, Set<String> called) {
        return !called.isEmpty()
                && (Identifiers.in(sql).stream().anyMatch(called::contains)
                        || Identifiers.symbols(sql).stream().anyMatch(called::contains)
                        || called.stream().anyMatch(name -> name.startsWith("'") && sql.contains(name)));
    }

    /** Whether SQL casts to a type that is made anew, so that it holds on to the old one. */
    boolean castsToReplaced(String sql) {
        return replacesTypes() && castTypes(sql).anyMatch(this::isReplacedName);
    }

    /** The names of the types that SQL casts to, without their namespaces. */
    static Stream<String> castTypes(String sql) {
        return CAST.matcher(sql)
                .results()
                .map(cast -> cast.group(1) != null
                        ? cast.group(1).replace("\"\"", "\"")
                        : cast.group(2).toLowerCase(Locale.ROOT));
    }

    /** Whether SQL cannot stay while types and functions are made anew. */
    boolean restsOnReplaced(String sql) {
        return callsReplaced(sql) || castsToReplaced(sql);
    }

    private boolean isReplacedName(String name) {
        return replacedEnums.keySet().stream().anyMatch(t -> t.name().equals(name))
                || replacedTypes.stream().anyMatch(t -> t.name().equals(name));
    }

    boolean isRebuilt(ObjectName table, String column) {
        return rebuilt.getOrDefault(table, Set.of()).contains(column);
    }

    boolean touchesRebuilt(ObjectName table, Collection<String> columns) {
        return touches(rebuilt, table, columns);
    }

    boolean touchesReshaped(ObjectName table, Collection<String> columns) {
        return touches(reshaped, table, columns);
    }

    /** Whether an expression over the table's columns cannot stay where it is. */
    boolean unsettles(ObjectName table, String sql) {
        if (restsOnReplaced(sql)) {
            return true;
        }
        if (!rebuilt.containsKey(table) && !reshaped.containsKey(table)) {
            return false;
        }
        Set<String> names = Identifiers.in(sql);
        return touchesRebuilt(table, names) || touchesReshaped(table, names);
    }

    boolean dropsKey(ObjectName table, Collection<String> columns) {
        Set<Set<String>> keys = droppedKeys.get(table);
        return keys != null && keys.contains(Set.copyOf(columns));
    }

    void reshape(ColumnRef column) {
        retyped.add(column);
        reshaped.computeIfAbsent(column.table(), t -> new HashSet<>()).add(column.column());
    }

    void rebuild(ColumnRef column) {
        rebuilt.computeIfAbsent(column.table(), t -> new HashSet<>()).add(column.column());
    }

    void dropKey(ObjectName table, Collection<String> columns) {
        droppedKeys.computeIfAbsent(table, t -> new HashSet<>()).add(Set.copyOf(columns));
    }

    private static boolean touches(
            Map<ObjectName, Set<String>> columnsOf, ObjectName table, Collection<String> columns) {
        Set<String> touched = columnsOf.get(table);
        return touched != null && columns.stream().anyMatch(touched::contains);
    }
}

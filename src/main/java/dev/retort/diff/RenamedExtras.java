package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is seen and never changed, under new names: what it says follows as far as the server holds it by what it means. */
final class RenamedExtras {

    private static final String VALUES = "\\((?:[^'()]|'(?:[^']|'')*')*+\\)";
    private static final Pattern BOUND =
            Pattern.compile("(?s)FOR VALUES (?:IN " + VALUES + "|FROM " + VALUES + " TO " + VALUES + ")");
    private static final Pattern PLACE = Pattern.compile("(?s)'(?<value>(?:[^']|'')*+)'|[(,]");
    private static final Pattern KEY_COLUMN = Pattern.compile("[(,]\\s*(\"(?:[^\"]|\"\")+\"|\\w+)(?=[ ,)])");

    /** What has a type, or calls a function: the table may be a type. */
    private static final Set<Extra.Kind> USES = Set.of(Extra.Kind.TYPE_USE, Extra.Kind.FUNCTION_USE);

    private final NameMap names;
    private final RenamedText text;
    private final RenamedConstants constants;
    private final Schema schema;
    private final Map<ObjectName, ObjectName> roots = new HashMap<>();

    RenamedExtras(NameMap names, RenamedText text, RenamedConstants constants, Schema schema) {
        this.names = names;
        this.text = text;
        this.constants = constants;
        this.schema = schema;
        for (Extra extra : schema.extras()) {
            if (extra.kind() == Extra.Kind.PARTITION && extra.table() != null) {
                roots.put(extra.name(), extra.table());
            }
        }
    }

    Extra rename(Extra extra) {
        ObjectName table = extra.table();
        return new Extra(
                extra.kind(),
                name(extra),
                table == null ? null : USES.contains(extra.kind()) ? names.type(table) : names.relation(table),
                definition(extra),
                extra.uses().stream()
                        .map(u -> new ColumnRef(names.type(u.table()), names.column(u.table(), u.column())))
                        .collect(Collectors.toCollection(TreeSet::new)),
                extra.stated());
    }

    private ObjectName name(Extra extra) {
        ObjectName name = extra.name();
        ObjectName table = extra.table();
        if (table == null) {
            return switch (extra.kind()) {
                case FUNCTION, FUNCTION_COMMENT, FUNCTION_USE, GRANT, CAST, CAST_COMMENT, OPERATOR, OPERATOR_COMMENT ->
                    signature(name);
                case CONSTRAINT, TYPE_GRANT -> names.type(name);
                default -> name;
            };
        }
        String part =
                switch (extra.kind()) {
                    case GRANT, ROW_SECURITY, CLUSTERING, CLAUSES, REPLICA_IDENTITY ->
                        name.equals(table) ? names.relation(table).name() : name.name();
                    case COLUMN_OPTION,
                            COLUMN_GRANT,
                            NULL_DEFAULT,
                            IDENTITY_SEQUENCE,
                            CHILD_NOT_NULL,
                            PARTITION_DEFAULT,
                            PARTITION_NOT_NULL -> names.column(roots.getOrDefault(table, table), name.name());
                    case KEY_STORAGE -> NameMap.part(names.constraints, table, name.name());
                    case TYPE_USE, FUNCTION_USE -> signature(name).name();
                    default -> name.name();
                };
        // A statistics object stands where it stands; all else is where its table is.
        return extra.kind() == Extra.Kind.STATISTICS || extra.kind() == Extra.Kind.PARTITION
                ? name
                : name.namespace().equals(table.namespace())
                        ? names.relation(table).sibling(part)
                        : name.sibling(part);
    }

    /** The types of the arguments stand in the name. */
    private ObjectName signature(ObjectName name) {
        int arguments = Math.max(0, name.name().indexOf('('));
        return name.sibling(
                name.name().substring(0, arguments) + text.text(name.name().substring(arguments), Map.of()));
    }

    private String definition(Extra extra) {
        ObjectName table = extra.table();
        return switch (extra.kind()) {
            case FUNCTION, TRIGGER, POLICY, RULE, PUBLICATION, STATISTICS, PARTITION_DEFAULT, PARTITION_CHECK ->
                text.text(extra.definition(), words(extra));
            case PARTITION -> text.text(bound(extra), words(extra));
            case IDENTITY_NAME -> table == null ? extra.definition() : names.column(table, extra.definition());
            case PARTITION_INDEX -> table == null ? extra.definition() : index(extra, roots.getOrDefault(table, table));
            case TYPE, CAST, OPERATOR, TYPE_USE, VIEW_DEFAULT, FOREIGN_TABLE, CLAUSES ->
                text.text(extra.definition(), Map.of());
            case FUNCTION_USE -> table == null ? extra.definition() : use(extra.definition(), table);
            case CLUSTERING, REPLICA_IDENTITY -> table == null ? extra.definition() : index(extra, table);
            default -> extra.definition();
        };
    }

    /** The name of a column, constraint or index is the second line. */
    private String use(String definition, ObjectName table) {
        String[] lines = definition.split("\n", 3);
        String part =
                switch (lines[0]) {
                    case "DEFAULT", "GENERATED" -> names.column(table, lines[1]);
                    case "CONSTRAINT" -> NameMap.part(names.constraints, table, lines[1]);
                    case "INDEX" -> NameMap.part(names.indexes, table, lines[1]);
                    default -> lines[1];
                };
        return String.join("\n", lines[0], part, lines[2]);
    }

    private String index(Extra extra, ObjectName table) {
        Map<String, String> words = new HashMap<>(names.constraints.getOrDefault(table, Map.of()));
        words.putAll(names.indexes.getOrDefault(table, Map.of()));
        return text.text(extra.definition(), words);
    }

    /** The names of the tables that it is on or speaks of, and of their columns. */
    private Map<String, String> words(Extra extra) {
        ObjectName table = extra.table();
        // In order, because two tables may have a column of one name that is renamed to different ones.
        Set<ObjectName> tables = table == null
                ? extra.uses().stream().map(ColumnRef::table).collect(Collectors.toCollection(TreeSet::new))
                : Set.of(roots.getOrDefault(table, table));
        Map<String, String> words = new HashMap<>();
        for (ObjectName used : tables) {
            words.putAll(names.columns.getOrDefault(used, Map.of()));
            if (names.tables.containsKey(used)) {
                words.put(used.name(), names.table(used).name());
            }
        }
        return words;
    }

    /** The values of a bound go without a cast: they are of the columns of the key. */
    private String bound(Extra partition) {
        String definition = partition.definition();
        Matcher bound = BOUND.matcher(definition);
        if (names.labels.isEmpty() || !bound.find()) {
            return definition;
        }
        List<SqlType> types = key(schema.tables().get(partition.table()));
        boolean list = bound.group().startsWith("FOR VALUES IN");
        StringBuilder out = new StringBuilder();
        int place = -1;
        Matcher matcher = PLACE.matcher(bound.group());
        while (matcher.find()) {
            String value = matcher.group("value");
            if (value == null) {
                place = matcher.group().equals("(") || list ? 0 : place + 1;
            } else if (place < types.size()) {
                String renamed = constants.rename(value.replace("''", "'"), types.get(place));
                matcher.appendReplacement(out, Matcher.quoteReplacement(RenamedText.literal(renamed, false)));
            }
        }
        matcher.appendTail(out);
        return definition.substring(0, bound.start()) + out + definition.substring(bound.end());
    }

    private static List<SqlType> key(@Nullable Table table) {
        List<SqlType> types = new ArrayList<>();
        if (table != null && table.options() != null) {
            Map<String, Column> columns = table.columnsByName();
            Matcher matcher = KEY_COLUMN.matcher(table.options().partitionKey());
            while (matcher.find()) {
                String name = matcher.group(1);
                Column column = columns.get(
                        name.startsWith("\"")
                                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                                : name);
                types.add(column == null ? SqlType.builtin("text") : column.type());
            }
        }
        return types;
    }
}

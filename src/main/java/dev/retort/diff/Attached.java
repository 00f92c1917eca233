package dev.retort.diff;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PartitionDefinition;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that take something off its table or view, or out of a function, for a while, and put it there again as it was. */
final class Attached {

    /** What {@code pg_get_functiondef} prints before the body of a function in SQL. */
    private static final Pattern HEADER =
            Pattern.compile("(?s)(.*?\\n) LANGUAGE sql\\b(.*?\\n)(?=BEGIN ATOMIC\\b|RETURN\\b|AS \\$)");

    /** How much is gathered, where that is not the usual, as the catalog's reader says it behind the definition of statistics. */
    private static final Pattern TARGET = Pattern.compile("(?s)(.*) (STATISTICS \\d+)");

    private static final Pattern STATISTICS = Pattern.compile("CREATE STATISTICS ((?:\"(?:[^\"]|\"\")*\"|[^\\s\"]+)+)");

    /** How a trigger fires where it is not the usual way, as the catalog's reader says it behind the definition. */
    private static final Map<String, String> FIRING =
            Map.of(" DISABLED", "DISABLE", " ENABLED REPLICA", "ENABLE REPLICA", " ENABLED ALWAYS", "ENABLE ALWAYS");

    private Attached() {}

    /** Whether it holds on to the columns that it reads. */
    static boolean holds(Extra extra) {
        return switch (extra.kind()) {
            case TRIGGER, POLICY, RULE, PUBLICATION -> true;
            case FUNCTION -> !extra.uses().isEmpty();
            default -> false;
        };
    }

    /** Whether it is a function whose body the server holds parsed, with what it calls and reads. */
    static boolean isParsed(Extra extra) {
        if (extra.kind() != Extra.Kind.FUNCTION) {
            return false;
        }
        Matcher header = HEADER.matcher(extra.definition());
        return header.lookingAt() && !extra.definition().startsWith("AS", header.end());
    }

    /** Whether it is a part of what a view is. */
    static boolean isOfView(Extra extra) {
        return extra.kind() == Extra.Kind.VIEW_OPTION || extra.kind() == Extra.Kind.VIEW_DEFAULT;
    }

    /** The statement that takes it off; a function only loses its body for a while, so that what calls it and what was granted on it stay. */
    static String drop(Extra extra) {
        return switch (extra.kind()) {
            case FUNCTION -> hollow(extra.definition());
            case PUBLICATION ->
                "ALTER PUBLICATION " + ReservedWords.quote(extra.name().name()) + " DROP TABLE "
                        + SqlText.name(table(extra));
            default -> dropped(extra);
        };
    }

    private static String hollow(String definition) {
        Matcher header = HEADER.matcher(definition);
        return header.lookingAt()
                ? header.group(1) + " LANGUAGE plpgsql" + header.group(2)
                        + "AS 'BEGIN RAISE EXCEPTION ''this function is being changed''; END'"
                : definition;
    }

    /** Drops a function, by the name that {@code pg_get_function_identity_arguments} completes; its part before the parenthesis may need quotes. */
    static String dropRoutine(Extra extra) {
        String name = extra.name().name();
        int arguments = Math.max(0, name.indexOf('('));
        // Only of an aggregate do the arguments have an order, and a star for none.
        boolean aggregate = ObjectPlaces.isDefined(extra);
        return (aggregate ? "DROP AGGREGATE " : "DROP ROUTINE ")
                + SqlText.name(extra.name().sibling(name.substring(0, arguments)))
                + (aggregate && name.endsWith("()") ? "(*)" : name.substring(arguments));
    }

    /** Whether statistics are of an expression, which has to be made anew where its columns change; PostgreSQL sees to the others. */
    static boolean isOfExpressions(Extra statistics) {
        String definition = statistics.definition();
        return definition.indexOf('(', Math.max(0, definition.indexOf(" ON "))) >= 0;
    }

    private static String dropped(Extra extra) {
        if (extra.kind() == Extra.Kind.STATISTICS) {
            return "DROP STATISTICS " + statistics(extra);
        } else if (ObjectPlaces.isDefined(extra)) {
            return "DROP " + defined(extra);
        }
        return "DROP " + extra.kind().name() + " "
                + ReservedWords.quote(extra.name().name()) + " ON " + SqlText.name(table(extra));
    }

    /** What stands behind {@code DROP} or {@code COMMENT ON}. */
    private static String defined(Extra extra) {
        ObjectName name = ObjectDiffer.bare(extra.name());
        String kind = extra.kind().name().replace('_', ' ') + " ";
        return switch (extra.kind()) {
            case CAST -> kind + "(" + extra.name().name() + ")";
            // An operator is never quoted.
            case OPERATOR ->
                kind + ReservedWords.quote(name.namespace()) + "." + name.name() + " "
                        + extra.name().name().substring(name.name().length());
            default -> kind + SqlText.name(name);
        };
    }

    /** Whether it is a part of a partition that its parent may take the place of; the partition itself tells of it. */
    static boolean isOfPartition(Extra extra) {
        return switch (extra.kind()) {
            case PARTITION_DEFAULT, PARTITION_CHECK, PARTITION_NOT_NULL -> true;
            default -> false;
        };
    }

    /**
     * Makes a trigger, policy, rule, the place in a publication or the body of a function, and its comment.
     *
     * @param all what the database has, its comment among it
     */
    static List<String> create(Extra extra, Collection<Extra> all) {
        List<String> statements = new ArrayList<>(create(extra));
        // A function that only has another body meanwhile keeps its own, and an extension brings one.
        if (extra.table() != null) {
            comment(extra, all).ifPresent(statements::add);
        }
        return statements;
    }

    /** Comments on it as it was. */
    static Optional<String> comment(Extra extra, Collection<Extra> all) {
        String kind = extra.kind().name() + "_COMMENT";
        return all.stream()
                .filter(c -> c.kind().name().equals(kind)
                        && c.name().equals(extra.name())
                        && Objects.equals(c.table(), extra.table()))
                .findFirst()
                .map(c -> "COMMENT ON " + commented(extra) + " IS " + SqlText.literal(c.definition()));
    }

    private static String commented(Extra extra) {
        return switch (extra.kind()) {
            case STATISTICS -> "STATISTICS " + statistics(extra);
            case FUNCTION -> dropRoutine(extra).substring("DROP ".length());
            case OPERATOR, TYPE, COLLATION, CAST, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> defined(extra);
            default ->
                extra.kind().name() + " " + ReservedWords.quote(extra.name().name()) + " ON "
                        + SqlText.name(table(extra));
        };
    }

    /** Says again how much is gathered, which the server forgets where it makes statistics anew by itself; empty for the usual. */
    static Optional<String> target(Extra statistics) {
        List<String> statements = create(statistics);
        return statements.size() > 1 ? Optional.of(statements.get(1)) : Optional.empty();
    }

    /** The full name of statistics, which may stand in another namespace than their table. */
    private static String statistics(Extra extra) {
        Matcher name = STATISTICS.matcher(extra.definition());
        return name.lookingAt() ? name.group(1) : SqlText.name(extra.name());
    }

    /** Gives a partition again what it had for itself. */
    static String ofPartition(Extra extra) {
        String table = "ALTER TABLE " + SqlText.name(table(extra));
        String name = ReservedWords.quote(extra.name().name());
        return switch (extra.kind()) {
            case PARTITION_CHECK -> table + " ADD CONSTRAINT " + name + " " + extra.definition();
            case PARTITION_NOT_NULL -> table + " ALTER COLUMN " + name + " SET NOT NULL";
            default ->
                table + " ALTER COLUMN " + name
                        + (extra.definition().isEmpty() ? " DROP DEFAULT" : " SET DEFAULT " + extra.definition());
        };
    }

    private static List<String> create(Extra extra) {
        String definition = extra.definition();
        String name = ReservedWords.quote(extra.name().name());
        return switch (extra.kind()) {
            case POLICY -> List.of("CREATE POLICY " + name + " ON " + SqlText.name(table(extra)) + " " + definition);
            case ROW_SECURITY -> List.of("ALTER TABLE " + SqlText.name(table(extra)) + " " + definition);
            case EXTENSION ->
                List.of("CREATE EXTENSION IF NOT EXISTS " + name
                        + (extra.name().namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                                ? ""
                                : " WITH SCHEMA "
                                        + ReservedWords.quote(extra.name().namespace())));
            case PUBLICATION ->
                List.of(("ALTER PUBLICATION " + name + " ADD TABLE " + SqlText.name(table(extra)) + " " + definition)
                        .strip());
            case FUNCTION -> List.of(definition.strip());
            case STATISTICS -> {
                Matcher target = TARGET.matcher(definition);
                yield target.matches()
                        ? List.of(target.group(1), "ALTER STATISTICS " + statistics(extra) + " SET " + target.group(2))
                        : List.of(definition);
            }
            case TRIGGER ->
                FIRING.entrySet().stream()
                        .filter(f -> definition.endsWith(f.getKey()))
                        .findFirst()
                        .map(f -> List.of(
                                definition.substring(
                                        0, definition.length() - f.getKey().length()),
                                "ALTER TABLE " + SqlText.name(table(extra)) + " " + f.getValue() + " TRIGGER " + name))
                        .orElse(List.of(definition));
            case PARTITION ->
                List.of(
                        PartitionDefinition.of(extra).parent().isEmpty()
                                ? definition
                                : "CREATE TABLE " + SqlText.name(extra.name()) + " "
                                        + PartitionDefinition.of(extra)
                                                .with(PartitionDefinition.of(extra)
                                                        .bounds()));
            default -> List.of(definition.replaceFirst(";\\s*$", ""));
        };
    }

    /** Gives a view its option or the default of its column. */
    static String set(Extra extra, Schema schema) {
        return extra.kind() == Extra.Kind.VIEW_OPTION
                ? alter(extra, schema) + " SET (" + extra.definition() + ")"
                : column(extra, schema) + " SET DEFAULT " + extra.definition();
    }

    /** Takes the default of a view's column away. */
    static String dropDefault(Extra extra, Schema schema) {
        return column(extra, schema) + " DROP DEFAULT";
    }

    /** Takes options of a view away. */
    static String reset(Extra extra, Schema schema, List<String> options) {
        return alter(extra, schema) + " RESET (" + String.join(", ", options) + ")";
    }

    private static String column(Extra extra, Schema schema) {
        return alter(extra, schema) + " ALTER COLUMN "
                + ReservedWords.quote(extra.name().name());
    }

    private static String alter(Extra extra, Schema schema) {
        View view = schema.views().get(table(extra));
        return (view != null && view.materialized() ? "ALTER MATERIALIZED VIEW " : "ALTER VIEW ")
                + SqlText.name(table(extra));
    }

    private static ObjectName table(Extra extra) {
        return Objects.requireNonNull(extra.table());
    }
}

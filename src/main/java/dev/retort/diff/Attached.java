package dev.retort.diff;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The statements that take something off its table or view for a while, and put it there again as it was. */
final class Attached {

    /** How a trigger fires where it is not the usual way, as the catalog's reader says it behind the definition. */
    private static final Map<String, String> FIRING =
            Map.of(" DISABLED", "DISABLE", " ENABLED REPLICA", "ENABLE REPLICA", " ENABLED ALWAYS", "ENABLE ALWAYS");

    private Attached() {}

    /** Whether it holds on to the columns that it reads. */
    static boolean holds(Extra extra) {
        return switch (extra.kind()) {
            case TRIGGER, POLICY, RULE -> true;
            default -> false;
        };
    }

    /** Whether it is a part of what a view is. */
    static boolean isOfView(Extra extra) {
        return extra.kind() == Extra.Kind.VIEW_OPTION || extra.kind() == Extra.Kind.VIEW_DEFAULT;
    }

    static String drop(Extra extra) {
        return "DROP " + extra.kind().name() + " "
                + ReservedWords.quote(extra.name().name()) + " ON " + SqlText.name(table(extra));
    }

    /** Makes a trigger, policy or rule. */
    static List<String> create(Extra extra) {
        String definition = extra.definition();
        String name = ReservedWords.quote(extra.name().name());
        return switch (extra.kind()) {
            case POLICY -> List.of("CREATE POLICY " + name + " ON " + SqlText.name(table(extra)) + " " + definition);
            case TRIGGER ->
                FIRING.entrySet().stream()
                        .filter(f -> definition.endsWith(f.getKey()))
                        .findFirst()
                        .map(f -> List.of(
                                definition.substring(
                                        0, definition.length() - f.getKey().length()),
                                "ALTER TABLE " + SqlText.name(table(extra)) + " " + f.getValue() + " TRIGGER " + name))
                        .orElse(List.of(definition));
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

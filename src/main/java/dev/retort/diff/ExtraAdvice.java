package dev.retort.diff;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;

/** What to do about what hangs on a table and stays as it is while the table changes. */
final class ExtraAdvice {

    private ExtraAdvice() {}

    /** Where the table changes. */
    static String stays(Extra extra, ObjectName table) {
        String shown = SqlText.name(table);
        String see = "see it with `\\d " + shown + "` in psql";
        return switch (extra.kind()) {
            case TRIGGER, RULE, POLICY, PUBLICATION, STATISTICS -> drop(extra, shown);
            case ROW_SECURITY -> "Nothing to do where its policies still fit: " + see;
            case GRANT -> "Nothing to do, as they hold for new columns too: see them with `\\dp " + shown + "` in psql";
            case COLUMN_GRANT -> {
                String column = ReservedWords.quote(extra.name().name());
                yield "Where " + column + " goes they go with it, and a new column has none: see them with `\\dp "
                        + shown
                        + "` in psql, and grant them behind the change, such as `"
                        + SqlText.call(ViewDiffer.grants(shown, column, extra.definition())) + "`";
            }
            case FUNCTION ->
                "See its text with `" + function(extra.name())
                        + "` in psql; where it no longer fits, create it anew behind the change";
            case PARTITION ->
                "Nothing to do, as PostgreSQL changes the columns, constraints and indexes of a partition with its parent's: "
                        + see;
            default -> "Nothing to do where it still fits: " + see;
        };
    }

    /** Where two databases differ in it. */
    static String differs(Extra extra) {
        return "Compare `" + shown(extra)
                + "` of both sides in psql; where they shall be alike, write the statement that makes them so into a revision with"
                + " op.execute";
    }

    /** Where an extension is not there at all. */
    static String lacking(Extra extension) {
        ObjectName name = extension.name();
        String schema = name.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                ? ""
                : " WITH SCHEMA " + ReservedWords.quote(name.namespace());
        return "Write `"
                + SqlText.call("CREATE EXTENSION IF NOT EXISTS " + ReservedWords.quote(name.name()) + schema)
                + "` as the first line where the revision uses it, or have it created where the revisions run: compare `"
                + shown(extension) + "` of both sides in psql";
    }

    private static String shown(Extra extra) {
        ObjectName name = extra.name();
        ObjectName table = extra.table();
        return switch (extra.kind()) {
            case EXTENSION -> "\\dx " + ReservedWords.quote(name.name());
            case FUNCTION, FUNCTION_COMMENT -> function(name);
            case TYPE, TYPE_COMMENT, TYPE_GRANT -> "\\dT+ " + SqlText.name(name);
            case COLLATION, COLLATION_COMMENT -> "\\dO+ " + SqlText.name(name);
            case CONSTRAINT -> "\\dD+ " + SqlText.name(name);
            case CAST, CAST_COMMENT -> "\\dC+";
            case OPERATOR, OPERATOR_COMMENT ->
                "\\do+ " + SqlText.name(name).replaceFirst("(?s)\\(.*", "").replace("\"", "");
            case TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_DICTIONARY_COMMENT -> "\\dFd+ " + SqlText.name(name);
            case TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_CONFIGURATION_COMMENT -> "\\dF+ " + SqlText.name(name);
            case TRIGGER_COMMENT, POLICY_COMMENT, RULE_COMMENT -> "\\dd " + ReservedWords.quote(name.name());
            case STATISTICS_COMMENT -> "\\dX " + ReservedWords.quote(name.name());
            case KEY_STORAGE, CLAUSES -> "\\d+ " + SqlText.name(table == null ? name : table.sibling(name.name()));
            case COLUMN_GRANT -> "\\dp " + SqlText.name(table == null ? name : table);
            case GRANT -> table == null ? function(name) : "\\dp " + SqlText.name(table);
            default -> "\\d+ " + SqlText.name(table == null ? name : table);
        };
    }

    /** A function goes by its name here, without its arguments. */
    private static String function(ObjectName name) {
        int arguments = name.name().indexOf('(');
        return "\\df+ "
                + SqlText.name(
                        name.sibling(arguments < 0 ? name.name() : name.name().substring(0, arguments)));
    }

    private static String drop(Extra extra, String table) {
        return "See with `\\d " + table + "` in psql whether it still fits; where not, write `"
                + SqlText.call(Attached.drop(extra)) + "`, and make it anew behind the change";
    }
}

package dev.retort.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The invalid indexes that a concurrent build leaves which failed, where it stands in a revision as SQL of its own: nothing is rolled back then, and the next
 * try meets them. They are the revision's, so they are named and not removed.
 */
final class LeftIndexes {

    private static final Pattern BUILDS = Pattern.compile("(?is)\\s*(?:CREATE|REINDEX)\\b.*\\bCONCURRENTLY\\b.*");

    private static final String QUERY = "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)"
            + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE NOT i.indisvalid AND i.indislive AND (strpos(lower(?), lower(t.relname)) > 0"
            + " OR strpos(lower(?), lower(regexp_replace(c.relname, '_cc(new|old)[0-9]*$', ''))) > 0)"
            + " AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = c.oid) ORDER BY 1";

    private LeftIndexes() {}

    /** What to say of a statement that failed; empty where it leaves nothing. */
    static String of(Connection connection, String sql) throws SQLException {
        if (!BUILDS.matcher(sql).matches()) {
            return "";
        }
        List<String> left = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, sql);
            statement.setString(2, sql);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    left.add(result.getString(1));
                }
            }
        }
        return left.isEmpty()
                ? ""
                : "Left behind: the invalid index " + String.join(", ", left)
                        + ", which no query uses and every change of a row has to keep up. Drop it before the next try, in psql:"
                        + "\n  DROP INDEX CONCURRENTLY "
                        + String.join(", ", left).replace(", ", ";\n  DROP INDEX CONCURRENTLY ")
                        + ";";
    }
}

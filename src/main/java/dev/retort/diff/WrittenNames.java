package dev.retort.diff;

import dev.retort.operation.CreateObject;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the SQL of revisions creates by itself, such as triggers, which no operation can: it is there wherever the revisions ran, so another revision may
 * name it.
 */
public final class WrittenNames {

    private static final String NAME = "(?:\"((?:[^\"]|\"\")+)\"|([A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*))";

    private static final Pattern CREATE = Pattern.compile(
            "(?i)\\bcreate\\s+(?:or\\s+replace\\s+)?(?:constraint\\s+|materialized\\s+|temp\\s+|recursive\\s+|unlogged\\s+)*"
                    + "(?:trigger|policy|rule|view|function|procedure|table|publication|statistics)\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + "(?:" + NAME + "\\s*\\.\\s*)?" + NAME);

    private WrittenNames() {}

    /** The names, without their namespaces. */
    public static Set<String> in(Collection<? extends Operation> operations) {
        Set<String> names = new HashSet<>();
        for (Operation operation : operations) {
            String sql = operation instanceof Execute execute
                    ? execute.sql()
                    : operation instanceof CreateObject made ? made.sql() : "";
            if (!sql.isEmpty()) {
                Matcher create = CREATE.matcher(sql);
                while (create.find()) {
                    String quoted = create.group(3);
                    names.add(quoted == null ? create.group(4).toLowerCase(Locale.ROOT) : quoted.replace("\"\"", "\""));
                }
            }
        }
        return names;
    }
}

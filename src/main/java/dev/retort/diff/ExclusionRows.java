package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.Exclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says that an exclusion constraint fails on rows that exclude one another, and asks for them where it speaks of plain columns. */
final class ExclusionRows {

    static final String RULE = "data-dependent-exclusion";

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[a-z_][a-z0-9_$]*)";

    /** A plain column and its operator, as the server prints them; an operator class or a collation in between says nothing of the rows. */
    private static final Pattern KEY = Pattern.compile("(" + NAME + ")(?: COLLATE (?:" + NAME + "\\.)?" + NAME
            + ")?(?: (?:" + NAME + "\\.)?" + NAME + ")? WITH ([-+*/<>=~!@#%^&|`?]+|OPERATOR\\([^()]+\\))(, |\\))");

    private static final Pattern KEYS = Pattern.compile("EXCLUDE USING " + NAME + " \\(");

    private ExclusionRows() {}

    static void warn(TablePair pair, Exclusion exclusion, Sides sides) {
        Set<String> columns = Identifiers.in(exclusion.definition());
        if (!pair.anyHoldsRows(columns)) {
            return;
        }
        Changes changes = sides.changes();
        RowQuestion rows = columns.stream().allMatch(c -> isSettled(pair, c))
                ? question(exclusion.definition(), changes.rows(pair.name()))
                : null;
        changes.doubt(
                new Warning(
                        RULE,
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + exclusion.name()),
                        "the exclusion constraint " + exclusion.name() + " on "
                                + pair.name().display() + " fails if two rows exclude one another",
                        rows != null
                                ? DataWarnings.see(rows)
                                : "Try the upgrade on a copy of the database, with `retort upgrade head`: no row is in its way while `"
                                        + changes.rows(pair.name()).count() + "` is at most 1"),
                rows,
                null);
    }

    /** Whether it is no column that comes or changes. */
    private static boolean isSettled(TablePair pair, String name) {
        Column shall = pair.toColumns().get(name);
        Column is = pair.fromColumns().get(name);
        return shall == null || (is != null && is.type().equals(shall.type()) && is.generated() == null);
    }

    /** Null where an expression is compared or not all rows are. */
    private static @Nullable RowQuestion question(String definition, RowQuestions rows) {
        Matcher start = KEYS.matcher(definition);
        if (!start.lookingAt()) {
            return null;
        }
        List<String> pairs = new ArrayList<>();
        Matcher key = KEY.matcher(definition).region(start.end(), definition.length());
        boolean more = true;
        while (more) {
            if (!key.lookingAt()) {
                return null;
            }
            String name = key.group(1);
            String column = rows.column(
                    name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name);
            pairs.add("a." + column + " " + key.group(2) + " b." + column);
            more = key.group(3).equals(", ");
            key.region(key.end(), definition.length());
        }
        String rest = definition.substring(key.regionStart());
        return rest.contains(" WHERE ") ? null : rows.excluding(pairs);
    }
}

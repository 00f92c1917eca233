package dev.retort.command.proof;

import dev.retort.DatabaseException;
import dev.retort.runtime.SqlRow;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Domain;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.sql.SqlWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Finds values that satisfy a table's checks, by letting the server try the candidates. */
final class CheckSolver {

    /** More combinations than this are not tried: the candidates of each column are cut instead. */
    private static final int COMBINATIONS = 20_000;

    private final SqlSession session;
    private final ValueMaker values;

    CheckSolver(SqlSession session, ValueMaker values) {
        this.session = session;
        this.values = values;
    }

    /**
     * For each row the columns whose value a check or a domain decides; what cannot be solved is left out, and the insert will say so.
     *
     * @param fixed columns whose values are given, by row
     */
    List<Map<String, String>> solve(Table table, int rows, List<Map<String, String>> fixed) {
        List<Map<String, String>> solved = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            solved.add(new LinkedHashMap<>());
        }
        for (Group group : groups(table)) {
            for (int row = 0; row < rows; row++) {
                List<Map<String, String>> found = ask(group, rows, row, fixed.get(row));
                if (!found.isEmpty()) {
                    solved.get(row).putAll(found.get(row % found.size()));
                }
            }
        }
        return solved;
    }

    /** Checks that share columns, and the columns. */
    private record Group(List<String> conditions, Map<String, Column> columns, CheckHints hints) {}

    private List<Group> groups(Table table) {
        Map<String, Column> byName = table.columnsByName();
        Map<String, Group> groupOf = new HashMap<>();
        Set<Group> groups = new LinkedHashSet<>();
        for (Check check : table.checks()) {
            Set<String> names = CheckHints.names(check);
            names.retainAll(byName.keySet());
            Group merged = new Group(new ArrayList<>(), new LinkedHashMap<>(), new CheckHints());
            merged.conditions().add("(" + check.expression().sql() + "\n) IS NOT FALSE");
            merged.hints().read(check);
            for (String name : names) {
                merged.columns().put(name, byName.get(name));
                Group other = groupOf.get(name);
                if (other != null && groups.remove(other)) {
                    merged.conditions().addAll(other.conditions());
                    merged.columns().putAll(other.columns());
                    merged.hints().addAll(other.hints());
                }
            }
            merged.columns().keySet().forEach(name -> groupOf.put(name, merged));
            groups.add(merged);
        }
        for (Column column : table.columns()) {
            Domain domain = values.domain(column.type());
            if (domain != null && !domain.checks().isEmpty() && !groupOf.containsKey(column.name())) {
                Group alone = new Group(new ArrayList<>(), new LinkedHashMap<>(), new CheckHints());
                alone.columns().put(column.name(), column);
                domain.checks().forEach(alone.hints()::read);
                groups.add(alone);
            }
        }
        return new ArrayList<>(groups);
    }

    private List<Map<String, String>> ask(Group group, int rows, int row, Map<String, String> fixed) {
        List<Column> open = group.columns().values().stream()
                .filter(c -> c.generated() == null)
                .toList();
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        int each = Math.max(2, (int) Math.pow(COMBINATIONS, 1.0 / Math.max(1, open.size())));
        for (Column column : open) {
            String given = fixed.get(column.name());
            List<String> all = given != null
                    ? List.of(given)
                    : group.hints().candidates(column, values.foundation(column.type()), plain(column, row));
            candidates.put(column.name(), taken(column, all.subList(0, Math.min(each, all.size()))));
        }
        try {
            return session.transaction(() -> found(group, candidates, rows));
        } catch (DatabaseException e) {
            // A candidate that an expression cannot take; the insert with plain values will say whether that matters.
            return List.of();
        }
    }

    /** More than one, for checks that want one column to be less than another. */
    private List<String> plain(Column column, int row) {
        return List.of(
                values.value(column.type(), row + 1),
                values.value(column.type(), row + 11),
                values.value(column.type(), row + 21));
    }

    /** The candidates that the column's type takes: a domain has checks of its own, a varchar a length. */
    private List<String> taken(Column column, List<String> all) {
        Domain domain = values.domain(column.type());
        SqlType base = domain == null ? column.type() : domain.base();
        List<String> good = new ArrayList<>();
        for (String candidate : all) {
            try {
                StringJoiner conditions = new StringJoiner(" AND ", " WHERE ", "").setEmptyValue("");
                if (domain != null) {
                    domain.checks()
                            .forEach(c -> conditions.add("(" + c.expression().sql() + "\n) IS NOT FALSE"));
                }
                String sql = "SELECT 1 AS one FROM (SELECT " + cast(candidate, base) + " AS value) AS d" + conditions;
                if (!session.transaction(() -> session.query(SqlTexts.asQuery(sql)))
                        .isEmpty()) {
                    good.add(candidate);
                }
            } catch (DatabaseException e) {
                // Not of this type: the next one.
            }
        }
        return good;
    }

    private List<Map<String, String>> found(Group group, Map<String, List<String>> candidates, int rows) {
        StringJoiner picks = new StringJoiner(", ");
        StringJoiner sources = new StringJoiner(" CROSS JOIN ");
        StringJoiner order = new StringJoiner(" + ");
        int at = 0;
        for (Map.Entry<String, List<String>> entry : candidates.entrySet()) {
            if (entry.getValue().isEmpty()) {
                return List.of();
            }
            Column column = group.columns().get(entry.getKey());
            SqlType type = column == null ? null : column.type();
            StringJoiner tuples = new StringJoiner(", ", "(VALUES ", ")");
            for (int i = 0; i < entry.getValue().size(); i++) {
                tuples.add("(" + i + ", " + cast(entry.getValue().get(i), type) + ")");
            }
            sources.add(tuples + " AS c" + at + "(i" + at + ", " + SqlWriter.identifier(entry.getKey()) + ")");
            picks.add("i" + at);
            order.add("i" + at);
            at++;
        }
        if (at == 0) {
            return List.of();
        }
        String where = group.conditions().isEmpty() ? "" : " WHERE " + String.join(" AND ", group.conditions());
        List<Map<String, String>> solutions = new ArrayList<>();
        for (SqlRow row : session.query(SqlTexts.asQuery("SELECT " + picks + " FROM " + sources + where + " ORDER BY "
                + order + ", " + picks + " LIMIT " + rows))) {
            Map<String, String> solution = new LinkedHashMap<>();
            int pick = 0;
            for (Map.Entry<String, List<String>> entry : candidates.entrySet()) {
                solution.put(entry.getKey(), entry.getValue().get((int) row.number("i" + pick)));
                pick++;
            }
            solutions.add(solution);
        }
        return solutions;
    }

    private static String cast(String value, @Nullable SqlType type) {
        return type == null ? value : "CAST(" + value + " AS " + SqlWriter.type(type) + ")";
    }
}

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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Finds values that satisfy a table's checks. What is worth trying is made here; the server tries it, a column after the other, in one call for each row and
 * group of checks that share columns, and stops after so many tries.
 */
final class CheckSolver {

    /** Candidates that the server tries for one row; each takes it some 50 microseconds. */
    private static final int TRIES = 3_000;

    private static final int SOLUTIONS = 12;

    private static final System.Logger LOG = System.getLogger(CheckSolver.class.getName());

    private final SqlSession session;
    private final ValueMaker values;
    private final RowDemands demands;
    private boolean ready;

    CheckSolver(SqlSession session, ValueMaker values, RowDemands demands) {
        this.demands = demands;
        this.session = session;
        this.values = values;
    }

    /**
     * For each row the columns whose value a check or a domain decides; what cannot be solved is left out, and the insert will say so.
     *
     * @param given columns that have to have one of these values, by row
     */
    List<Map<String, String>> solve(Table table, int rows, List<Map<String, List<String>>> given) {
        List<Map<String, String>> solved = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            solved.add(new LinkedHashMap<>());
        }
        for (Group group : groups(table)) {
            List<Map<String, String>> taken = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                List<Map<String, String>> found = ask(table, group, row, given.get(row));
                if (!found.isEmpty()) {
                    Map<String, String> best = mostDifferent(found, taken);
                    taken.add(best);
                    solved.get(row).putAll(best);
                }
            }
        }
        return solved;
    }

    /** Takes away what the solver made on the server. */
    void close() {
        if (ready) {
            session.execute("DROP FUNCTION pg_temp.retort_solve(text[], text[], jsonb, jsonb, int, int)");
            ready = false;
        }
    }

    /** A row that shares no value with those before it, else one that is not the same, else any: there may be a unique constraint. */
    private static Map<String, String> mostDifferent(List<Map<String, String>> found, List<Map<String, String>> taken) {
        return found.stream()
                .filter(f -> taken.stream().allMatch(t -> Collections.disjoint(f.entrySet(), t.entrySet())))
                .findFirst()
                .or(() -> found.stream().filter(f -> !taken.contains(f)).findFirst())
                .orElse(found.get(0));
    }

    /** Checks that share columns, and the columns. */
    private record Group(List<String> conditions, Map<String, Column> columns, CheckHints hints) {

        Group inOrderOf(Table table) {
            Map<String, Column> ordered = new LinkedHashMap<>(table.columnsByName());
            ordered.keySet().retainAll(columns.keySet());
            return new Group(conditions, ordered, hints);
        }
    }

    private List<Group> groups(Table table) {
        Map<String, Column> byName = table.columnsByName();
        Map<String, Group> groupOf = new HashMap<>();
        Set<Group> groups = new LinkedHashSet<>();
        for (Check check : table.checks()) {
            Set<String> names = CheckHints.names(check);
            names.retainAll(byName.keySet());
            Group merged = new Group(new ArrayList<>(), new LinkedHashMap<>(), new CheckHints());
            merged.conditions().add(check.expression().sql());
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
        return groups.stream()
                .filter(g -> !g.columns().isEmpty())
                .map(g -> g.inOrderOf(table))
                .toList();
    }

    private List<Map<String, String>> ask(Table table, Group group, int row, Map<String, List<String>> given) {
        RelativeValues relative = new RelativeValues(group.conditions(), group.columns());
        List<Column> order =
                relative.order().stream().filter(c -> c.generated() == null).toList();
        if (order.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        for (Column column : order) {
            List<String> all = given.get(column.name());
            if (all == null) {
                all = new ArrayList<>(relative.of(column, candidates.keySet(), values.foundation(column.type())));
                all.addAll(
                        group.hints().candidates(column, values.foundation(column.type()), plain(table, column, row)));
            }
            candidates.put(column.name(), all);
        }
        try {
            return session.transaction(() -> found(group, order, candidates));
        } catch (DatabaseException e) {
            // The insert with plain values will say whether that matters.
            LOG.log(System.Logger.Level.DEBUG, "no values could be tried for " + candidates.keySet(), e);
            return List.of();
        }
    }

    /** More than one, for checks that want one column to be less than another. */
    private List<String> plain(Table table, Column column, int row) {
        List<SqlType> fits = demands.types(table.name(), column.name());
        return List.of(
                values.value(column.type(), fits, row + 1),
                values.value(column.type(), fits, row + 11),
                values.value(column.type(), fits, row + 21));
    }

    private List<Map<String, String>> found(Group group, List<Column> order, Map<String, List<String>> candidates) {
        prepare();
        StringJoiner picks = new StringJoiner(", ");
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        StringJoiner tried = new StringJoiner(", ", "to_jsonb(ARRAY[", "]::jsonb[])");
        for (Column column : order) {
            picks.add("f[" + (names.size() + 1) + "] AS c" + names.size());
            names.add(column.name());
            types.add(SqlWriter.type(column.type()));
            tried.add("to_jsonb(" + array(candidates.getOrDefault(column.name(), List.of())) + ")");
        }
        String call = "SELECT " + picks + " FROM pg_temp.retort_solve(" + array(names) + ", " + array(types) + ", "
                + tried + ", to_jsonb(" + array(conditions(group, names)) + "), " + SOLUTIONS + ", " + TRIES + ") AS f";
        List<Map<String, String>> solutions = new ArrayList<>();
        for (SqlRow row : session.query(SqlTexts.asQuery(call))) {
            Map<String, String> solution = new LinkedHashMap<>();
            for (int at = 0; at < names.size(); at++) {
                String value = row.text("c" + at);
                solution.put(names.get(at), value == null ? "NULL" : SqlWriter.literal(value));
            }
            solutions.add(solution);
        }
        return solutions;
    }

    /** By column what can be said once it and those before it have a value. */
    private static List<String> conditions(Group group, List<String> names) {
        List<StringJoiner> byPlace = new ArrayList<>();
        names.forEach(name -> byPlace.add(new StringJoiner(" AND ").setEmptyValue("true")));
        for (String condition : group.conditions()) {
            int last = CheckHints.names(condition).stream()
                    .mapToInt(names::indexOf)
                    .max()
                    .orElse(0);
            boolean whole = group.columns().keySet().stream()
                    .filter(CheckHints.names(condition)::contains)
                    .allMatch(names::contains);
            // A generated column has no value yet: the insert will tell.
            if (whole) {
                byPlace.get(Math.max(0, last)).add("(" + condition + "\n) IS NOT FALSE");
            }
        }
        return byPlace.stream().map(StringJoiner::toString).toList();
    }

    private static String array(List<String> texts) {
        StringJoiner array = new StringJoiner(", ", "ARRAY[", "]::text[]");
        texts.forEach(text -> array.add(SqlWriter.literal(text)));
        return array.toString();
    }

    private void prepare() {
        if (!ready) {
            try (InputStream in = Objects.requireNonNull(CheckSolver.class.getResourceAsStream("solve.sql"))) {
                session.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ready = true;
        }
    }
}

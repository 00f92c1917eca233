package dev.retort.command.compare;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import dev.retort.diff.Difference;
import dev.retort.diff.Doubt;
import dev.retort.diff.RowQuestion;
import dev.retort.operation.Warning;
import dev.retort.runtime.SqlSession;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the rows that stand in the way of a difference, and tells the numbers in its warnings. Advice: what the server refuses or takes too long for is
 * not counted, and nothing fails for it.
 *
 * <p>All questions go in one query; only where that is refused is each asked alone. Each stops at {@link RowQuestion#ENOUGH} rows, and the server is given
 * {@link #SECONDS} seconds for the whole, in a transaction that only reads and is rolled back.
 */
final class RowCounts {

    /** How long the server may count, all questions together. */
    static final int SECONDS = 3;

    /** SQLSTATE {@code query_canceled}. */
    private static final String TIMEOUT = "57014";

    /** The SQLSTATE class {@code data_exception}: a number out of range, say. */
    private static final String DATA = "22";

    private static final System.Logger LOG = System.getLogger(RowCounts.class.getName());

    private final SqlSession session;
    private final long end = System.nanoTime() + SECONDS * 1_000_000_000L;

    private RowCounts(SqlSession session) {
        this.session = session;
    }

    /** The difference with the numbers in its warnings. */
    static Difference tell(Difference difference, Database database) {
        List<RowQuestion> questions = difference.doubts().stream()
                .flatMap(d -> Stream.ofNullable(d.rows()))
                .distinct()
                .toList();
        if (questions.isEmpty()) {
            return difference;
        }
        Map<RowQuestion, String> answers;
        try (SqlSession session = SqlSession.open(database)) {
            answers = new RowCounts(session).ask(questions);
        } catch (DatabaseException lost) {
            LOG.log(System.Logger.Level.DEBUG, "rows were not counted", lost);
            return difference;
        }
        Map<Warning, String> told = new HashMap<>();
        for (Doubt doubt : difference.doubts()) {
            Warning warning = doubt.warning();
            String answer = doubt.rows() == null ? null : answers.get(doubt.rows());
            if (warning != null && answer != null) {
                told.merge(warning, answer, (a, b) -> a.equals(b) ? a : a + ", " + b);
            }
        }
        return new Difference(
                difference.operations(),
                difference.warnings().stream().map(w -> told(w, told)).toList(),
                difference.doubts().stream()
                        .map(d -> d.warning() == null ? d : new Doubt(told(d.warning(), told), d.rows(), d.gap()))
                        .toList());
    }

    private static Warning told(Warning warning, Map<Warning, String> told) {
        String answer = told.get(warning);
        return answer == null
                ? warning
                : new Warning(
                        warning.rule(),
                        warning.level(),
                        warning.objects(),
                        warning.message() + " (" + answer + ")",
                        warning.cure());
    }

    private Map<RowQuestion, String> ask(List<RowQuestion> questions) {
        Map<RowQuestion, String> answers = new LinkedHashMap<>();
        try {
            List<Long> counts = count(questions, left() / 2);
            for (int i = 0; i < counts.size(); i++) {
                answers.put(questions.get(i), said(questions.get(i), counts.get(i)));
            }
        } catch (DatabaseException refused) {
            // One that takes long must not take the time of all others.
            for (int i = 0; i < questions.size(); i++) {
                answers.put(questions.get(i), alone(questions.get(i), left() / (questions.size() - i)));
            }
        }
        return answers;
    }

    private String alone(RowQuestion question, long millis) {
        try {
            return said(question, count(List.of(question), millis).get(0));
        } catch (DatabaseException refused) {
            LOG.log(System.Logger.Level.DEBUG, "rows were not counted", refused);
            String state = String.valueOf(refused.sqlState());
            if (state.equals(TIMEOUT)) {
                return "not counted: that takes too long";
            }
            return state.startsWith(DATA)
                    ? "not counted: a value does not convert"
                    : "not counted: "
                            + refused.reason().lines().findFirst().orElse("").strip();
        }
    }

    private static String said(RowQuestion question, long count) {
        return question.said(count) + " now";
    }

    /** The milliseconds that are left. */
    private long left() {
        return (end - System.nanoTime()) / 1_000_000L;
    }

    private List<Long> count(List<RowQuestion> questions, long millis) {
        String sql = questions.stream()
                .map(q -> "(" + operators(q.count()) + ")")
                .collect(Collectors.joining(",\n", "SELECT ARRAY[\n", "\n]::text AS counts"));
        return session.rolledBack(() -> {
            session.execute("SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = " + Math.max(1, millis)
                    + "; SELECT set_config('search_path', 'public, ' || current_setting('search_path'), true)");
            String counts = session.query(sql).get(0).string("counts");
            return Pattern.compile(",")
                    .splitAsStream(counts.substring(1, counts.length() - 1))
                    .map(Long::valueOf)
                    .toList();
        });
    }

    /** Question marks are operators here, and no parameters. */
    private static String operators(String sql) {
        StringBuilder out = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            out.append(quote == 0 && c == '?' ? "??" : c);
        }
        return out.toString();
    }
}

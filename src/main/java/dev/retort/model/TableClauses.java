package dev.retort.model;

import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may follow the columns of a table: the {@code options} of {@code @Table}, {@code @JoinTable}, {@code @CollectionTable}, {@code @SecondaryTable} and
 * {@code @TableGenerator}.
 */
final class TableClauses {

    private static final Set<String> CLAUSES =
            Set.of("WITH", "WITHOUT", "PARTITION", "INHERITS", "USING", "TABLESPACE", "ON");

    private static final Set<String> STRATEGIES = Set.of("LIST", "RANGE", "HASH");

    /** The parameters that a number has to follow; one of another kind that stands alone is true. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?:toast\\.)?(?:fillfactor|parallel_workers|toast_tuple_target|log_autovacuum_min_duration|autovacuum_(?!enabled).*)");

    private static final Pattern WHOLE = Pattern.compile("([+-]?)0*(\\d+)");

    private final SortedMap<String, String> storage = new TreeMap<>();
    private String partitionKey = "";
    private final List<ObjectName> inherits = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private TableClauses() {}

    /** Reads options, in any order. */
    static TableClauses parse(String text) {
        TableClauses clauses = new TableClauses();
        SqlTokens tokens = new SqlTokens(text);
        while (!tokens.atEnd()) {
            clauses.clause(tokens);
        }
        return clauses;
    }

    private void clause(SqlTokens tokens) {
        int start = tokens.mark();
        if (tokens.accept("WITH", "(")) {
            tokens.reset(start + 1);
            SqlTokens.list(tokens.parenthesised()).forEach(this::storage);
        } else if (tokens.accept("PARTITION", "BY")) {
            String strategy = tokens.take().toUpperCase(Locale.ROOT);
            List<String> keys = SqlTokens.list(tokens.parenthesised());
            if (STRATEGIES.contains(strategy) && !keys.isEmpty()) {
                partitionKey =
                        strategy + " (" + keys.stream().map(TableClauses::key).collect(Collectors.joining(", ")) + ")";
            } else {
                tokens.reset(start);
                unknown.add(tokens.until(CLAUSES));
            }
        } else if (tokens.accept("INHERITS", "(")) {
            tokens.reset(start + 1);
            SqlTokens.list(tokens.parenthesised())
                    .forEach(parent -> inherits.add(SqlNames.of(parent).object()));
        } else if (!tokens.accept("USING", "HEAP") && !tokens.accept("WITHOUT", "OIDS")) {
            // The usual way to store rows, and what every table is, say nothing.
            unknown.add(tokens.until(CLAUSES));
        }
    }

    /** A plain column as the server prints it; for anything else the server is asked. */
    private static String key(String key) {
        SqlTokens tokens = new SqlTokens(key);
        String name = tokens.take();
        return tokens.atEnd() ? ReservedWords.quote(SqlNames.unquote(name)) : key;
    }

    /** As {@code pg_class.reloptions} holds it: words folded, strings without quotes, a parameter alone is {@code true}. */
    private void storage(String parameter) {
        SqlTokens tokens = new SqlTokens(parameter);
        String name = SqlNames.unquote(tokens.take());
        if (tokens.accept(".")) {
            name += "." + SqlNames.unquote(tokens.take());
        }
        boolean stated = tokens.accept("=");
        String value = stated ? value(tokens.rest()) : "true";
        boolean lacksValue =
                value.isEmpty() || (!stated && NUMBERS.matcher(name).matches());
        if (!tokens.atEnd() || lacksValue || (name.equals("oids") && !value.equals("false"))) {
            unknown.add("with (" + parameter + ")");
        } else if (!name.equals("oids")) {
            storage.put(name, value);
        }
    }

    private static String value(String text) {
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return (whole.group(1).equals("-") ? "-" : "") + whole.group(2);
        }
        return SqlNames.unquote(text);
    }

    /** What a schema can hold of it. */
    TableOptions options() {
        return new TableOptions(false, storage, partitionKey, inherits);
    }

    /** How it is said of a table that stands; as written where that is not known. */
    static String alteration(String part) {
        String word = part.strip().toLowerCase(Locale.ROOT);
        return word.startsWith("tablespace ")
                ? "SET " + part.strip()
                : word.startsWith("using ")
                        ? "SET ACCESS METHOD " + part.strip().substring("using ".length())
                        : "…";
    }

    /** What was not understood, or what no schema holds, as written. */
    List<String> unknown() {
        return unknown;
    }
}

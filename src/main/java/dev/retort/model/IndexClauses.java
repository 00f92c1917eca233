package dev.retort.model;

import dev.retort.schema.Deferrability;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may follow the columns of an index or a unique constraint: the {@code options} of {@code @Index} and {@code @UniqueConstraint}. */
final class IndexClauses {

    private List<String> include = List.of();
    private boolean nullsNotDistinct;
    private boolean deferrable;
    private boolean deferred;
    private @Nullable String predicate;
    private final SortedMap<String, String> storage = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();

    private IndexClauses() {}

    /** Reads options, in any order; null is none. */
    static IndexClauses parse(@Nullable String text) {
        IndexClauses clauses = new IndexClauses();
        SqlTokens tokens = new SqlTokens(text == null ? "" : text);
        while (!tokens.atEnd()) {
            clauses.clause(tokens);
        }
        return clauses;
    }

    private void clause(SqlTokens tokens) {
        if (tokens.accept("WHERE")) {
            predicate = tokens.rest();
        } else if (tokens.accept("INCLUDE")) {
            include = SqlTokens.list(tokens.parenthesised());
        } else if (tokens.accept("NULLS", "NOT", "DISTINCT")) {
            nullsNotDistinct = true;
        } else if (tokens.accept("NULLS", "DISTINCT") || tokens.accept("INITIALLY", "IMMEDIATE")) {
            return;
        } else if (tokens.accept("NOT", "DEFERRABLE")) {
            deferrable = false;
        } else if (tokens.accept("DEFERRABLE")) {
            deferrable = true;
        } else if (tokens.accept("INITIALLY", "DEFERRED")) {
            deferrable = true;
            deferred = true;
        } else if (tokens.accept("WITH")) {
            SqlTokens.list(tokens.parenthesised()).forEach(this::storage);
        } else {
            unknown.add(tokens.take());
        }
    }

    private void storage(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        storage.put(
                SqlNames.unquote(name.strip()),
                equals < 0 ? "true" : parameter.substring(equals + 1).strip());
    }

    List<String> include() {
        return include.stream().map(SqlNames::unquote).toList();
    }

    boolean nullsNotDistinct() {
        return nullsNotDistinct;
    }

    /** The predicate as written; null for none. */
    @Nullable
    String predicate() {
        return predicate;
    }

    SortedMap<String, String> storage() {
        return storage;
    }

    Deferrability deferrability() {
        if (!deferrable) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return deferred ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    /** What was not understood, word by word. */
    List<String> unknown() {
        return unknown;
    }
}

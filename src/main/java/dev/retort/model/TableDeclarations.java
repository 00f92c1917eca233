package dev.retort.model;

import dev.retort.schema.Check;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table states between its columns' parentheses besides them, as SQL: constraints, of which each kind is understood. */
final class TableDeclarations {

    /** A foreign key with its name; null for none. */
    record Key(@Nullable String name, ForeignKeyClauses clauses) {}

    private @Nullable PrimaryKey primaryKey;
    private final List<Unique> uniques = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Key> foreignKeys = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private TableDeclarations() {}

    /** Reads declarations between commas. */
    static TableDeclarations parse(String text) {
        TableDeclarations declarations = new TableDeclarations();
        SqlTokens.list(text).forEach(one -> {
            if (!declarations.declaration(new SqlTokens(one))) {
                declarations.unknown.add(one);
            }
        });
        return declarations;
    }

    private boolean declaration(SqlTokens tokens) {
        String name = tokens.accept("CONSTRAINT") ? SqlNames.unquote(tokens.take()) : null;
        if (tokens.accept("CHECK")) {
            String expression = tokens.parenthesised();
            boolean noInherit = tokens.accept("NO", "INHERIT");
            return tokens.atEnd() && checks.add(new Check(name, Expression.of(expression), noInherit, true));
        } else if (tokens.accept("UNIQUE")) {
            return unique(name, tokens);
        } else if (tokens.accept("PRIMARY", "KEY")) {
            primaryKey = PrimaryKey.of(name, columns(tokens));
            return tokens.atEnd();
        } else if (tokens.peek().equals("FOREIGN")) {
            ForeignKeyClauses clauses = ForeignKeyClauses.definition(tokens.rest());
            return clauses.unknown().isEmpty() && foreignKeys.add(new Key(name, clauses));
        } else if (tokens.peek().equals("EXCLUDE")) {
            tokens.next();
            return exclusions.add(new Exclusion(name, "EXCLUDE " + tokens.rest()));
        }
        return false;
    }

    private boolean unique(@Nullable String name, SqlTokens tokens) {
        boolean nullsNotDistinct = tokens.accept("NULLS", "NOT", "DISTINCT");
        tokens.accept("NULLS", "DISTINCT");
        List<String> columns = columns(tokens);
        IndexClauses clauses = IndexClauses.parse(tokens.rest());
        return !columns.isEmpty()
                && clauses.unknown().isEmpty()
                && clauses.predicate() == null
                && clauses.storage().isEmpty()
                && uniques.add(new Unique(name, columns, nullsNotDistinct, clauses.include(), clauses.deferrability()));
    }

    private static List<String> columns(SqlTokens tokens) {
        return SqlTokens.list(tokens.parenthesised()).stream()
                .map(SqlNames::unquote)
                .toList();
    }

    @Nullable
    PrimaryKey primaryKey() {
        return primaryKey;
    }

    List<Unique> uniques() {
        return uniques;
    }

    List<Check> checks() {
        return checks;
    }

    List<Exclusion> exclusions() {
        return exclusions;
    }

    List<Key> foreignKeys() {
        return foreignKeys;
    }

    /** What was not understood, as written. */
    List<String> unknown() {
        return unknown;
    }
}

package dev.retort.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code columnDefinition} says beyond the type, and what {@code @Column(options)} adds.
 *
 * @param type the type as written
 * @param notNull whether {@code NOT NULL} is said; {@code PRIMARY KEY} and identity imply it
 * @param defaultValue the default's expression
 * @param generated the generation expression, of a stored column unless {@code virtual}
 * @param identity {@code ALWAYS} or {@code BY DEFAULT}, with its options as written in {@code identityOptions}
 * @param checks expressions of checks, a name before each where one is stated
 * @param references what follows {@code REFERENCES}; null for none
 * @param unknown what was not understood, as written
 */
record ColumnDefinition(
        String type,
        boolean notNull,
        @Nullable String defaultValue,
        @Nullable String generated,
        boolean virtual,
        @Nullable String identity,
        String identityOptions,
        @Nullable String collation,
        boolean unique,
        boolean primaryKey,
        List<NamedCheck> checks,
        @Nullable ForeignKeyClauses references,
        List<String> unknown) {

    /** A check, and the name that the definition gives it; null for none. */
    record NamedCheck(@Nullable String name, String expression) {}

    private static final Set<String> CLAUSES = Set.of(
            "DEFAULT",
            "NOT",
            "NULL",
            "COLLATE",
            "GENERATED",
            "CHECK",
            "UNIQUE",
            "PRIMARY",
            "REFERENCES",
            "CONSTRAINT",
            "STORAGE",
            "COMPRESSION",
            "COMMENT",
            "ON",
            "AUTO_INCREMENT",
            "AS");

    /** An expression of a default ends before these; {@code AS} is part of a cast. */
    private static final Set<String> AFTER_EXPRESSION = Set.of(
            "NOT", "NULL", "COLLATE", "GENERATED", "CHECK", "UNIQUE", "PRIMARY", "REFERENCES", "CONSTRAINT", "DEFAULT");

    /** Reads a definition that starts with a type. */
    static ColumnDefinition parse(String text) {
        SqlTokens tokens = new SqlTokens(text);
        String type = tokens.until(CLAUSES);
        return new Parser(tokens).parse(type);
    }

    /** Reads what follows a type. */
    static ColumnDefinition parseOptions(String text) {
        return new Parser(new SqlTokens(text)).parse("");
    }

    /** Collects the clauses. */
    private static final class Parser {

        private final SqlTokens tokens;
        private boolean notNull;
        private @Nullable String defaultValue;
        private @Nullable String generated;
        private boolean virtual;
        private @Nullable String identity;
        private String identityOptions = "";
        private @Nullable String collation;
        private boolean unique;
        private boolean primaryKey;
        private final List<NamedCheck> checks = new ArrayList<>();
        private @Nullable ForeignKeyClauses references;
        private final List<String> unknown = new ArrayList<>();

        Parser(SqlTokens tokens) {
            this.tokens = tokens;
        }

        ColumnDefinition parse(String type) {
            while (!tokens.atEnd()) {
                clause();
            }
            return new ColumnDefinition(
                    type,
                    notNull,
                    defaultValue,
                    generated,
                    virtual,
                    identity,
                    identityOptions,
                    collation,
                    unique,
                    primaryKey,
                    List.copyOf(checks),
                    references,
                    List.copyOf(unknown));
        }

        private void clause() {
            String constraint = tokens.accept("CONSTRAINT") ? tokens.take() : null;
            if (tokens.accept("NOT", "NULL")) {
                notNull = true;
            } else if (tokens.accept("NULL")) {
                notNull = false;
            } else if (tokens.accept("DEFAULT")) {
                defaultValue = tokens.until(AFTER_EXPRESSION);
            } else if (tokens.accept("COLLATE")) {
                collation = tokens.until(CLAUSES);
            } else if (tokens.accept("CHECK")) {
                checks.add(new NamedCheck(constraint, tokens.parenthesised()));
            } else if (tokens.accept("UNIQUE")) {
                unique = true;
            } else if (tokens.accept("PRIMARY", "KEY")) {
                primaryKey = true;
            } else if (tokens.accept("REFERENCES")) {
                references = ForeignKeyClauses.references(tokens);
            } else if (tokens.accept("GENERATED")) {
                generated();
            } else {
                unknown.add(tokens.until(CLAUSES));
            }
        }

        private void generated() {
            String kind = tokens.accept("BY", "DEFAULT") ? "BY DEFAULT" : "ALWAYS";
            tokens.accept("ALWAYS");
            tokens.accept("AS");
            if (tokens.accept("IDENTITY")) {
                identity = kind;
                identityOptions = tokens.parenthesised();
            } else {
                generated = tokens.parenthesised();
                virtual = !tokens.accept("STORED");
                tokens.accept("VIRTUAL");
            }
        }
    }
}

package dev.retort.model;

import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey.Action;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses of a foreign key that the mapping spells as SQL: the {@code foreignKeyDefinition} and {@code options} of {@code @ForeignKey}. */
final class ForeignKeyClauses {

    private List<String> columns = List.of();
    private String target = "";
    private List<String> targetColumns = List.of();
    private @Nullable Action onDelete;
    private @Nullable Action onUpdate;
    private List<String> setColumns = List.of();
    private boolean matchFull;
    private boolean deferrable;
    private boolean deferred;
    private boolean validated = true;
    private final List<String> unknown = new ArrayList<>();

    private ForeignKeyClauses() {}

    /** Reads a whole definition, from {@code FOREIGN KEY} on. */
    static ForeignKeyClauses definition(String text) {
        SqlTokens tokens = new SqlTokens(text);
        ForeignKeyClauses clauses = new ForeignKeyClauses();
        if (tokens.accept("FOREIGN", "KEY")) {
            clauses.columns = SqlTokens.list(tokens.parenthesised());
        }
        if (tokens.accept("REFERENCES")) {
            clauses.target(tokens);
        }
        clauses.options(tokens, true);
        return clauses;
    }

    /** Reads what follows {@code REFERENCES} in a column's definition, up to what is no more of it. */
    static ForeignKeyClauses references(SqlTokens tokens) {
        ForeignKeyClauses clauses = new ForeignKeyClauses();
        clauses.target(tokens);
        clauses.options(tokens, false);
        return clauses;
    }

    /** Adds options on top of what is read already. */
    ForeignKeyClauses with(String options) {
        options(new SqlTokens(options), true);
        return this;
    }

    /** Reads options alone. */
    static ForeignKeyClauses options(String text) {
        return new ForeignKeyClauses().with(text);
    }

    private void target(SqlTokens tokens) {
        target = tokens.take();
        if (tokens.accept(".")) {
            target += "." + tokens.take();
        }
        targetColumns = SqlTokens.list(tokens.parenthesised());
    }

    private void options(SqlTokens tokens, boolean toTheEnd) {
        boolean understood = true;
        while (understood && !tokens.atEnd()) {
            understood = option(tokens);
            if (!understood && toTheEnd) {
                unknown.add(tokens.take());
                understood = true;
            }
        }
    }

    private boolean option(SqlTokens tokens) {
        if (tokens.accept("ON", "DELETE")) {
            onDelete = action(tokens);
            setColumns = SqlTokens.list(tokens.parenthesised());
        } else if (tokens.accept("ON", "UPDATE")) {
            onUpdate = action(tokens);
        } else if (tokens.accept("MATCH", "FULL")) {
            matchFull = true;
        } else if (tokens.accept("NOT", "DEFERRABLE")) {
            deferrable = false;
        } else if (tokens.accept("DEFERRABLE")) {
            deferrable = true;
        } else if (tokens.accept("INITIALLY", "DEFERRED")) {
            deferrable = true;
            deferred = true;
        } else if (tokens.accept("NOT", "VALID")) {
            validated = false;
        } else {
            return tokens.accept("INITIALLY", "IMMEDIATE") || tokens.accept("MATCH", "SIMPLE");
        }
        return true;
    }

    private static Action action(SqlTokens tokens) {
        if (tokens.accept("CASCADE")) {
            return Action.CASCADE;
        } else if (tokens.accept("RESTRICT")) {
            return Action.RESTRICT;
        } else if (tokens.accept("SET", "NULL")) {
            return Action.SET_NULL;
        } else if (tokens.accept("SET", "DEFAULT")) {
            return Action.SET_DEFAULT;
        }
        tokens.accept("NO", "ACTION");
        return Action.NO_ACTION;
    }

    /** The referencing columns of a whole definition, as written; empty where it states none. */
    List<String> columns() {
        return columns;
    }

    /** The referenced table as written; empty where it is not stated. */
    String target() {
        return target;
    }

    /** The referenced columns as written; empty for the primary key. */
    List<String> targetColumns() {
        return targetColumns;
    }

    /** The action on delete; null where it is not stated. */
    @Nullable
    Action onDelete() {
        return onDelete;
    }

    /** The action on update; null where it is not stated. */
    @Nullable
    Action onUpdate() {
        return onUpdate;
    }

    /** The columns of {@code ON DELETE SET NULL (…)}, as written. */
    List<String> setColumns() {
        return setColumns;
    }

    boolean matchFull() {
        return matchFull;
    }

    boolean validated() {
        return validated;
    }

    Deferrability deferrability() {
        if (!deferrable) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return deferred ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    /** What was not understood, as written. */
    List<String> unknown() {
        return unknown;
    }
}

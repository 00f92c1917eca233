package dev.retort.model;

import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a sequence as SQL spells them.
 *
 * @param ownedBy what follows {@code OWNED BY}, as written; null where it is not stated or {@code NONE}
 * @param unknown what was not understood, as written
 */
record SequenceClauses(SequenceOptions options, @Nullable String ownedBy, List<String> unknown) {

    private static final Set<String> CLAUSES =
            Set.of("AS", "INCREMENT", "MINVALUE", "MAXVALUE", "NO", "START", "CACHE", "CYCLE", "OWNED");

    /** Reads options, in any order. */
    static SequenceClauses parse(String text) {
        SqlTokens tokens = new SqlTokens(text);
        SequenceOptions stated = SequenceOptions.UNSTATED;
        String ownedBy = null;
        List<String> unknown = new ArrayList<>();
        while (!tokens.atEnd()) {
            int mark = tokens.mark();
            try {
                if (tokens.accept("OWNED", "BY")) {
                    String owner = tokens.until(CLAUSES);
                    ownedBy = owner.equalsIgnoreCase("none") ? null : owner;
                } else if (CLAUSES.contains(tokens.peek())) {
                    stated = option(tokens).orElse(stated);
                } else {
                    unknown.add(tokens.take());
                }
            } catch (IllegalArgumentException notANumber) {
                tokens.reset(mark);
                unknown.add(tokens.take());
            }
        }
        return new SequenceClauses(stated, ownedBy, unknown);
    }

    private static SequenceOptions option(SqlTokens tokens) {
        if (tokens.accept("NO", "MINVALUE") || tokens.accept("NO", "MAXVALUE")) {
            return SequenceOptions.UNSTATED;
        } else if (tokens.accept("NO", "CYCLE")) {
            return new SequenceOptions(null, null, null, null, null, null, false);
        } else if (tokens.accept("CYCLE")) {
            return new SequenceOptions(null, null, null, null, null, null, true);
        } else if (tokens.accept("AS")) {
            return new SequenceOptions(SqlType.parse(tokens.take()), null, null, null, null, null, null);
        } else if (tokens.accept("START")) {
            tokens.accept("WITH");
            return new SequenceOptions(null, number(tokens), null, null, null, null, null);
        } else if (tokens.accept("INCREMENT")) {
            tokens.accept("BY");
            return new SequenceOptions(null, null, number(tokens), null, null, null, null);
        } else if (tokens.accept("MINVALUE")) {
            return new SequenceOptions(null, null, null, number(tokens), null, null, null);
        } else if (tokens.accept("MAXVALUE")) {
            return new SequenceOptions(null, null, null, null, number(tokens), null, null);
        } else if (tokens.accept("CACHE")) {
            return new SequenceOptions(null, null, null, null, null, number(tokens), null);
        }
        throw new IllegalArgumentException(tokens.peekText());
    }

    private static Long number(SqlTokens tokens) {
        boolean negative = tokens.accept("-");
        long value = Long.parseLong(tokens.take());
        return negative ? -value : value;
    }
}

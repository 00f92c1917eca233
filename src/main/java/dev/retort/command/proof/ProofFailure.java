package dev.retort.command.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what failed.
 *
 * @param step where
 * @param reason why, one or more lines
 * @param statement the statement that the server refused; null where it was none
 * @param sqlState its error code; null where it was none
 * @param differences what differs, where a comparison failed
 */
public record ProofFailure(
        ProofStep step,
        String reason,
        @Nullable String statement,
        @Nullable String sqlState,
        List<String> differences) {

    public ProofFailure {
        differences = List.copyOf(differences);
    }

    /** A comparison that found differences. */
    static ProofFailure differs(ProofStep step, String reason, List<String> differences) {
        return new ProofFailure(step, reason, null, null, differences);
    }
}

package dev.retort.operation;

import java.util.Set;

/**
 * The rules whose findings are errors. A revision file names its rules without their level; one that carries an error nobody has acknowledged fails
 * {@code check} and {@code verify}, and a protected environment refuses it.
 */
public final class ErrorRules {

    /** The mark of a revision whose proof failed. */
    public static final String PROOF_FAILED = "proof-failed";

    /** Two revisions or more that nothing joins. */
    public static final String SEVERAL_HEADS = "several-heads";

    /** A database that lacks revisions, so that it cannot be compared with the model. */
    public static final String NOT_UP_TO_DATE = "not-up-to-date";

    private static final Set<String> ALL = Set.of(
            PROOF_FAILED,
            SEVERAL_HEADS,
            NOT_UP_TO_DATE,
            "required-column-without-default",
            "guessed-conversion",
            "partition-key",
            "unmanaged-reference");

    private ErrorRules() {}

    /** Whether findings of a rule are errors. */
    public static boolean contains(String rule) {
        return ALL.contains(rule);
    }
}

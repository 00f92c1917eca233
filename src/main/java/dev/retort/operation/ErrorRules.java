package dev.retort.operation;

import dev.retort.schema.ObjectName;
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
            "partition-constraint",
            "row-type-in-use",
            "domain-check-left-off",
            "unmanaged-reference");

    private ErrorRules() {}

    /** Whether findings of a rule are errors; it may name an object, as {@link #ofObject} does. */
    public static boolean contains(String rule) {
        return ALL.contains(rule(rule));
    }

    /** A rule for one object alone, such as {@code unmanaged-reference:customer.fax}; the default namespace is left out. */
    public static String ofObject(String rule, String object) {
        String implied = ObjectName.DEFAULT_NAMESPACE + ".";
        return rule + ":" + (object.startsWith(implied) ? object.substring(implied.length()) : object);
    }

    /** The rule without its object. */
    public static String rule(String rule) {
        int colon = rule.indexOf(':');
        return colon < 0 ? rule : rule.substring(0, colon);
    }
}

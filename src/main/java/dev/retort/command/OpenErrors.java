package dev.retort.command;

import dev.retort.operation.ErrorRules;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The error-level warnings in revision files that nobody has acknowledged. */
public final class OpenErrors {

    private OpenErrors() {}

    /** The rules that a revision carries open, in the order of its file. */
    public static List<String> of(RevisionInfo revision) {
        return revision.openWarnings().stream().filter(ErrorRules::contains).toList();
    }

    /** A warning for each, in the order of the revisions. */
    public static List<Warning> of(Collection<RevisionInfo> revisions) {
        List<Warning> warnings = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            for (String rule : of(revision)) {
                warnings.add(new Warning(
                        rule,
                        Warning.Level.ERROR,
                        List.of(revision.id()),
                        "revision " + revision.display() + " carries this error, and nobody has acknowledged it",
                        cure(rule)));
            }
        }
        return warnings;
    }

    /** What to do about a rule. */
    public static String cure(String rule) {
        return "correct the revision and take \"" + rule
                + "\" out of its @Warning, or say why it is fine: @dev.retort.migration.Acknowledged(value = \"" + rule
                + "\", because = \"…\")";
    }
}

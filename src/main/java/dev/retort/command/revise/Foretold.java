package dev.retort.command.revise;

import dev.retort.command.compare.Comparison;
import dev.retort.command.proof.ProofFailure;
import dev.retort.command.proof.ProofStep;
import dev.retort.diff.Doubt;
import dev.retort.diff.Gap;
import dev.retort.diff.LeavingValues;
import dev.retort.diff.RequiredColumn;
import dev.retort.operation.Warning;
import java.util.List;
import java.util.Optional;

/** Finds the warning that told of a failed proof: rows that a column, a check or an enum type of the revision has no place for, since nobody said what becomes of them. */
final class Foretold {

    /** SQLSTATE classes of values: 22 a wrong one, 23 one that breaks a constraint. */
    private static final List<String> OF_VALUES = List.of("22", "23");

    /** SQLSTATE duplicate_object. */
    private static final String TAKEN = "42710";

    private Foretold() {}

    static Optional<Warning> by(Comparison comparison, ProofFailure failure) {
        String state = failure.sqlState();
        if (TAKEN.equals(state)) {
            return comparison.warnings().stream()
                    .filter(warning -> warning.rule().equals("partition-constraint"))
                    .filter(warning ->
                            failure.reason().contains(warning.objects().get(1)))
                    .findFirst();
        }
        if (state == null
                || OF_VALUES.stream().noneMatch(state::startsWith)
                || (failure.step() != ProofStep.UPGRADE && failure.step() != ProofStep.UPGRADE_AGAIN)) {
            return Optional.empty();
        }
        String told = failure.reason() + "\n" + failure.statement();
        return comparison.doubts().stream()
                .filter(doubt -> doubt.gap() != null && isIn(doubt.gap(), told))
                .flatMap(doubt -> warning(doubt, comparison).stream())
                .filter(warning -> !warning.cure().isEmpty())
                .findFirst();
    }

    /** As it was shown, which may be with a count of rows; none where a listener took it out. */
    private static Optional<Warning> warning(Doubt doubt, Comparison comparison) {
        Warning said = doubt.warning();
        return said == null
                ? Optional.empty()
                : comparison.warnings().stream()
                        .filter(warning -> warning.compareTo(said) == 0)
                        .findFirst();
    }

    private static boolean isIn(Gap gap, String told) {
        if (gap instanceof RequiredColumn required) {
            return told.contains(required.table().name())
                    && told.contains(required.column().name());
        }
        return gap instanceof LeavingValues leaving
                && told.contains(leaving.owner().name())
                && (leaving.column() == null || told.contains(leaving.column()));
    }
}

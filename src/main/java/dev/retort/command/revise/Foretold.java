package dev.retort.command.revise;

import dev.retort.command.compare.Comparison;
import dev.retort.command.proof.ProofFailure;
import dev.retort.command.proof.ProofStep;
import dev.retort.diff.Doubt;
import dev.retort.diff.Gap;
import dev.retort.diff.LeavingValues;
import dev.retort.diff.MovedValues;
import dev.retort.diff.RenameCandidate;
import dev.retort.diff.RequiredColumn;
import dev.retort.diff.StoredOtherwise;
import dev.retort.operation.SpelledAnew;
import dev.retort.operation.Warning;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the warning that told of a failed proof: rows that a column, a check or an enum type of the revision has no place for, since nobody said what becomes of them, or that went with a name. */
final class Foretold {

    /** SQLSTATE classes of values: 22 a wrong one, 23 one that breaks a constraint. */
    private static final List<String> OF_VALUES = List.of("22", "23");

    /** SQLSTATE duplicate_object. */
    private static final String TAKEN = "42710";

    /** SQLSTATE undefined_column. */
    private static final String NO_SUCH_COLUMN = "42703";

    /** What holds data. */
    private static final List<String> DATA = List.of("table", "column");

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
        if (NO_SUCH_COLUMN.equals(state)) {
            // An entity's SQL still says a name that a column had: it was no question of the comparison alone.
            return comparison.warnings().stream()
                    .filter(warning -> warning.rule().equals("not-compared")
                            && failure.reason()
                                    .contains(warning.message()
                                            .substring(warning.message().lastIndexOf(": ") + 2)))
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
                .findFirst()
                .or(() -> narrowed(comparison, told))
                .or(() -> renamed(comparison, told));
    }

    /** A column got a type that has no place for some values. */
    private static Optional<Warning> narrowed(Comparison comparison, String told) {
        return comparison.warnings().stream()
                .filter(warning -> warning.rule().equals("narrowing-type-change"))
                .filter(warning -> {
                    String column = warning.objects().get(0);
                    return names(told, column) && names(told, column.substring(0, column.lastIndexOf('.')));
                })
                .findFirst();
    }

    /** What may only have a new name was dropped with its rows, so that what refers to them, or has to hold for them, finds none. */
    private static Optional<Warning> renamed(Comparison comparison, String told) {
        return comparison.doubts().stream()
                .filter(doubt -> doubt.gap() instanceof RenameCandidate rename
                        && DATA.contains(rename.kind())
                        && (names(told, rename.from()) || names(told, rename.to())))
                .flatMap(doubt -> warning(doubt, comparison).or(() -> style(comparison)).stream())
                .findFirst();
    }

    /** The one warning in the place of many, where a naming strategy changed. */
    private static Optional<Warning> style(Comparison comparison) {
        return comparison.warnings().stream()
                .filter(warning -> warning.rule().equals(SpelledAnew.RULE))
                .findFirst();
    }

    private static boolean names(String told, String object) {
        String name = object.substring(object.lastIndexOf('.') + 1);
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                .matcher(told)
                .find();
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
            return names(told, required.table().name())
                    && names(told, required.column().name());
        }
        // An enum's constants are stored otherwise, and the values that rows hold mean nothing to the new check, or to
        // the new type.
        if (gap instanceof StoredOtherwise stored) {
            return stored.names().stream().anyMatch(name -> names(told, name));
        }
        if (gap instanceof MovedValues moved) {
            return moved.checks().stream().anyMatch(check -> names(told, check));
        }
        return gap instanceof LeavingValues leaving
                && names(told, leaving.owner().name())
                && (leaving.column() == null || names(told, leaving.column()));
    }
}

package dev.retort.diff;

import dev.retort.operation.EnumUse;
import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be said when an enum type is rebuilt. */
final class EnumRebuild {

    static final String RULE = "enum-rebuild";

    private static final String FAILS = "; it fails while a row holds ";

    private EnumRebuild() {}

    static void warn(EnumType is, EnumType shall, List<EnumUse> uses, Changes changes) {
        LeavingValues gap = gap(is, shall, changes);
        warn(
                gap,
                reason(is, shall),
                renames(is, shall),
                uses.stream()
                        .map(use -> place(
                                changes.rows(use.column().table())
                                        .holdsOneOf(use.column().column(), EnumChecks.constants(gap), use.array()),
                                use.column()))
                        .toList(),
                uses.stream().map(EnumUse::column).toList(),
                changes);
    }

    /** The same for a type that other types are made of. */
    static void warnWithin(EnumType is, EnumType shall, Sides sides) {
        Changes changes = sides.changes();
        LeavingValues gap = gap(is, shall, changes);
        List<String> constants = EnumChecks.constants(gap);
        EnumPlaces places = new EnumPlaces(is.name(), sides.from(), constants);
        String what = RowQuestions.which(constants);
        List<RowQuestion> questions = new ArrayList<>();
        List<ColumnRef> columns = sides.impact().usesOfReplaced.values().stream()
                .flatMap(Set::stream)
                .sorted()
                .toList();
        columns.forEach(column -> {
            RowQuestions rows = changes.rows(column.table());
            String condition = places.condition(column, rows.column(column.column()));
            if (!condition.isEmpty()) {
                questions.add(place(rows.does(condition, "row holds " + what, "rows hold " + what), column));
            }
        });
        warn(gap, reason(is, shall), renames(is, shall), questions, columns, changes);
    }

    /** Why no value is only added: Hibernate has the values of a named enum in the order of their names, so that a new name moves one. */
    private static String reason(EnumType is, EnumType shall) {
        if (!shall.labels().containsAll(is.labels())) {
            return ", as PostgreSQL takes no value out of a type";
        }
        List<String> fresh = shall.labels().stream()
                .filter(label -> !is.labels().contains(label))
                .toList();
        return ", for the order of its values alone: "
                + (fresh.isEmpty() ? "they are the same" : EnumChecks.words(fresh) + " could be added in place")
                + ", and " + String.join(", ", shall.labels()) + " is the order of the target";
    }

    private static LeavingValues gap(EnumType is, EnumType shall, Changes changes) {
        return LeavingValues.ofType(is.name(), changes.old().type(is.name()), is.labels(), shall.labels());
    }

    private static RowQuestion place(RowQuestion found, ColumnRef column) {
        String place = " in " + column.display();
        return new RowQuestion(found.list(), found.find(), found.one() + place, found.many() + place);
    }

    /** Which of two answers fits, where a value may only have another name. */
    private static String renames(EnumType is, EnumType shall) {
        List<String> likely = EnumRenameHints.candidates(is, shall).stream()
                .map(RenameCandidate::option)
                .toList();
        List<String> others = others(is, shall);
        others.removeAll(likely);
        if (likely.isEmpty() && others.isEmpty()) {
            return "";
        }
        List<String> choices = new ArrayList<>();
        if (!likely.isEmpty()) {
            choices.add(typed(likely, " and "));
        }
        if (!others.isEmpty()) {
            choices.add(typed(others, " or "));
        }
        return ". Where a value only has a new name, choose " + String.join(", or ", choices)
                + " for it instead: its rows stay as they are";
    }

    /** One that leaves may be any of several that come. */
    private static List<String> others(EnumType is, EnumType shall) {
        List<String> gone = new ArrayList<>(is.labels());
        gone.removeAll(shall.labels());
        return new ArrayList<>(
                gone.size() == 1
                        ? shall.labels().stream()
                                .filter(label -> !is.labels().contains(label))
                                .map(label -> RenameSpec.spell(is.name(), gone.get(0), label))
                                .toList()
                        : List.of());
    }

    private static String typed(List<String> renames, String between) {
        return renames.stream()
                .map(rename -> "`--rename " + OptionPath.shell(rename) + "`")
                .collect(Collectors.joining(between));
    }

    private static void warn(
            LeavingValues gap,
            String reason,
            String renames,
            List<RowQuestion> questions,
            List<ColumnRef> columns,
            Changes changes) {
        if (gap.gone().isEmpty()) {
            changes.warn(
                    RULE,
                    Warning.Level.WARNING,
                    gap.owner().qualified(),
                    rewritten(gap.owner()) + reason,
                    RewriteAdvice.uses(gap.owner(), columns, changes));
            return;
        }
        Warning warning = new Warning(
                RULE,
                Warning.Level.WARNING,
                List.of(gap.owner().qualified()),
                rewritten(gap.owner()) + reason + FAILS + String.join(" or ", gap.gone())
                        + ", unless the revision says what becomes of it",
                EnumChecks.cure(gap) + renames);
        if (questions.isEmpty()) {
            changes.doubt(warning, null, gap);
        }
        questions.forEach(question -> changes.doubt(warning, question, gap));
    }

    /** Whether the warning is of values that leave, which rows may hold. */
    static boolean fails(Warning warning) {
        return warning.message().contains(FAILS);
    }

    /** The warning of some of its values alone. */
    static Warning narrowed(Warning warning, LeavingValues gap, List<String> rest) {
        String message =
                warning.message().replace(FAILS + String.join(" or ", gap.gone()), FAILS + String.join(" or ", rest));
        String cure = warning.cure().replace(EnumChecks.cure(gap), EnumChecks.cure(gap, rest));
        return new Warning(warning.rule(), warning.level(), warning.objects(), message, cure);
    }

    /** What is left of the warning once it is said what becomes of each value. */
    static Warning answered(Warning warning) {
        String message = warning.message();
        int end = message.indexOf(FAILS);
        return new Warning(
                warning.rule(),
                warning.level(),
                warning.objects(),
                end < 0 ? message : message.substring(0, end),
                "See which, and how large they are, with `"
                        + SqlText.columnsOf(warning.objects().get(0))
                        + "`; where nobody can wait for that, run it at a quiet hour");
    }

    private static String rewritten(ObjectName name) {
        return "every table that uses " + name.display() + " is rewritten";
    }
}

package dev.retort.diff;

import dev.retort.UsageException;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A difference with its gaps filled by what somebody said: columns are filled before they must have a value, values that leave are replaced before their
 * enumeration forgets them. The renames are the differ's own.
 */
public final class Answering {

    private Answering() {}

    /** Both ways, answered. */
    public record Answered(Difference up, Difference down) {}

    /**
     * Compares two schemas both ways, with all that was said.
     *
     * @param renames those of the answers, one by one
     * @param spare what is left of a difference, such as {@link Completed#spare(Difference, java.util.Set)}
     * @throws UsageException if an answer fits no gap
     */
    public static Answered compare(
            Schema from, Schema to, Renames renames, Answers answers, UnaryOperator<Difference> spare) {
        return compare(from, to, renames, answers, spare, Map.of());
    }

    /**
     * The same, where the model says what counts its keys.
     *
     * @param counted the keys that the model counts with a sequence, by the sequence
     * @throws UsageException if an answer fits no gap
     */
    public static Answered compare(
            Schema from,
            Schema to,
            Renames renames,
            Answers answers,
            UnaryOperator<Difference> spare,
            Map<ObjectName, Set<ColumnRef>> counted) {
        Difference there = spare.apply(SchemaDiffer.diff(from, to, renames, Map.of(), counted));
        Map<LeavingValues, Map<String, String>> mappings = mappings(there, answers.mappings());
        Map<ObjectName, Map<String, String>> up = EnumSwaps.of(mappings);
        Map<ObjectName, Map<String, String>> down =
                EnumSwaps.of(DownMappings.of(mappings).mappings());
        Difference swapped = up.isEmpty() ? there : spare.apply(SchemaDiffer.diff(from, to, renames, up, counted));
        Difference back = spare.apply(SchemaDiffer.diff(to, from, renames.inverse(), down, Map.of()));
        OldNames old = renames.isEmpty()
                ? OldNames.SAME
                : RenameResolver.apply(from, to, renames).old();
        Answered answered = answer(swapped, back, answers, old);
        return new Answered(MappedKeys.tell(answered.up(), mappings, from, to, old), answered.down());
    }

    /**
     * Fills the gaps.
     *
     * @param there the way up
     * @param back the way down, as the differ sees it
     * @throws UsageException if an answer fits no gap
     */
    private static Answered answer(Difference there, Difference back, Answers answers, OldNames old) {
        Map<RequiredColumn, String> fills = fills(there, answers.backfills(), old);
        List<GrownReference> grown = there.gaps(GrownReference.class).stream()
                .filter(g -> !fills.containsKey(g.column()))
                .toList();
        Map<LeavingValues, Map<String, String>> mappings = mappings(there, answers.mappings());
        List<Operation> up =
                ValueSwaps.add(Fills.add(there.operations(), fills, grown, there.gaps(MovedValues.class)), mappings);
        DownMappings reverse = DownMappings.of(mappings);
        List<Operation> down = ValueSwaps.add(withoutKept(back.operations(), there.operations()), reverse.mappings());
        Difference open = Unanswered.narrow(
                Retyped.filled(MovedValues.answered(there, fills), fills.keySet()),
                gap -> mappings.getOrDefault(gap, Map.of()).keySet());
        return new Answered(
                rid(open, up, settled(open, fills.keySet(), mappings), List.of()),
                rid(reverse.narrowed(back), down, reverse.settled(back), reverse.losses()));
    }

    /** The way back without creating what the way there does not drop: a schema stays where it holds what no revision manages. */
    private static List<Operation> withoutKept(List<Operation> back, List<Operation> there) {
        return back.stream()
                .filter(o ->
                        !(o instanceof CreateNamespace create) || there.contains(new DropNamespace(create.namespace())))
                .toList();
    }

    private static Map<RequiredColumn, String> fills(Difference there, List<Backfill> backfills, OldNames old) {
        List<RequiredColumn> gaps = new ArrayList<>(there.gaps(RequiredColumn.class));
        there.gaps(GrownReference.class).forEach(g -> gaps.add(g.column()));
        Map<RequiredColumn, String> fills = new LinkedHashMap<>();
        for (Backfill backfill : backfills) {
            RequiredColumn gap = gaps.stream()
                    .filter(backfill::fills)
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "the backfill '" + backfill.display() + "' fits nothing",
                            "It is for a column that is new and required, or becomes required, and has no default.",
                            candidates(gaps.stream()
                                    .map(RequiredColumn::display)
                                    .distinct()
                                    .toList())));
            fills.put(gap, BackfillValue.sql(renamed(backfill.value(), gap, old), gap));
        }
        return fills;
    }

    /** The value in the names that the columns have when it runs, which is after their renames. */
    private static String renamed(String value, RequiredColumn gap, OldNames old) {
        Map<String, String> names = old.renamed(gap.table());
        names.keySet().removeAll(gap.siblings());
        return names.isEmpty() ? value : Identifiers.rename(value, names);
    }

    private static Map<LeavingValues, Map<String, String>> mappings(Difference there, List<ValueMapping> given) {
        List<LeavingValues> gaps =
                there.gaps(LeavingValues.class).stream().distinct().toList();
        Map<LeavingValues, Map<String, String>> mappings = new LinkedHashMap<>();
        for (ValueMapping mapping : given) {
            LeavingValues gap = gaps.stream()
                    .filter(mapping::of)
                    .filter(g -> g.gone().contains(mapping.value()))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "the mapping '" + mapping.display() + "' fits nothing",
                            "It is for a value that leaves an enum type, or the check of a column.",
                            candidates(gaps.stream()
                                    .flatMap(g -> g.gone().stream().map(v -> g.display() + "." + OptionPath.part(v)))
                                    .toList())));
            if (!gap.shall().contains(mapping.to())) {
                throw new UsageException(
                        "the mapping '" + mapping.display() + "' leads nowhere",
                        mapping.to() + " is no value of " + gap.display() + " after this revision.",
                        "Its values: " + String.join(", ", gap.shall()));
            }
            mappings.computeIfAbsent(gap, g -> new LinkedHashMap<>()).put(mapping.value(), mapping.to());
        }
        return mappings;
    }

    private static String candidates(List<String> candidates) {
        return candidates.isEmpty()
                ? "Leave it out: there is no candidate."
                : "Candidates: " + String.join(", ", candidates);
    }

    /** The doubts that nothing is left of. */
    private static List<Doubt> settled(
            Difference difference, Set<RequiredColumn> fills, Map<LeavingValues, Map<String, String>> mappings) {
        List<GrownReference> references = difference.gaps(GrownReference.class);
        Set<RequiredColumn> grown =
                references.stream().map(GrownReference::column).collect(Collectors.toSet());
        Set<NewReference> proved = GrownReference.proved(references, fills);
        return difference.doubts().stream()
                .filter(doubt -> (doubt.gap() instanceof RequiredColumn column
                                && (fills.contains(column) || grown.contains(column)))
                        || (doubt.gap() instanceof NewReference reference && proved.contains(reference))
                        || (doubt.gap() instanceof LeavingValues values
                                && mappings.getOrDefault(values, Map.of())
                                        .keySet()
                                        .containsAll(values.gone()))
                        || (doubt.gap() instanceof RenameCandidate candidate
                                && mappings.keySet().stream().anyMatch(gap -> isOf(candidate, gap))))
                .toList();
    }

    /** Whether the candidate is a value of that enum type. */
    private static boolean isOf(RenameCandidate candidate, LeavingValues gap) {
        return candidate.kind().equals(EnumRenameHints.VALUE)
                && candidate.from().startsWith(gap.owner().qualified() + ".");
    }

    private static Difference rid(
            Difference difference, List<Operation> operations, List<Doubt> settled, List<Warning> more) {
        Set<Warning> gone = settled.stream().map(Doubt::warning).collect(Collectors.toSet());
        List<Warning> warnings = new ArrayList<>();
        for (Warning warning : difference.warnings()) {
            if (!gone.contains(warning)) {
                warnings.add(warning);
            } else if (warning.rule().equals(EnumRebuild.RULE)) {
                warnings.add(EnumRebuild.answered(warning));
            }
        }
        warnings.addAll(more);
        List<Doubt> open =
                difference.doubts().stream().filter(d -> !settled.contains(d)).toList();
        return new Difference(operations, warnings, open);
    }
}

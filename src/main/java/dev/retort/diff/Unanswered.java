package dev.retort.diff;

import dev.retort.operation.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Warnings about several values that leave, where an answer says what becomes of some: they name, count and ask for the others alone. */
final class Unanswered {

    private Unanswered() {}

    /**
     * A difference with narrower warnings; its gaps stay whole.
     *
     * @param mapped the values of a gap that are answered
     */
    static Difference narrow(Difference difference, Function<LeavingValues, Set<String>> mapped) {
        Map<Warning, Warning> narrower = new LinkedHashMap<>();
        List<Doubt> doubts = new ArrayList<>();
        for (Doubt doubt : difference.doubts()) {
            List<String> rest = new ArrayList<>();
            if (doubt.gap() instanceof LeavingValues gap) {
                rest.addAll(gap.gone());
                rest.removeAll(mapped.apply(gap));
                if (doubt.warning() != null
                        && !rest.isEmpty()
                        && rest.size() < gap.gone().size()) {
                    Warning less = narrowed(doubt.warning(), gap, rest);
                    narrower.put(doubt.warning(), less);
                    doubts.add(new Doubt(less, narrowed(doubt.rows(), gap, rest), gap));
                    continue;
                }
            }
            doubts.add(doubt);
        }
        return new Difference(
                difference.operations(),
                difference.warnings().stream()
                        .map(w -> narrower.getOrDefault(w, w))
                        .toList(),
                doubts);
    }

    private static Warning narrowed(Warning warning, LeavingValues gap, List<String> rest) {
        return warning.rule().equals(EnumRebuild.RULE)
                ? EnumRebuild.narrowed(warning, gap, rest)
                : EnumChecks.narrowed(warning, gap, rest);
    }

    private static @Nullable RowQuestion narrowed(@Nullable RowQuestion rows, LeavingValues gap, List<String> rest) {
        return rows == null ? null : rows.of(EnumChecks.constants(gap, gap.gone()), EnumChecks.constants(gap, rest));
    }
}

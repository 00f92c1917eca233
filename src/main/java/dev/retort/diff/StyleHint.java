package dev.retort.diff;

import dev.retort.operation.SpelledAnew;
import dev.retort.operation.Warning;
import java.util.ArrayList;
import java.util.List;

/** Says once, and not for each name, that names have the same letters: a naming strategy changed for the whole model. */
final class StyleHint {

    private static final String RULE = SpelledAnew.RULE;

    private StyleHint() {}

    static List<Doubt> collapse(List<Doubt> doubts) {
        List<RenameCandidate> pairs = doubts.stream()
                .filter(StyleHint::isSaid)
                .map(d -> (RenameCandidate) d.gap())
                .toList();
        int names = pairs.stream().mapToInt(RenameCandidate::styled).sum();
        if (names < Interview.STYLE) {
            return doubts;
        }
        List<Doubt> collapsed = new ArrayList<>();
        doubts.forEach(d -> collapsed.add(isSaid(d) ? new Doubt(null, null, d.gap()) : d));
        List<String> objects = new ArrayList<>();
        pairs.forEach(p -> objects.addAll(List.of(p.from(), p.to())));
        collapsed.add(new Doubt(
                new Warning(
                        RULE,
                        Warning.Level.WARNING,
                        objects,
                        names + " tables and columns go and come under names of the same letters, such as "
                                + pairs.get(0).from() + " and " + pairs.get(0).to()
                                + ". If this is a naming strategy that changed, their data would be lost",
                        "--rename " + Renames.STYLE_WORD),
                null,
                null));
        return collapsed;
    }

    /** Whether this is what it says. */
    static boolean isRule(Warning warning) {
        return warning.rule().equals(RULE);
    }

    private static boolean isSaid(Doubt doubt) {
        return doubt.warning() != null && doubt.gap() instanceof RenameCandidate pair && pair.isStyle();
    }
}

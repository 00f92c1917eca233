package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ColumnRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A required column that may be another under a new name is not to be filled: then its warning says first how to rename it, or the new table that it refers
 * to. Nor are the rows of a new foreign key to such a table to be looked for.
 */
final class RenamedNotFilled {

    private final Map<String, RenameCandidate> candidates = new HashMap<>();
    private final boolean style;

    private RenamedNotFilled(List<Doubt> doubts) {
        style = doubts.stream().anyMatch(d -> d.warning() != null && StyleHint.isRule(d.warning()));
        for (Doubt doubt : doubts) {
            if (doubt.gap() instanceof RenameCandidate pair && (doubt.warning() != null || isOfStyle(pair))) {
                candidates.putIfAbsent(pair.to(), pair);
            }
        }
    }

    static List<Doubt> advise(List<Doubt> doubts) {
        if (doubts.stream().noneMatch(d -> d.gap() instanceof RequiredColumn || d.gap() instanceof NewReference)
                || doubts.stream().noneMatch(d -> d.gap() instanceof RenameCandidate)) {
            return doubts;
        }
        RenamedNotFilled known = new RenamedNotFilled(doubts);
        List<Doubt> advised = new ArrayList<>();
        doubts.forEach(doubt -> advised.add(known.advised(doubt)));
        return advised;
    }

    private Doubt advised(Doubt doubt) {
        Warning warning = doubt.warning();
        RenameCandidate pair = doubt.gap() instanceof RequiredColumn gap
                ? pair(gap)
                : doubt.gap() instanceof NewReference reference ? pair(reference) : null;
        if (warning == null || pair == null) {
            return doubt;
        }
        String cure = warning.cure();
        String first = "Where " + RenameHint.shown(pair.to()) + " is " + RenameHint.shown(pair.from())
                + " under a new name, run again with `--rename "
                + (isOfStyle(pair) ? Renames.STYLE_WORD : OptionPath.shell(pair.option())) + "`. Where it is new, "
                + cure.substring(0, 1).toLowerCase(Locale.ROOT) + cure.substring(1);
        return new Doubt(
                new Warning(warning.rule(), warning.level(), warning.objects(), warning.message(), first),
                doubt.rows(),
                doubt.gap());
    }

    /** A column that was there before is no other. */
    private @Nullable RenameCandidate pair(RequiredColumn gap) {
        RenameCandidate own = gap.fresh() ? candidates.get(gap.qualified()) : null;
        return own != null || gap.target() == null
                ? own
                : candidates.get(gap.target().qualified());
    }

    /** Rows refer to nothing in a table that is there under its old name, with all its rows. */
    private @Nullable RenameCandidate pair(NewReference reference) {
        return reference.key().columns().stream()
                .map(c -> candidates.get(new ColumnRef(reference.table(), c).toString()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> candidates.get(reference.key().target().qualified()));
    }

    private boolean isOfStyle(RenameCandidate pair) {
        return style && pair.isStyle();
    }
}

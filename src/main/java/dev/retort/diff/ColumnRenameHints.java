package dev.retort.diff;

import dev.retort.schema.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A dropped and an added column of one table that may be the same: scored by name, type, nullability and place. */
final class ColumnRenameHints {

    /** From here on a pair is offered: the same type, or names that differ only in spelling. */
    private static final int ENOUGH = 40;

    private ColumnRenameHints() {}

    private record Candidate(Column is, Column shall, int score) {}

    static void add(TablePair pair, Sides sides) {
        List<Column> dropped = pair.from().columns().stream()
                .filter(c -> !pair.toColumns().containsKey(c.name()) && c.generated() == null)
                .toList();
        List<Column> added = pair.to().columns().stream()
                .filter(c -> !pair.fromColumns().containsKey(c.name()) && c.generated() == null)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < dropped.size(); i++) {
            for (int j = 0; j < added.size(); j++) {
                int score = score(dropped.get(i), added.get(j)) + (i == j ? 1 : 0);
                if (score >= ENOUGH) {
                    candidates.add(new Candidate(dropped.get(i), added.get(j), score));
                }
            }
        }
        candidates.sort(Comparator.comparingInt((Candidate c) -> -c.score())
                .thenComparing(c -> c.is().name())
                .thenComparing(c -> c.shall().name()));
        Set<String> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            String is = candidate.is().name();
            String shall = candidate.shall().name();
            if (!taken.contains("-" + is) && !taken.contains("+" + shall)) {
                taken.add("-" + is);
                taken.add("+" + shall);
                RenameHint.add(
                        sides.changes(),
                        "column",
                        pair.name().qualified() + "." + is,
                        pair.name().qualified() + "." + shall,
                        RenameSpec.spell(pair.name(), is, shall),
                        candidate.is().type().equals(candidate.shall().type())
                                ? "with the same type"
                                : "with a name of the same letters");
            }
        }
    }

    private static int score(Column is, Column shall) {
        int score = 0;
        if (is.type().equals(shall.type())) {
            score += 40;
        } else if (!TypeCasts.automatic(is.type(), shall.type())) {
            return 0;
        }
        if (Spelling.letters(is.name()).equals(Spelling.letters(shall.name()))) {
            score += 40;
        } else if (Spelling.related(is.name(), shall.name())) {
            score += 10;
        }
        return score + (is.nullable() == shall.nullable() ? 2 : 0);
    }
}

package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A dropped and an added column of one table that may be the same: scored by type, spelling, place, nullability, default and keys. */
final class ColumnRenameHints {

    /** From here on a pair is offered: the same type, or names that differ only in spelling. */
    private static final int ENOUGH = 40;

    private ColumnRenameHints() {}

    private record Candidate(Column is, Column shall, int score) {}

    static void add(TablePair pair, Sides sides) {
        Set<String> taken = new HashSet<>();
        for (Candidate candidate : candidates(pair, sides)) {
            RenameCandidate rename = rename(candidate, pair.name());
            if (taken(candidate, taken)) {
                sides.changes().candidate(rename);
            } else {
                RenameHint.add(sides.changes(), rename);
            }
        }
    }

    /** What of a table would be offered if it were the other under a new name: the likeliest of each column. */
    static List<RenameCandidate> within(TablePair pair, Sides sides) {
        Set<String> taken = new HashSet<>();
        return candidates(pair, sides).stream()
                .filter(candidate -> !taken(candidate, taken))
                .map(candidate -> rename(candidate, pair.name()))
                .toList();
    }

    private static boolean taken(Candidate candidate, Set<String> taken) {
        String is = "-" + candidate.is().name();
        String shall = "+" + candidate.shall().name();
        if (taken.contains(is) || taken.contains(shall)) {
            return true;
        }
        taken.add(is);
        taken.add(shall);
        return false;
    }

    private static RenameCandidate rename(Candidate candidate, ObjectName table) {
        String is = candidate.is().name();
        String shall = candidate.shall().name();
        return new RenameCandidate(
                "column",
                table.qualified() + "." + is,
                table.qualified() + "." + shall,
                RenameSpec.spell(table, is, shall),
                why(candidate),
                candidate.score());
    }

    private static List<Candidate> candidates(TablePair pair, Sides sides) {
        List<Column> dropped = pair.from().columns().stream()
                .filter(c -> !pair.toColumns().containsKey(c.name()) && c.generated() == null)
                .toList();
        List<Column> added = pair.to().columns().stream()
                .filter(c -> !pair.fromColumns().containsKey(c.name()) && c.generated() == null)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < dropped.size(); i++) {
            for (int j = 0; j < added.size(); j++) {
                int score = score(dropped.get(i), added.get(j), pair) + (i == j ? 1 : 0);
                if (score >= ENOUGH && !TurnedReference.refersElsewhere(dropped.get(i), added.get(j), pair, sides)) {
                    candidates.add(new Candidate(dropped.get(i), added.get(j), score));
                }
            }
        }
        candidates.sort(Comparator.comparingInt((Candidate c) -> -c.score())
                .thenComparing(c -> c.is().name())
                .thenComparing(c -> c.shall().name()));
        return candidates;
    }

    private static String why(Candidate candidate) {
        if (candidate.is().type().equals(candidate.shall().type())) {
            return "with the same type";
        }
        String is = candidate.is().name();
        String types = candidate.is().type().display() + " as "
                + candidate.shall().type().display();
        return Spelling.letters(is).equals(Spelling.letters(candidate.shall().name()))
                ? "with a name of the same letters, " + types
                : "in the same keys, " + types;
    }

    /** Type and spelling; the keys that the column is in, which outweigh another type; then nullability and default. */
    private static int score(Column is, Column shall, TablePair pair) {
        boolean sameType = is.type().equals(shall.type());
        boolean sameLetters = Spelling.letters(is.name()).equals(Spelling.letters(shall.name()));
        if ((!sameType && !TypeCasts.automatic(is.type(), shall.type())) || SoftDeletes.isContrary(is, shall)) {
            return 0;
        }
        int score = sameType ? 40 : 0;
        score += sameLetters ? 40 : Spelling.related(is.name(), shall.name()) ? 10 : 0;
        List<String> before = roles(pair.from(), is.name());
        if (!before.isEmpty() && before.equals(roles(pair.to(), shall.name()))) {
            score += sameType || sameLetters ? 8 : ENOUGH;
        }
        return score
                + (is.nullable() == shall.nullable() ? 2 : 0)
                + (Objects.equals(is.defaultValue(), shall.defaultValue()) ? 1 : 0);
    }

    /** What the column is part of, its own name left out. */
    private static List<String> roles(Table table, String column) {
        List<String> roles = new ArrayList<>();
        PrimaryKey key = table.primaryKey();
        if (key != null && key.columns().contains(column)) {
            roles.add("primary key " + key.columns().indexOf(column));
        }
        table.foreignKeys().stream()
                .filter(k -> k.columns().contains(column))
                .forEach(k -> roles.add("foreign key " + k.target().qualified() + " "
                        + k.targetColumns().get(k.columns().indexOf(column))));
        table.uniques().stream()
                .filter(u -> u.columns().contains(column))
                .forEach(u -> roles.add("unique " + u.columns().size()));
        Collections.sort(roles);
        return roles;
    }
}

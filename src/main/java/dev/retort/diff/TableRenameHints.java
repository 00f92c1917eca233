package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A dropped and a created table that may be the same: most of their columns agree. */
final class TableRenameHints {

    /** Above this many pairs only tables of exactly the same columns are compared, so that the work stays linear. */
    private static final int PAIRS = 10_000;

    private TableRenameHints() {}

    private record Candidate(Table is, Table shall, double score) {}

    static void add(Sides sides) {
        List<Table> dropped = missing(sides.from(), sides.to());
        if (dropped.isEmpty()) {
            return;
        }
        List<Table> created = missing(sides.to(), sides.from());
        Set<ObjectName> standing = new HashSet<>(sides.from().tables().keySet());
        standing.retainAll(sides.to().tables().keySet());
        List<Candidate> candidates =
                (long) dropped.size() * created.size() <= PAIRS ? allPairs(dropped, created) : twins(dropped, created);
        candidates.removeIf(candidate -> candidate.score() < 1 && refersElsewhere(candidate, standing));
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.score())
                .thenComparing(c -> c.is().name())
                .thenComparing(c -> c.shall().name()));
        Set<ObjectName> takenOld = new HashSet<>();
        Set<ObjectName> takenNew = new HashSet<>();
        for (Candidate candidate : candidates) {
            ObjectName is = candidate.is().name();
            ObjectName shall = candidate.shall().name();
            RenameCandidate rename = rename(candidate, sides);
            if (!takenOld.contains(is) && !takenNew.contains(shall)) {
                takenOld.add(is);
                takenNew.add(shall);
                RenameHint.add(sides.changes(), rename);
            } else {
                sides.changes().candidate(rename);
            }
        }
    }

    /** Whether each refers to a table that stays and that the other does not refer to, as join tables of two associations do. */
    private static boolean refersElsewhere(Candidate candidate, Set<ObjectName> standing) {
        Set<ObjectName> before = targets(candidate.is(), standing);
        Set<ObjectName> after = targets(candidate.shall(), standing);
        return !before.containsAll(after) && !after.containsAll(before);
    }

    private static Set<ObjectName> targets(Table table, Set<ObjectName> standing) {
        return table.foreignKeys().stream()
                .map(ForeignKey::target)
                .filter(standing::contains)
                .collect(Collectors.toSet());
    }

    private static RenameCandidate rename(Candidate candidate, Sides sides) {
        Table shall = candidate.shall();
        ObjectName is = candidate.is().name();
        List<RenameCandidate> columns = ColumnRenameHints.within(TablePair.of(candidate.is(), shall), sides);
        String from = is.qualified();
        String to = shall.name().qualified();
        boolean style = Spelling.letters(from).equals(Spelling.letters(to));
        return new RenameCandidate(
                "table",
                from,
                to,
                RenameSpec.spell(is, shall.name()),
                candidate.score() >= 1 ? "with the same columns" : "with mostly the same columns",
                (int) (candidate.score() * 100),
                columns.stream().map(RenameCandidate::option).toList(),
                style
                        ? 1
                                + (int) columns.stream()
                                        .filter(RenameCandidate::isStyle)
                                        .count()
                        : 0);
    }

    private static List<Table> missing(Schema side, Schema other) {
        return side.allTables().stream()
                .filter(t ->
                        !other.tables().containsKey(t.name()) && !t.columns().isEmpty())
                .toList();
    }

    private static List<Candidate> allPairs(List<Table> dropped, List<Table> created) {
        List<Candidate> candidates = new ArrayList<>();
        for (Table is : dropped) {
            Set<String> columns = signature(is);
            for (Table shall : created) {
                double score = score(columns, signature(shall), is.name(), shall.name());
                if (score > 0.5) {
                    candidates.add(new Candidate(is, shall, score));
                }
            }
        }
        return candidates;
    }

    private static List<Candidate> twins(List<Table> dropped, List<Table> created) {
        Map<Set<String>, List<Table>> bySignature = new HashMap<>();
        created.forEach(t -> bySignature
                .computeIfAbsent(signature(t), s -> new ArrayList<>())
                .add(t));
        List<Candidate> candidates = new ArrayList<>();
        for (Table is : dropped) {
            List<Table> twins = bySignature.getOrDefault(signature(is), List.of());
            if (!twins.isEmpty()) {
                candidates.add(new Candidate(is, twins.remove(0), 1));
            }
        }
        return candidates;
    }

    private static double score(Set<String> is, Set<String> shall, ObjectName before, ObjectName after) {
        Set<String> shared = new HashSet<>(is);
        shared.retainAll(shall);
        double score = (double) shared.size() / Math.max(is.size(), shall.size());
        return score + (score > 0.3 && Spelling.related(before.name(), after.name()) ? 0.25 : 0);
    }

    private static Set<String> signature(Table table) {
        Set<String> signature = new TreeSet<>();
        for (Column column : table.columns()) {
            signature.add(Spelling.letters(column.name()) + " "
                    + column.type().element().base());
        }
        return signature;
    }
}

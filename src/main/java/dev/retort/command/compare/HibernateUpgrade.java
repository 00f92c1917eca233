package dev.retort.command.compare;

import dev.retort.Nearest;
import dev.retort.UsageException;
import dev.retort.diff.Duplicates;
import dev.retort.hook.Draft;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the differences that a newer Hibernate can have made, and leaves out the accepted ones. That it did make them is not known: nothing says which release
 * the database was made by, and a check that somebody dropped by hand looks the same.
 */
final class HibernateUpgrade {

    private static final int SHOWN = 5;

    private HibernateUpgrade() {}

    /**
     * Explains the operations of a draft; one warning for each rule.
     *
     * @param accepted the rules whose differences stay as they are
     */
    static void explain(Draft draft, BothSides sides, List<String> accepted) {
        for (HibernateChange change : HibernateChange.values()) {
            List<Operation> explained = draft.upgrade().stream()
                    .filter(operation -> change.explains(operation, sides))
                    .toList();
            if (explained.isEmpty()) {
                continue;
            }
            Set<String> objects =
                    explained.stream().map(Operation::object).collect(Collectors.toCollection(HashSet::new));
            if (accepted.contains(change.rule())) {
                draft.drop(operation -> objects.contains(operation.object()));
            } else {
                draft.warnings().add(warning(change, explained));
            }
        }
    }

    private static Warning warning(HibernateChange change, List<Operation> explained) {
        List<String> objects =
                explained.stream().map(Operation::object).distinct().sorted().toList();
        String shown = objects.stream().limit(SHOWN).collect(Collectors.joining(", "));
        String more = objects.size() > SHOWN ? " and " + (objects.size() - SHOWN) + " more" : "";
        return new Warning(
                change.rule(),
                Warning.Level.INFO,
                objects,
                "this may come from a newer Hibernate, and from no edit of the entities: " + change.words() + " ("
                        + shown + more + ")",
                "take it into a revision, or leave the database as it is: `--accept " + change.rule() + "`");
    }

    /**
     * Makes sure that the rules can be accepted, also where nothing differs: a typo would show only when it is too late.
     *
     * @throws UsageException if one is none
     */
    static void requireRules(List<String> accepted) {
        accepted.forEach(HibernateUpgrade::check);
    }

    private static void check(String rule) {
        List<String> rules = new ArrayList<>(List.of(Duplicates.RULE));
        Arrays.stream(HibernateChange.values()).map(HibernateChange::rule).forEach(rules::add);
        if (!rules.contains(rule)) {
            throw new UsageException(
                    "\"" + rule + "\" cannot be accepted",
                    "there is no such rule; there are " + String.join(", ", rules) + ".",
                    Nearest.to(rule, rules)
                            .map(near -> "Did you mean --accept " + near + "?")
                            .orElse("Correct --accept, or the key accept."));
        }
    }
}

package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Difference;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Warning;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sets a difference against what its scenario expects. */
final class Expectations {

    /** The rule that says what a scenario wants said. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("data loss: drop table", "data-loss"),
            Map.entry("data loss: drop column", "data-loss"),
            Map.entry("narrowing type change", "narrowing-type-change"),
            Map.entry("needs USING", "needs-using"),
            Map.entry("time zone dependent conversion", "time-zone-dependent-conversion"),
            Map.entry("SET NOT NULL scans the table and fails on NULLs", "data-dependent-not-null"),
            Map.entry("ADD FOREIGN KEY validates all rows and locks both tables", "data-dependent-foreign-key"),
            Map.entry("set the new sequence above max(id)", "sequence-start"),
            Map.entry("rows with the removed value", "enum-rebuild"),
            Map.entry("column is used by view v", "view-rebuild"));

    private Expectations() {}

    /** A database as the target: it states everything, so where a model would ask for nothing it may ask for something. */
    static void check(Scenario scenario, Difference difference, Schema from, Schema to) {
        if (scenario.expectsNothing()) {
            if (scenario.isIdentical() && from.equals(to)) {
                assertThat(difference.operations()).isEmpty();
            }
        } else if (!scenario.is("either")) {
            operations(scenario, difference, from);
        }
        scenario.list("hints").forEach(h -> hint(h, difference));
        scenario.list("warn").forEach(w -> warning(w, difference));
        String using = scenario.properties().getProperty("using");
        if (using != null) {
            assertThat(difference.operations().stream()
                            .filter(AlterColumn.class::isInstance)
                            .flatMap(o -> ((AlterColumn) o).changes().stream())
                            .filter(ColumnChange.SetType.class::isInstance)
                            .map(c -> ((ColumnChange.SetType) c).using()))
                    .contains(using);
        }
    }

    static void checkModel(Scenario scenario, Difference difference, Schema from) {
        if (!scenario.is("either")) {
            operations(scenario, difference, from);
        }
    }

    private static void operations(Scenario scenario, Difference difference, Schema from) {
        List<String> expected = scenario.list("expect");
        if (expected.isEmpty()) {
            return;
        }
        CoarseOperations actual = new CoarseOperations(difference.operations(), from);
        Set<String> allowed = new TreeSet<>(scenario.list("also_ok"));
        allowed.addAll(actual.optional);
        actual.words.stream()
                .filter(w -> w.startsWith("alter_type "))
                .forEach(w -> allowed.add(w.replace("alter_type ", "alter_default ")));
        List<String> words = new ArrayList<>(actual.words);
        words.removeIf(w -> allowed.contains(w) && !expected.contains(w));
        if (scenario.is("ordered")) {
            assertThat(words).containsExactlyElementsOf(expected);
        } else {
            assertThat(words).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** {@code rename_table a -> b}: the warning that offers it. */
    private static void hint(String hint, Difference difference) {
        String[] words = hint.split(" ", -1);
        if (words[0].equals("alter_constraint")) {
            assertThat(difference.warnings()).extracting(Warning::rule).contains("alter-constraint");
            return;
        }
        String rule = "possible-" + words[0].substring("rename_".length()).replace('_', '-') + "-rename";
        assertThat(difference.warnings())
                .anyMatch(w -> w.rule().equals(rule)
                        && w.objects().get(0).endsWith("." + words[1])
                        && w.objects().get(1).endsWith("." + words[3])
                        && w.cure().startsWith("--rename "));
    }

    private static void warning(String warning, Difference difference) {
        if (warning.equals("table rewrite")) {
            assertThat(difference.warnings()).extracting(Warning::rule).containsAnyOf("enum-rebuild", "table-rewrite");
        } else {
            assertThat(difference.warnings()).extracting(Warning::rule).contains(RULES.get(warning));
        }
    }
}

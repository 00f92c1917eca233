package dev.retort.operation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which warnings are read: the one question whose answer changes all others, what stops the revision, what is lost, what may have been meant otherwise, what can fail, what it costs, the way down, the rest. */
public final class Importance {

    /** Before errors: its answer takes away most of what stands below it. */
    private static final int FIRST = -1;

    private static final int COST = 4;

    private static final Comparator<Warning> ORDER =
            Comparator.comparingInt(Importance::rank).thenComparing(Comparator.naturalOrder());

    private Importance() {}

    /** The most important first; what is equally important by its rule and objects. */
    public static List<Warning> sorted(Collection<Warning> warnings) {
        return warnings.stream()
                .sorted(ORDER.thenComparing(Warning::message).thenComparing(Warning::cure))
                .toList();
    }

    /** Whether it tells what a change costs, what to know of the way down, or what is only worth knowing. */
    static boolean isOfCost(Warning warning) {
        return rank(warning) >= COST;
    }

    private static int rank(Warning warning) {
        String rule = warning.rule();
        if (rule.equals(SpelledAnew.RULE)) {
            return FIRST;
        }
        return switch (warning.level()) {
            case ERROR -> 0;
            case INFO -> 6;
            case WARNING -> {
                if (rule.startsWith("downgrade-")) {
                    yield 5;
                } else if (rule.equals("data-loss") || rule.equals("elements-lost")) {
                    yield 1;
                } else if (rule.startsWith("possible-")) {
                    yield 2;
                } else {
                    yield canFail(rule) ? 3 : COST;
                }
            }
        };
    }

    /** Whether rows can make the change fail, or mean something else after it. */
    private static boolean canFail(String rule) {
        return rule.startsWith("data-dependent-")
                || rule.equals("narrowing-type-change")
                || rule.equals("enum-rebuild")
                || rule.equals("put-back-can-fail")
                || rule.equals("ordinal-enum-changed")
                || rule.equals("deleted-rows-return")
                || rule.equals("reference-means-another");
    }
}

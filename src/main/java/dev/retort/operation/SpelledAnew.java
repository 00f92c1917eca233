package dev.retort.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells in short what follows where many names go and come in another spelling, as after a naming strategy changed: the answer to the one warning that
 * asks takes it all away. For people to read; what a program reads has each in full.
 */
public final class SpelledAnew {

    /** The rule of the one warning, whose objects are the names that go and come, by turns. */
    public static final String RULE = "possible-case-style-rename";

    private final Warning asks;
    private final Set<String> names;

    private SpelledAnew(Warning asks) {
        this.asks = asks;
        this.names = Set.copyOf(asks.objects());
    }

    /**
     * The warnings in their order, those that follow as one for each rule.
     *
     * @param among where the warning that asks may be
     * @param more what the short ones say at their end
     */
    public static List<Warning> shortened(List<Warning> warnings, List<Warning> among, String more) {
        return among.stream()
                .filter(warning -> warning.rule().equals(RULE))
                .findFirst()
                .map(asks -> new SpelledAnew(asks).shortened(warnings, more))
                .orElse(warnings);
    }

    private List<Warning> shortened(List<Warning> warnings, String more) {
        Map<String, Set<String>> objects = new LinkedHashMap<>();
        Map<String, Warning> first = new LinkedHashMap<>();
        List<Warning> rest = new ArrayList<>();
        for (Warning warning : warnings) {
            if (!follows(warning)) {
                rest.add(warning);
                continue;
            }
            String kind = warning.level() + " " + warning.rule();
            objects.computeIfAbsent(kind, k -> new LinkedHashSet<>()).addAll(warning.objects());
            first.putIfAbsent(kind, warning);
        }
        first.forEach((kind, warning) -> rest.add(new Warning(
                warning.rule(),
                warning.level(),
                List.copyOf(objects.getOrDefault(kind, Set.of())),
                "true only if these are not the same names spelled anew, which " + RULE + " asks" + more,
                "")));
        return Importance.sorted(rest);
    }

    private boolean follows(Warning warning) {
        if (warning.equals(asks)
                || warning.objects().isEmpty()
                || warning.rule().startsWith("possible-")) {
            return false;
        }
        return names.containsAll(warning.objects())
                || (warning.rule().startsWith("data-dependent-")
                        && names.stream().anyMatch(name -> speaksOf(warning, name)));
    }

    /** A table by its name; a column by its name, where the warning is of its table. */
    private static boolean speaksOf(Warning warning, String name) {
        int dot = name.lastIndexOf('.');
        boolean column = name.indexOf('.') < dot;
        return (!column || warning.objects().get(0).startsWith(name.substring(0, dot + 1)))
                && Pattern.compile("(?<!\\w)" + Pattern.quote(name.substring(dot + 1)) + "(?!\\w)")
                        .matcher(warning.message())
                        .find();
    }
}

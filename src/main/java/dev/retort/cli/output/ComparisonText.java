package dev.retort.cli.output;

import dev.retort.command.compare.ChangeOrigins;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.Difference;
import dev.retort.operation.Alike;
import dev.retort.operation.Operation;
import dev.retort.operation.SpelledAnew;
import dev.retort.operation.Warning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A comparison for people: a line a difference, what an object was and becomes where it is made anew, the warnings below. */
public final class ComparisonText {

    /** More than this many remarks of one kind are told together. */
    private static final int TOGETHER = 3;

    /** So many objects of one warning are named. */
    private static final int NAMED = 5;

    private static final String SUSPICION = "almost-all-tables-missing";

    /** What is to be done about several objects alike is said once. */
    private final Set<String> said = new HashSet<>();

    private final Terminal terminal;
    private final UnaryOperator<String> commands;

    /**
     * Prints to that terminal.
     *
     * @param commands makes the commands of a text ones to type as they are
     */
    public ComparisonText(Terminal terminal, UnaryOperator<String> commands) {
        this.terminal = terminal;
        this.commands = commands;
    }

    /** Prints operations and warnings; first the suspicion that the operations follow from a setting, as they may be many. */
    public void print(Comparison comparison) {
        Map<Boolean, List<Warning>> suspicions = shortened(comparison.allWarnings(), comparison).stream()
                .collect(Collectors.partitioningBy(warning -> warning.rule().equals(SUSPICION)));
        warnings(suspicions.getOrDefault(true, List.of()));
        ChangeOrigins origins = comparison.origins();
        for (Difference difference : Difference.of(comparison)) {
            print(difference, origins);
        }
        warnings(suspicions.getOrDefault(false, List.of()));
    }

    /** Prints what has to be said about the way down. */
    public void downgrade(Comparison comparison) {
        warnings(shortened(comparison.downgrade(), comparison));
    }

    private List<Warning> shortened(List<Warning> warnings, Comparison comparison) {
        return terminal.verbose()
                ? warnings
                : Alike.together(SpelledAnew.shortened(warnings, comparison.warnings(), "; -v tells each in full"));
    }

    private void print(Difference difference, ChangeOrigins origins) {
        Operation operation = difference.operation();
        String origin = origins.of(operation).map(where -> "  (" + where + ")").orElse("");
        Ink ink =
                switch (difference.kind()) {
                    case SINGLE -> Ink.of(operation);
                    case CHANGED -> Ink.CHANGED;
                    case PUT_BACK -> Ink.FAINT;
                };
        terminal.line(new Part(ink, difference.summary()), new Part(Ink.FAINT, origin));
        if (difference.before() != null && difference.after() != null) {
            terminal.line(new Part(Ink.FAINT, "  from "), Part.plain(difference.before()));
            terminal.line(new Part(Ink.FAINT, "  to   "), Part.plain(difference.after()));
        }
    }

    /** Prints warnings; remarks that ask for nothing are told together where there are many. */
    public void warnings(List<Warning> warnings) {
        Map<String, List<Warning>> remarks = new LinkedHashMap<>();
        for (Warning warning : warnings) {
            if (warning.level() == Warning.Level.INFO) {
                remarks.computeIfAbsent(warning.rule(), rule -> new ArrayList<>())
                        .add(warning);
            } else {
                full(warning);
            }
        }
        remarks.values().forEach(this::remarks);
    }

    private void remarks(List<Warning> same) {
        if (terminal.verbose() || same.size() <= TOGETHER) {
            same.forEach(this::full);
            return;
        }
        terminal.remark(
                new Part(Ink.FAINT, "info "),
                Part.plain(same.get(0).rule() + ": " + same.size() + " objects, such as "
                        + String.join(", ", same.get(0).objects()) + "; -v lists them."));
    }

    private void full(Warning warning) {
        Ink ink =
                switch (warning.level()) {
                    case INFO -> Ink.FAINT;
                    case WARNING -> Ink.WARNING;
                    case ERROR -> Ink.ERROR;
                };
        print(warning, new Part(ink, warning.level().word() + " "), Part.plain(headline(warning)));
        if (!said.add(warning.rule() + " " + warning.cure())) {
            return;
        }
        String label = "  fix: ";
        for (String line : commands.apply(warning.cure()).lines().toList()) {
            print(warning, new Part(Ink.FAINT, label), Part.plain(line));
            label = "       ";
        }
    }

    /** The rule, what it is about, and what it means. */
    static String headline(Warning warning) {
        return warning.rule()
                + (warning.objects().isEmpty() ? "" : " " + objects(warning.objects()))
                + ": "
                + warning.message();
    }

    private static String objects(List<String> objects) {
        return objects.size() <= NAMED
                ? String.join(", ", objects)
                : String.join(", ", objects.subList(0, NAMED)) + " and " + (objects.size() - NAMED) + " more";
    }

    /** A warning is part of the result; what is only worth knowing is not. */
    private void print(Warning warning, Part... parts) {
        if (warning.level() == Warning.Level.INFO) {
            terminal.remark(parts);
        } else {
            terminal.line(parts);
        }
    }
}

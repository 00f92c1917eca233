package dev.retort.model;

import dev.retort.model.MappedClasses.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what makes Hibernate fail where its exception does not say so: reads the model again and again with attributes hidden, until the fewest are left
 * with which it fails in the same way. Asked only when there is nothing better to say.
 */
final class Culprits {

    /** More trials would take too long; a model of 2,000 attributes with one culprit takes about thirty. */
    private static final int TRIALS = 120;

    private static final String PASSED = "";

    /** An answer of more is none. */
    private static final int FEW = 4;

    /**
     * What the failure comes from.
     *
     * @param attributes without any one of these it would not fail so; empty where it fails without any attribute
     * @param classes the classes that it comes from; empty where it fails without any class
     */
    record Found(List<Attribute> attributes, List<String> classes) {

        static final Found NOTHING = new Found(List.of(), List.of());

        /** For a message, such as {@code Car.name and Car.title (shop.Car)}; empty where nothing was found. */
        String display() {
            if (attributes.isEmpty()) {
                return classes.stream()
                        .map(name -> MappedClasses.simple(name) + " (" + name + ")")
                        .collect(Collectors.joining(" and "));
            }
            Map<String, List<String>> byClass = new TreeMap<>();
            attributes.forEach(a ->
                    byClass.computeIfAbsent(a.owner(), o -> new ArrayList<>()).add(a.display()));
            return byClass.entrySet().stream()
                    .map(e -> String.join(" and ", e.getValue()) + " (" + e.getKey() + ")")
                    .collect(Collectors.joining(" and "));
        }
    }

    private final ClassLoader loader;
    private final EntitySources sources;
    private final Trial trial;
    private final String wanted;
    private final boolean ofGenerator;
    private final List<Attribute> all;

    /**
     * A search.
     *
     * @param all the attributes of the mapped classes
     */
    Culprits(ClassLoader loader, EntitySources sources, Trial trial, Throwable failure, List<Attribute> all) {
        this.loader = loader;
        this.sources = sources;
        this.trial = trial;
        this.wanted = signature(failure);
        this.ofGenerator = FailureText.of(failure).reason().contains("generator");
        this.all = all;
    }

    /** What the failure comes from, as far as that can be told. */
    Found find() {
        List<String> classes = List.copyOf(sources.classes());
        // An entity without its identifier fails in a way of its own.
        List<Attribute> free = all.stream().filter(a -> !a.identifier()).toList();
        if (!fails(classes, free)) {
            return Found.NOTHING;
        }
        if (!fails(classes, List.of())) {
            List<Attribute> found = few(new Reduction<Attribute>(kept -> fails(classes, kept), TRIALS).of(free));
            return new Found(needed(found, classes, free), owners(found));
        }
        if (fails(List.of(), List.of())) {
            return Found.NOTHING;
        }
        List<String> found = new Reduction<String>(kept -> fails(kept, List.of()), TRIALS).of(classes);
        if (few(found).isEmpty()) {
            return Found.NOTHING;
        }
        List<Attribute> identifiers = all.stream()
                .filter(Attribute::identifier)
                .filter(a -> found.contains(a.owner()))
                .filter(a ->
                        ofGenerator || outcome(classes, List.of(), Set.of(a)).equals(PASSED))
                .toList();
        return new Found(few(identifiers), found);
    }

    /** Without those that only have to be there because so little else is, such as one attribute for an embeddable that may not be empty. */
    private List<Attribute> needed(List<Attribute> found, List<String> classes, List<Attribute> free) {
        List<Attribute> needed = found.stream()
                .filter(a ->
                        !fails(classes, free.stream().filter(f -> !f.equals(a)).toList()))
                .toList();
        return needed.isEmpty() ? found : needed;
    }

    private static List<String> owners(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::owner).distinct().toList();
    }

    private static <T> List<T> few(List<T> found) {
        return found.size() > FEW ? List.of() : found;
    }

    private boolean fails(List<String> classes, List<Attribute> kept) {
        return outcome(classes, kept, Set.of()).equals(wanted);
    }

    /** How reading these classes with these attributes, and with the identifiers but some, ends. */
    private String outcome(List<String> classes, List<Attribute> kept, Set<Attribute> without) {
        Map<String, Set<String>> hidden = new TreeMap<>();
        Set<Attribute> stay = new LinkedHashSet<>(kept);
        all.stream()
                .filter(a -> without.contains(a) || (!a.identifier() && !stay.contains(a)))
                .forEach(a ->
                        hidden.computeIfAbsent(a.owner(), o -> new TreeSet<>()).add(a.name()));
        TrialLoader hiding = new TrialLoader(loader, sources.classes(), hidden);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(hiding);
        try {
            trial.read(hiding, sources.withClasses(new LinkedHashSet<>(classes)));
            return PASSED;
        } catch (RuntimeException | LinkageError | StackOverflowError | java.util.ServiceConfigurationError e) {
            return signature(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The first cause and where it was thrown, without what differs from one reading to the next. */
    private static String signature(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof StackOverflowError || trace.length == 0
                ? cause.toString()
                : cause.toString().replaceAll("@[0-9a-f]+\\b", "") + " " + trace[0].getClassName() + "."
                        + trace[0].getMethodName() + ":" + trace[0].getLineNumber();
    }
}

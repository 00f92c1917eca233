package dev.retort.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the class that makes Hibernate fail where its exception names none: without that class it does not fail, or it fails otherwise. Reads the model once
 * for each class, so it is asked only when there is nothing better to say.
 */
final class LeftOut {

    /** More classes would take too long. */
    private static final int MOST = 200;

    private static final int FEW = 3;

    private LeftOut() {}

    /** The classes that the failure comes from; empty where that cannot be told. */
    static List<String> culprits(
            MetadataLoader loader, EntitySources sources, Map<String, Object> settings, Throwable failure) {
        if (sources.classes().size() > MOST) {
            return List.of();
        }
        String wanted = signature(failure);
        List<String> cured = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String name : sources.classes()) {
            Set<String> others = new LinkedHashSet<>(sources.classes());
            others.remove(name);
            try {
                loader.load(sources.withClasses(others), settings).close();
                cured.add(name);
            } catch (RuntimeException | LinkageError e) {
                if (!signature(e).equals(wanted)) {
                    changed.add(name);
                }
            }
        }
        List<String> found = cured.isEmpty() ? changed : cured;
        return found.size() > FEW ? List.of() : found;
    }

    /** The first cause and where it was thrown. */
    private static String signature(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        return cause + (trace.length == 0 ? "" : " " + trace[0]);
    }
}

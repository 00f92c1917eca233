package dev.retort.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What Hibernate is told to read.
 *
 * @param packages packages with annotations of their own
 * @param classes entities, embeddables, mapped superclasses and converters
 * @param resources mapping documents on the class path
 * @param files mapping documents elsewhere, as absolute paths
 * @param settings the settings of a persistence unit, which those of the request go before
 */
record EntitySources(
        Set<String> packages,
        Set<String> classes,
        Set<String> resources,
        Set<String> files,
        Map<String, String> settings) {

    EntitySources {
        packages = ordered(packages);
        classes = ordered(classes);
        resources = ordered(resources);
        files = ordered(files);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** The same with more mapping documents of the class path. */
    EntitySources withResources(List<String> more) {
        Set<String> all = new LinkedHashSet<>(resources);
        all.addAll(more);
        return new EntitySources(packages, classes, all, files, settings);
    }

    /** The same with other classes. */
    EntitySources withClasses(Set<String> others) {
        return new EntitySources(packages, others, resources, files, settings);
    }

    private static Set<String> ordered(Set<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}

package dev.retort.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Loads the mapped classes, and all that lies beside them, once more, with some of their attributes hidden from Hibernate. */
final class TrialLoader extends ClassLoader {

    private static final List<String> NEVER = List.of("java.", "javax.", "jakarta.", "org.hibernate.", "dev.retort.");

    private final ClassLoader entities;
    private final Set<String> origins = new TreeSet<>();
    private final Set<String> classes;
    private final Map<String, Set<String>> hidden;

    /**
     * A loader for one trial.
     *
     * @param classes the mapped classes
     * @param hidden attributes by class
     */
    TrialLoader(ClassLoader entities, Set<String> classes, Map<String, Set<String>> hidden) {
        super("trial", entities);
        this.entities = entities;
        this.classes = classes;
        this.hidden = hidden;
        classes.forEach(name -> origins.add(origin(name)));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return isOfTrial(name) ? define(name) : super.loadClass(name, resolve);
        }
    }

    /** Classes of one folder or jar may name each other, so they have to be of one loader. */
    private boolean isOfTrial(String name) {
        return classes.contains(name)
                || (NEVER.stream().noneMatch(name::startsWith)
                        && entities.getResource(resource(name)) != null
                        && origins.contains(origin(name)));
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = entities.getResourceAsStream(resource(name))) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            Set<String> attributes = hidden.getOrDefault(name, Set.of());
            byte[] code = in.readAllBytes();
            byte[] trial = attributes.isEmpty() ? code : ClassFile.hiding(attributes, code);
            return defineClass(name, trial, 0, trial.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private String origin(String name) {
        URL url = entities.getResource(resource(name));
        String text = url == null ? "" : url.toString();
        return text.endsWith(resource(name))
                ? text.substring(0, text.length() - resource(name).length())
                : text;
    }

    private static String resource(String name) {
        return name.replace('.', '/') + ".class";
    }
}

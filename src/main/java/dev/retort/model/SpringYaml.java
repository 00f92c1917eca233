package dev.retort.model;

import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML with the SnakeYAML of the application, which a Spring Boot application has on its class path, and which is asked by reflection, as nothing else here
 * needs it. Only plain values are made ({@code SafeConstructor}), as Spring does.
 */
final class SpringYaml {

    private static final String PACKAGE = "org.yaml.snakeyaml.";

    private SpringYaml() {}

    /**
     * The documents of a file, each with its keys as a properties file spells them: {@code a.b[0]}.
     *
     * @return null where the class path holds no SnakeYAML that can be used
     * @throws IllegalArgumentException if the text is no YAML
     */
    static @Nullable List<Map<String, String>> documents(String text, ClassLoader loader) {
        Object yaml;
        try {
            Class<?> options = Class.forName(PACKAGE + "LoaderOptions", true, loader);
            Class<?> constructor = Class.forName(PACKAGE + "constructor.SafeConstructor", true, loader);
            Class<?> base = Class.forName(PACKAGE + "constructor.BaseConstructor", true, loader);
            Object safe = constructor
                    .getConstructor(options)
                    .newInstance(options.getConstructor().newInstance());
            yaml = Class.forName(PACKAGE + "Yaml", true, loader)
                    .getConstructor(base)
                    .newInstance(safe);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
        List<Map<String, String>> documents = new ArrayList<>();
        try {
            Object all = yaml.getClass().getMethod("loadAll", Reader.class).invoke(yaml, new StringReader(text));
            // The documents are parsed while they are walked through.
            for (Object document : (Iterable<?>) all) {
                Map<String, String> flat = new TreeMap<>();
                flatten("", document, flat);
                documents.add(flat);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            return null;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return documents;
    }

    private static void flatten(String path, @Nullable Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(joined(path, String.valueOf(key)), inner, into));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", list.get(i), into);
            }
        } else if (!path.isEmpty()) {
            into.put(path, value == null ? "" : String.valueOf(value));
        }
    }

    /** Spring takes brackets around a key as quotes. */
    private static String joined(String path, String key) {
        String plain = key.startsWith("[") && key.endsWith("]") ? key.substring(1, key.length() - 1) : key;
        return path.isEmpty() ? plain : path + "." + plain;
    }
}

package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.migration.Migration;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Loads revisions: their own classes from memory, the migration API and the driver from where we were loaded, all else from the project's class path first.
 */
final class RevisionClassLoader extends URLClassLoader {

    private static final ClassLoader OURS =
            java.util.Objects.requireNonNull(Migration.class.getClassLoader(), "the boot loader holds no Retort");

    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();
    private final Predicate<String> more;

    /**
     * A loader.
     *
     * @param more compiles what the name asks for and adds it; false if there is nothing to compile
     */
    RevisionClassLoader(List<Path> classPath, Predicate<String> more) {
        super(urls(classPath), ClassLoader.getPlatformClassLoader());
        this.more = more;
    }

    void add(Map<String, byte[]> classes) {
        compiled.putAll(classes);
    }

    /** Makes classes ready, on all processors and without running anything of theirs: what is wrong with one is told when it is to run. */
    void link(List<String> names) {
        names.parallelStream().forEach(name -> {
            try {
                // To list its constructors the JVM verifies the class.
                Constructor<?>[] unused = loadClass(name).getDeclaredConstructors();
            } catch (ClassNotFoundException | LinkageError | RevisionException e) {
                System.getLogger(RevisionClassLoader.class.getName())
                        .log(System.Logger.Level.DEBUG, "Class " + name + " is not ready", e);
            }
        });
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            Class<?> own = define(name);
            if (own != null) {
                return own;
            }
            boolean shared = name.startsWith("dev.retort.") || name.startsWith("org.postgresql.");
            Class<?> found = shared ? ours(name) : null;
            return found != null ? found : projects(name);
        }
    }

    private Class<?> projects(String name) throws ClassNotFoundException {
        try {
            return super.loadClass(name, false);
        } catch (ClassNotFoundException e) {
            Class<?> found = ours(name);
            if (found == null && more.test(name)) {
                found = define(name);
            }
            if (found == null) {
                throw e;
            }
            return found;
        }
    }

    private @Nullable Class<?> define(String name) {
        byte[] bytes = compiled.remove(name);
        return bytes == null ? null : defineClass(name, bytes, 0, bytes.length);
    }

    private static @Nullable Class<?> ours(String name) {
        try {
            return OURS.loadClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream().map(RevisionClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

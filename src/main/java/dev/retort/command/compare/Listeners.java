package dev.retort.command.compare;

import dev.retort.UsageException;
import dev.retort.hook.AutogenerateListener;
import dev.retort.hook.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The listeners on the class path of the entities. */
final class Listeners {

    private static final String FILE = "META-INF/services/" + AutogenerateListener.class.getName();

    private final List<Path> classPath;

    Listeners(List<Path> classPath) {
        this.classPath = classPath;
    }

    /**
     * Lets every listener change a draft.
     *
     * @throws UsageException if one cannot be loaded, or throws
     */
    void generated(Draft draft) {
        try (URLClassLoader loader = new URLClassLoader(urls(), AutogenerateListener.class.getClassLoader())) {
            if (!loader.getResources(FILE).hasMoreElements()) {
                return;
            }
            for (AutogenerateListener listener : load(loader)) {
                call(listener, draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<AutogenerateListener> load(ClassLoader loader) {
        List<AutogenerateListener> listeners = new ArrayList<>();
        try {
            ServiceLoader.load(AutogenerateListener.class, loader).forEach(listeners::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new UsageException(
                            "Cannot load the autogenerate listeners of the class path",
                            e + ".",
                            "Correct " + FILE
                                    + " and the class that it names: public, with a constructor without parameters.")
                    .causedBy(e);
        }
        listeners.sort(Comparator.comparing(listener -> listener.getClass().getName()));
        return listeners;
    }

    /** What fails in here is the application's code, in whatever way that fails. */
    private static void call(AutogenerateListener listener, Draft draft) {
        try {
            listener.generated(draft);
        } catch (RuntimeException | LinkageError e) {
            throw new UsageException(
                            "The autogenerate listener " + listener.getClass().getName() + " failed",
                            e + ".",
                            "Correct it, or take it out of " + FILE + "; -v shows where it failed.")
                    .causedBy(e);
        }
    }

    private URL[] urls() {
        return classPath.stream().map(Listeners::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.retort.command.compare;

import dev.retort.UsageException;
import dev.retort.hook.AutogenerateListener;
import dev.retort.hook.Draft;
import dev.retort.operation.Operation;
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
import java.util.stream.Stream;

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
     * @return what they did
     * @throws UsageException if one cannot be loaded, or throws
     */
    Heard generated(Draft draft) {
        Heard heard = new Heard();
        try (URLClassLoader loader = new URLClassLoader(urls(), AutogenerateListener.class.getClassLoader())) {
            if (!loader.getResources(FILE).hasMoreElements()) {
                return heard;
            }
            for (AutogenerateListener listener : load(loader)) {
                List<Operation> before = List.copyOf(draft.upgrade());
                call(listener, draft);
                heard.note(listener.getClass().getName(), before, draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
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
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw failed(listener, reason(e)).causedBy(e);
        }
        if (Stream.of(draft.upgrade(), draft.downgrade(), draft.warnings()).anyMatch(list -> list.contains(null))) {
            throw failed(listener, "it left null among the operations or warnings");
        }
    }

    private static UsageException failed(AutogenerateListener listener, String reason) {
        return new UsageException(
                "The autogenerate listener " + listener.getClass().getName() + " failed",
                reason + ".",
                "Correct it, or take it out of " + FILE + "; -v shows where it failed.");
    }

    /** A message in full, as a listener that refuses something on purpose says it; else what was thrown. */
    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank()
                ? thrown.toString()
                : thrown.getClass().getSimpleName() + ": " + message.strip();
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

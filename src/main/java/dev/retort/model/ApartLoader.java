package dev.retort.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads the entities with a Hibernate of their own, and a copy of this room that is linked to it.
 *
 * <p>Nothing of our libraries is to be had through it, so that two versions of one never meet. Shared with the caller is what goes in and out: the schema,
 * the request, the model, the errors; and ClassGraph, which reads class files and loads none.
 */
final class ApartLoader extends URLClassLoader {

    private static final String HOUSE = "dev.retort.";
    private static final String ROOM = "dev.retort.model.";
    private static final Set<String> SHARED = Set.of(
            Model.class.getName(),
            ModelRequest.class.getName(),
            ModelNote.class.getName(),
            ColumnRole.class.getName(),
            CounterRow.class.getName());
    private static final List<String> LIBRARIES = List.of("io.github.classgraph.", "nonapi.io.github.classgraph.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader ours;

    /** A loader of these folders and jars. */
    ApartLoader(URL[] elements, ClassLoader ours) {
        super("entities", elements, ClassLoader.getPlatformClassLoader());
        this.ours = ours;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isOurs(name)) {
            return ours.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    /** An application that runs revisions has our jar on its class path too: ours goes before that one. */
    private static boolean isOurs(String name) {
        return LIBRARIES.stream().anyMatch(name::startsWith)
                || SHARED.contains(name)
                || (name.startsWith(HOUSE) && !name.startsWith(ROOM));
    }

    /** Whether it is a class of this room, which is defined here once more. */
    private static boolean isOfRoom(String name) {
        return name.startsWith(ROOM) && name.indexOf('.', ROOM.length()) < 0;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!isOfRoom(name)) {
            return super.findClass(name);
        }
        try (InputStream in = ours.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length, ApartLoader.class.getProtectionDomain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return isOurs(name.replace('/', '.')) || isOfRoom(name.replace('/', '.'))
                ? ours.getResource(name)
                : super.getResource(name);
    }
}

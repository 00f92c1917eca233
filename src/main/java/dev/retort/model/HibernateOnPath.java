package dev.retort.model;

import dev.retort.ModelException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Hibernate of the entities' own class path.
 *
 * @param version such as {@code 6.6.56.Final}; null where neither its manifest nor the name of its jar tells
 * @param origin the jar or folder that holds it
 */
record HibernateOnPath(@Nullable String version, Path origin) {

    private static final String MARK = "org/hibernate/Version.class";
    private static final Pattern IN_NAME = Pattern.compile("-(\\d+\\.\\d+[\\w.-]*)\\.jar");
    private static final Pattern LINE = Pattern.compile("(\\d+)\\.(\\d+).*");

    /** The first one of the class path; empty for none. */
    static Optional<HibernateOnPath> find(ClassPath classPath) {
        try (URLClassLoader elements = new URLClassLoader(classPath.urls(), null)) {
            URL mark = elements.findResource(MARK);
            return mark == null ? Optional.empty() : Optional.of(read(mark));
        } catch (IOException | URISyntaxException e) {
            throw new ModelException(
                            "The Hibernate of the entities' class path cannot be read",
                            String.valueOf(e.getMessage()),
                            "Replace the jar that holds it.")
                    .causedBy(e);
        }
    }

    private static HibernateOnPath read(URL mark) throws IOException, URISyntaxException {
        URLConnection connection = mark.openConnection();
        connection.setUseCaches(false);
        if (!(connection instanceof JarURLConnection inJar)) {
            Path file = Path.of(mark.toURI());
            Path root = file.getRoot().resolve(file.subpath(0, file.getNameCount() - 3));
            return new HibernateOnPath(null, root);
        }
        URI uri = inJar.getJarFileURL().toURI();
        try (JarFile jar = inJar.getJarFile()) {
            String version = stated(jar);
            Matcher named = IN_NAME.matcher(uri.getPath());
            return new HibernateOnPath(version == null && named.find() ? named.group(1) : version, Path.of(uri));
        }
    }

    private static @Nullable String stated(JarFile jar) throws IOException {
        Manifest manifest = jar.getManifest();
        return manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    }

    /**
     * Does nothing where this room can read models with it.
     *
     * @throws ModelException if it is of a line that this room is not made for
     */
    HibernateOnPath required() {
        Matcher line = LINE.matcher(version == null ? "" : version);
        if (line.matches() && !isReadable(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)))) {
            throw new ModelException(
                    "The class path holds " + display(),
                    "Retort reads entities with Hibernate 6.6 and 7",
                    "Bring the application to one of these, or leave that jar off --classpath: then Retort's own Hibernate "
                            + OwnHibernate.version() + " reads the entities.");
        }
        return this;
    }

    private static boolean isReadable(int major, int minor) {
        return major == 7 || (major == 6 && minor >= 6);
    }

    /** Such as {@code Hibernate 6.6.56.Final (lib/hibernate-core-6.6.56.Final.jar)}. */
    String display() {
        return (version == null ? "Hibernate" : "Hibernate " + version) + " (" + origin + ")";
    }
}

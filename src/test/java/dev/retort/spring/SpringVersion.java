package dev.retort.spring;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lines of Spring Boot that the application is started with: 4 is the one on the class path, 3 has a class loader of its own. */
enum SpringVersion {
    BOOT_3,
    BOOT_4;

    private static final Path JARS = Path.of(System.getProperty("retort.project", "."), "target/spring-boot-3")
            .toAbsolutePath();

    @SuppressWarnings("unchecked")
    List<String> start(Map<String, Object> properties) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = this == BOOT_4 ? getClass().getClassLoader() : OfItsOwn.LOADER;
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return (List<String>) loader.loadClass(ShopApplication.class.getName())
                    .getMethod("start", Map.class)
                    .invoke(null, properties);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Spring and what knows it from the jars of the other line; all else as it is for everybody. */
    private static final class OfItsOwn extends URLClassLoader {

        static final OfItsOwn LOADER = new OfItsOwn();

        private OfItsOwn() {
            super(urls(), SpringVersion.class.getClassLoader());
        }

        private static URL[] urls() {
            List<Path> paths = new ArrayList<>();
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(Path::of)
                    .filter(Files::isDirectory)
                    .forEach(paths::add);
            try (Stream<Path> jars = Files.list(JARS)) {
                jars.forEach(paths::add);
                List<URL> urls = new ArrayList<>();
                for (Path path : paths) {
                    urls.add(path.toUri().toURL());
                }
                return urls.toArray(URL[]::new);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.springframework.") && !name.matches("dev\\.retort\\.spring\\.[^.]+")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        public URL getResource(String name) {
            return isSprings(name) ? findResource(name) : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return isSprings(name) ? findResources(name) : super.getResources(name);
        }

        private static boolean isSprings(String name) {
            return name.startsWith("org/springframework/") || name.startsWith("META-INF/spring");
        }
    }
}

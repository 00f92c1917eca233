package dev.retort.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** The compiler's view of files: sources given as text, classes kept in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final List<Source> units = new ArrayList<>();
    private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
    private final Map<String, String> sourceOfClass = new LinkedHashMap<>();

    MemoryFiles(JavaFileManager files, Map<String, String> sources) {
        super(files);
        sources.forEach((path, text) -> units.add(new Source(path, text)));
    }

    List<Source> units() {
        return units;
    }

    void release() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compilation result() {
        Map<String, Map<String, byte[]>> bySource = new LinkedHashMap<>();
        Map<String, byte[]> others = new LinkedHashMap<>();
        TreeSet<Path> dependencies = new TreeSet<>();
        units.forEach(unit -> bySource.put(unit.path, new LinkedHashMap<>()));
        classes.forEach((name, bytes) -> {
            String source = sourceOfClass.getOrDefault(name, "");
            Map<String, byte[]> asked = bySource.get(source);
            if (asked == null) {
                dependencies.add(Path.of(source));
                others.put(name, bytes.toByteArray());
            } else {
                asked.put(name, bytes.toByteArray());
            }
        });
        return new Compilation(bySource, others, List.copyOf(dependencies));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        String source = sibling instanceof Source unit ? unit.path : sibling == null ? "" : sibling.getName();
        sourceOfClass.put(className, source);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classes.put(className, bytes);
        return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b) || a.toUri().equals(b.toUri());
    }

    /** A source whose text was read already, so that what is compiled is what was hashed. */
    static final class Source extends SimpleJavaFileObject {

        private final String path;
        private final String text;

        Source(String path, String text) {
            super(Path.of(path).toUri(), JavaFileObject.Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public String getName() {
            return path;
        }
    }
}

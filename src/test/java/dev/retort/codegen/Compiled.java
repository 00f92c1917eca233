package dev.retort.codegen;

import dev.retort.migration.Direction;
import dev.retort.migration.Migration;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A revision's source, compiled in memory with all of javac's warnings as errors. */
public final class Compiled extends ClassLoader {

    private final Map<String, byte[]> classes;

    private Compiled(Map<String, byte[]> classes) {
        super(Compiled.class.getClassLoader());
        this.classes = classes;
    }

    public static List<Operation> record(RevisionSource source, Direction direction) {
        return RecordingOperations.of(compile(source), direction);
    }

    static Migration compile(RevisionSource source) {
        return compile(List.of(source)).get(0);
    }

    /** Compiles them at once, which takes a fraction of the time; classes of different names or packages. */
    public static List<Migration> compile(List<RevisionSource> sources) {
        Compiled loader = new Compiled(classes(sources));
        List<Migration> migrations = new ArrayList<>();
        for (RevisionSource source : sources) {
            try {
                migrations.add((Migration)
                        loader.loadClass(name(source)).getConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return migrations;
    }

    static Class<?> load(RevisionSource source) {
        try {
            return new Compiled(classes(List.of(source))).loadClass(name(source));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(RevisionSource source) {
        return source.packageName().isEmpty() ? source.className() : source.packageName() + "." + source.className();
    }

    private static Map<String, byte[]> classes(List<RevisionSource> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
        Map<String, ByteArrayOutputStream> outputs = new HashMap<>();
        JavaFileManager files = new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        ByteArrayOutputStream output = new ByteArrayOutputStream();
                        outputs.put(className, output);
                        return output;
                    }
                };
            }
        };
        List<JavaFileObject> read =
                sources.stream().<JavaFileObject>map(Compiled::file).toList();
        List<String> options = List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path").lines().findFirst().orElse(""));
        if (!compiler.getTask(null, files, diagnostics, options, null, read).call()) {
            throw new AssertionError(diagnostics.getDiagnostics() + "\n"
                    + excerpt(sources.stream().map(RevisionSource::text).collect(Collectors.joining("\n"))));
        }
        Map<String, byte[]> bytes = new HashMap<>();
        outputs.forEach((name, output) -> bytes.put(name, output.toByteArray()));
        return bytes;
    }

    private static JavaFileObject file(RevisionSource source) {
        return new SimpleJavaFileObject(URI.create("mem:///" + source.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.text();
            }
        };
    }

    private static String excerpt(String text) {
        return text.length() > 20_000 ? text.substring(0, 20_000) + "…" : text;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}

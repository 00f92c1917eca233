package dev.retort.codegen;

import dev.retort.migration.Direction;
import dev.retort.migration.Migration;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
final class Compiled extends ClassLoader {

    private final Map<String, byte[]> classes;

    private Compiled(Map<String, byte[]> classes) {
        super(Compiled.class.getClassLoader());
        this.classes = classes;
    }

    static List<Operation> record(RevisionSource source, Direction direction) {
        return RecordingOperations.of(compile(source), direction);
    }

    static Migration compile(RevisionSource source) {
        try {
            return (Migration) load(source).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static Class<?> load(RevisionSource source) {
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
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("mem:///" + source.path()), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source.text();
                    }
                };
        List<String> options = List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path").lines().findFirst().orElse(""));
        if (!compiler.getTask(null, files, diagnostics, options, null, List.of(file))
                .call()) {
            throw new AssertionError(diagnostics.getDiagnostics() + "\n" + excerpt(source.text()));
        }
        Map<String, byte[]> bytes = new HashMap<>();
        outputs.forEach((name, output) -> bytes.put(name, output.toByteArray()));
        String name =
                source.packageName().isEmpty() ? source.className() : source.packageName() + "." + source.className();
        try {
            return new Compiled(bytes).loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
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

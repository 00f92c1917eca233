package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.migration.Migration;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Compiles revisions in memory, for the Java that runs. */
final class RevisionCompiler {

    private static final int MOST_ERRORS = 10;

    private final Path root;
    private final String classPath;
    private final Supplier<@Nullable JavaCompiler> compiler;

    RevisionCompiler(Path root, List<Path> classPath, Supplier<@Nullable JavaCompiler> compiler) {
        this.root = root;
        this.classPath = classPath(classPath);
        this.compiler = compiler;
    }

    /** Whether this Java has a compiler. */
    boolean isThere() {
        return compiler.get() != null;
    }

    /** What besides the sources decides what a compilation gives. */
    String fingerprint() {
        return Runtime.version().feature() + "\n" + root.toAbsolutePath().normalize() + "\n" + classPath;
    }

    /**
     * Compiles sources, and the other sources under the root that they use.
     *
     * @param sources the text by path
     * @throws RevisionException if there is no compiler, or one does not compile
     */
    Compilation compile(Map<String, String> sources) {
        JavaCompiler javac = compiler.get();
        if (javac == null) {
            throw new RevisionException(
                    "Cannot compile " + sources.keySet().iterator().next(),
                    "This Java (" + System.getProperty("java.home") + ") is a runtime without a compiler.",
                    "Run with a JDK: set JAVA_HOME to one. Or compile the revisions with the project and load them from its class path.");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        MemoryFiles files = new MemoryFiles(
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8), sources);
        List<String> options = List.of(
                "-proc:none", "-nowarn", "-Xlint:none", "-g", "-classpath", classPath, "-sourcepath", root.toString());
        boolean compiled;
        try {
            compiled = javac.getTask(null, files, diagnostics, options, null, files.units())
                    .call();
        } finally {
            files.release();
        }
        if (!compiled) {
            throw failed(diagnostics.getDiagnostics());
        }
        return files.result();
    }

    private static RevisionException failed(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<String> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(RevisionCompiler::line)
                .toList();
        String shown = errors.stream().limit(MOST_ERRORS).collect(Collectors.joining("\n  ", "\n  ", ""));
        String more = errors.size() > MOST_ERRORS ? "\n  and " + (errors.size() - MOST_ERRORS) + " more" : "";
        return new RevisionException(
                "The revisions do not compile",
                shown + more,
                "Correct the files; what they use beside Retort must be on --classpath or under the source root.");
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String message = diagnostic.getMessage(Locale.ROOT);
        return source == null ? message : source.getName() + ":" + diagnostic.getLineNumber() + ": " + message;
    }

    /** Ourselves and the driver first: a revision means the API of the Retort that runs it. */
    private static String classPath(List<Path> projects) {
        Set<Path> path = new LinkedHashSet<>();
        path.addAll(home(Migration.class));
        path.addAll(driver());
        path.addAll(projects);
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** By name: the annotations of the driver's classes are not on our class path when we are compiled. */
    private static List<Path> driver() {
        try {
            return home(Class.forName("org.postgresql.Driver"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the PostgreSQL driver is required at run time", e);
        }
    }

    private static List<Path> home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null
                || source.getLocation() == null
                || !"file".equals(source.getLocation().getProtocol())) {
            return new ArrayList<>();
        }
        try {
            return List.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

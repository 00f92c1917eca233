package dev.retort.random.model;

import dev.retort.random.Side;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles the entities of many pairs at once, which takes a fraction of the time. */
final class EntityCompiler {

    private EntityCompiler() {}

    /** Compiles both sides of each pair into a folder. */
    static void compile(List<ModelPair> pairs, Path folder) throws IOException {
        Files.createDirectories(folder);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        for (ModelPair pair : pairs) {
            for (Side side : Side.values()) {
                sources.add(source(pair, side));
            }
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
            List<String> options =
                    List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
            if (!compiler.getTask(null, files, diagnostics, options, null, sources)
                    .call()) {
                throw new IllegalStateException("the entities do not compile: " + diagnostics.getDiagnostics());
            }
        }
    }

    private static JavaFileObject source(ModelPair pair, Side side) {
        String name = pair.packageName(side).replace('.', '/') + "/Entities.java";
        String text = pair.source(side);
        return new SimpleJavaFileObject(URI.create("mem:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}

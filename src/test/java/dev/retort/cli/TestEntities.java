package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Classes that a test writes and compiles itself. */
final class TestEntities {

    private TestEntities() {}

    /**
     * Compiles a class into the folder {@code classes} of a project.
     *
     * @param name its file, such as {@code shop/Thing.java}
     */
    static void compile(Path project, String name, String source) throws IOException {
        compile(project, Map.of(name, source));
    }

    /** Compiles classes that know each other, by their files. */
    static void compile(Path project, Map<String, String> sources) throws IOException {
        Path classes = Files.createDirectories(project.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = project.resolve("entities").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
    }
}

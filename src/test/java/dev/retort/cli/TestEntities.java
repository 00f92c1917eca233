package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path file = project.resolve("entities").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Path classes = Files.createDirectories(project.resolve("classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(code).isZero();
    }
}

package dev.retort.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Entities written as text and compiled into a folder, as a developer edits them between two revisions. */
final class EditedEntities {

    private static final String HEAD = """
            package edited;
            import jakarta.persistence.*;
            import java.util.*;
            """;

    private EditedEntities() {}

    /** Replaces the classes in the folder by these; each text is a class body with its annotations, named by its {@code class} or {@code enum}. */
    static void compile(Path classes, String... sources) throws IOException {
        if (Files.exists(classes)) {
            try (Stream<Path> old = Files.walk(classes)) {
                for (Path file : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
        Path texts = Files.createTempDirectory("entities");
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (String source : sources) {
            String name = source.replaceFirst("(?s).*?\\b(?:class|enum) (\\w+).*", "$1");
            arguments.add(Files.writeString(texts.resolve(name + ".java"), HEAD + source)
                    .toString());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Files.createDirectories(classes);
        int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
    }
}

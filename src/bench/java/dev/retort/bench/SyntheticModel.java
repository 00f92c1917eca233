package dev.retort.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Entities of nine columns each, as many as one likes, each referring to the one before it. */
final class SyntheticModel {

    static final String PACKAGE = "bench.model";

    private SyntheticModel() {}

    /** Writes {@code count} entities below {@code folder} and compiles them there; gives the folder of the classes. */
    static Path write(int count, Path folder) throws IOException {
        Path sources = folder.resolve("src/bench/model");
        Path classes = folder.resolve("classes");
        Files.createDirectories(sources);
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (int number = 0; number < count; number++) {
            Path file = sources.resolve(name(number) + ".java");
            Files.writeString(file, entity(number));
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the synthetic model does not compile: " + sources);
        }
        return classes;
    }

    /** The names of the entities in a folder of classes, in order. */
    static List<String> names(Path classes) throws IOException {
        try (Stream<Path> files = Files.list(classes.resolve("bench/model"))) {
            return files.map(file ->
                            PACKAGE + "." + file.getFileName().toString().replace(".class", ""))
                    .sorted()
                    .toList();
        }
    }

    private static String name(int number) {
        return "Item%05d".formatted(number);
    }

    private static String entity(int number) {
        return """
                package bench.model;

                import jakarta.persistence.*;
                import java.math.BigDecimal;
                import java.time.Instant;
                import org.hibernate.annotations.ColumnDefault;

                @Entity
                @Table(indexes = @Index(name = "%1$s_placed_at_idx", columnList = "placed_at"))
                public class %1$s {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    @Column(nullable = false, length = 120) String name;
                    @Column(nullable = false, length = 40, unique = true) String code;
                    @Column(nullable = false, precision = 12, scale = 2) BigDecimal price;
                    @Column(nullable = false) Instant placed_at;
                    @Column(nullable = false) boolean active;
                    @Column(nullable = false) int quantity;
                    @ColumnDefault("''") @Column(nullable = false, columnDefinition = "text") String note;
                    @ManyToOne(fetch = FetchType.LAZY) %2$s previous;
                }
                """.formatted(name(number), name(Math.max(0, number - 1)));
    }
}

package dev.retort.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Class paths of models to read. */
final class TestModels {

    /** The folder of the tests' own classes, the example's among them. */
    static final List<Path> OWN = List.of(own());

    private TestModels() {}

    /** The jars of Hibernate's own test models, put there by the build. */
    static List<Path> hibernateTesting() {
        Path folder = Path.of(System.getProperty("retort.project", ".")).resolve("target/models");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path own() {
        try {
            return Path.of(TestModels.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Hibernate reads the entities, and what is said where it cannot. */
class HibernateOnPathTest {

    private static final HibernateLine OLDEST = new HibernateLine("6.6");

    @TempDir
    Path folder;

    @Test
    void theApplicationsOwnIsSaid() throws IOException {
        assertThat(read(entity(OLDEST)).reading())
                .first()
                .asString()
                .startsWith("Hibernate " + OLDEST.version())
                .contains("hibernate-core-6.6");
    }

    @Test
    void withoutOneItIsOurs() throws IOException {
        assertThat(read(entity(OLDEST).subList(0, 1)).reading())
                .startsWith("Hibernate " + OwnHibernate.version() + " (Retort's own, as the class path holds none)");
    }

    @Test
    void anApplicationWithoutBeanValidationHasNoneApplied() throws IOException {
        List<Path> classPath = new ArrayList<>(entity(OLDEST));
        classPath.removeIf(jar -> jar.toString().contains("validat"));
        assertThat(read(classPath).schema().tables()).hasSize(1);
    }

    @Test
    void noDriverIsNeeded() throws IOException {
        List<Path> classPath = new ArrayList<>(entity(OLDEST));
        assertThat(classPath.removeIf(jar -> jar.toString().contains("postgresql")))
                .isTrue();
        assertThat(read(classPath).schema().tables()).hasSize(1);
    }

    @Test
    void nothingOfOursIsFoundByAnother() throws IOException {
        List<Path> classPath = entity(OLDEST);
        Map<String, String> ofOurs = Map.of(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
        assertThatThrownBy(
                        () -> new ModelReader().read(new ModelRequest(classPath, List.of("com.acme.one"), ofOurs, 17)))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("PhysicalNamingStrategySnakeCaseImpl", "not on the class path");
    }

    @Test
    void aLibraryOfHibernateThatIsMissingIsNamed() throws IOException {
        List<Path> classPath = entity(OLDEST);
        for (String library : List.of(
                "jboss-logging:jboss-logging",
                "jakarta.persistence-api:jakarta.persistence-api",
                "classmate:classmate",
                "jandex:jandex",
                "hibernate-commons-annotations:hibernate-commons-annotations",
                "jakarta.transaction-api:jakarta.transaction-api")) {
            String[] jarAndName = library.split(":");
            List<Path> incomplete = new ArrayList<>(classPath);
            assertThat(incomplete.removeIf(jar -> jar.getFileName().toString().startsWith(jarAndName[0])))
                    .isTrue();
            assertThatThrownBy(() -> read(incomplete))
                    .as(library)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll(
                            "Hibernate " + OLDEST.version(), jarAndName[1], "dependency:build-classpath");
        }
    }

    @Test
    void aLineThatWeDoNotReadIsRefused() throws IOException {
        for (String version : List.of("5.6.15.Final", "6.1.7.Final", "8.0.0.Final")) {
            List<Path> classPath = new ArrayList<>(entity(OLDEST).subList(0, 1));
            classPath.add(hibernate(version));
            assertThatThrownBy(() -> read(classPath))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("Hibernate " + version, "6.6 and 7", OwnHibernate.version());
        }
    }

    private static Model read(List<Path> classPath) {
        return new ModelReader().read(new ModelRequest(classPath, List.of("com.acme.one"), Map.of(), 17));
    }

    private List<Path> entity(HibernateLine line) throws IOException {
        Path source =
                Files.createDirectories(folder.resolve("src/com/acme/one")).resolve("Thing.java");
        Files.writeString(
                source,
                "package com.acme.one;\n@jakarta.persistence.Entity class Thing { @jakarta.persistence.Id long id; }\n");
        return line.compiled(folder.resolve("src"), Files.createDirectories(folder.resolve("classes")));
    }

    private Path hibernate(String version) throws IOException {
        Path jar = folder.resolve("orm-" + version + ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("org/hibernate/Version.class"));
        }
        return jar;
    }
}

package dev.retort.command.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a project's folder says of it.
 *
 * @param gradle whether Gradle builds it, and not Maven
 * @param classpath where its classes are compiled to, relative
 * @param entities the packages of its entities, the common one where they have one; empty where none were found
 * @param found how many entities were found
 * @param where the folder they were found in, relative; null for none
 * @param preset the framework whose defaults its Hibernate has; null for none
 * @param database the database that it names; null for none
 */
public record Project(
        boolean gradle,
        List<String> classpath,
        List<String> entities,
        int found,
        @Nullable String where,
        @Nullable String preset,
        @Nullable SpringSettings database) {

    private static final List<String> MAVEN = List.of("pom.xml");
    private static final List<String> GRADLE = List.of("build.gradle", "build.gradle.kts");
    private static final List<String> SOURCES = List.of("src/main/java", "src/main/kotlin");

    private static final String SPRING_BOOT = "org.springframework.boot";

    /** The version that stands nearest after the plugin's, or the parent's, name. */
    private static final Pattern SPRING_BOOT_VERSION =
            Pattern.compile("(?s)org\\.springframework\\.boot.{0,120}?\\b(\\d)\\.\\d+\\.\\d+");

    /** Packages that hold entities by their name have the revisions beside them. */
    private static final List<String> OF_ENTITIES =
            List.of("entity", "entities", "domain", "model", "models", "persistence", "jpa");

    public Project {
        classpath = List.copyOf(classpath);
        entities = List.copyOf(entities);
    }

    /** Looks at a folder; one with nothing in it is taken for Maven's. */
    public static Project at(Path directory) {
        boolean gradle = MAVEN.stream().noneMatch(file -> Files.exists(directory.resolve(file)))
                && GRADLE.stream().anyMatch(file -> Files.exists(directory.resolve(file)));
        List<String> classpath = new ArrayList<>(List.of(gradle ? "build/classes/java/main" : "target/classes"));
        if (gradle && Files.isDirectory(directory.resolve("src/main/kotlin"))) {
            classpath.add("build/classes/kotlin/main");
        }
        String preset = preset(directory);
        for (String root : Stream.concat(classpath.stream(), SOURCES.stream()).toList()) {
            SortedMap<String, Integer> packages = EntityFinder.in(directory.resolve(root));
            if (!packages.isEmpty()) {
                int found =
                        packages.values().stream().mapToInt(Integer::intValue).sum();
                return new Project(
                        gradle,
                        classpath,
                        common(new TreeSet<>(packages.keySet())),
                        found,
                        root,
                        preset,
                        SpringSettings.of(directory));
            }
        }
        return new Project(gradle, classpath, List.of(), 0, null, preset, SpringSettings.of(directory));
    }

    /** The package that its revisions go to. */
    public String revisions() {
        if (entities.isEmpty()) {
            return "migrations";
        }
        String first = entities.get(0);
        String last = first.substring(first.lastIndexOf('.') + 1);
        String parent =
                OF_ENTITIES.contains(last) && first.contains(".") ? first.substring(0, first.lastIndexOf('.')) : first;
        return parent + ".migrations";
    }

    /** The package above all where it says more than a company's name, so that entities of a package to come are found too. */
    private static List<String> common(SortedSet<String> packages) {
        String[] first = packages.first().split("\\.", -1);
        String[] last = packages.last().split("\\.", -1);
        int same = 0;
        while (same < Math.min(first.length, last.length) && first[same].equals(last[same])) {
            same++;
        }
        if (same > 2 || (same > 0 && packages.size() == 1)) {
            return List.of(String.join(".", List.of(first).subList(0, same)));
        }
        return packages.stream()
                .filter(name -> packages.stream().noneMatch(other -> name.startsWith(other + ".")))
                .toList();
    }

    private static @Nullable String preset(Path directory) {
        for (String name : Stream.concat(MAVEN.stream(), GRADLE.stream()).toList()) {
            String build = read(directory.resolve(name));
            if (build.contains(SPRING_BOOT)) {
                Matcher version = SPRING_BOOT_VERSION.matcher(build);
                return version.find() && version.group(1).equals("3") ? "spring-boot-3" : "spring-boot-4";
            } else if (build.contains("io.quarkus")) {
                return "quarkus";
            }
        }
        return null;
    }

    private static String read(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.retort.model;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A line of Hibernate, such as 6.6, whose newest release the build has put aside; entities are compiled against it. */
public record HibernateLine(String line) {

    private static final Path TARGET =
            Path.of(System.getProperty("retort.project", ".")).resolve("target");

    /** Of our own libraries, what differs from line to line, or is none of an application's. */
    private static final List<String> APART = List.of("hibernate-core-", "hibernate-models-", "retort");

    /** What an application would have on its class path: the line's own jars, and the others that Hibernate needs. */
    List<Path> jars() {
        List<Path> jars = new ArrayList<>(list(TARGET.resolve("hibernate").resolve(line)));
        boolean persistence = jars.stream().anyMatch(jar -> name(jar).startsWith("jakarta.persistence-api"));
        for (Path jar : list(TARGET.resolve("retort/lib"))) {
            if (APART.stream().noneMatch(name(jar)::startsWith)
                    && !(persistence && name(jar).startsWith("jakarta.persistence-api"))) {
                jars.add(jar);
            }
        }
        return jars;
    }

    /** The version of its core, such as {@code 6.6.56.Final}. */
    String version() {
        return list(TARGET.resolve("hibernate").resolve(line)).stream()
                .map(HibernateLine::name)
                .filter(name -> name.startsWith("hibernate-core-"))
                .map(name -> name.substring("hibernate-core-".length(), name.length() - ".jar".length()))
                .findFirst()
                .orElseThrow();
    }

    /** Compiles the sources under a folder into another, against this line. */
    public List<Path> compiled(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp"));
        arguments.add(jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new AssertionError(sources + " does not compile against " + this + ":\n" + said);
        }
        List<Path> classPath = new ArrayList<>(List.of(classes));
        classPath.addAll(jars());
        return classPath;
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Hibernate " + line;
    }
}

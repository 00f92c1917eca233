package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The folders of {@code broken-models}, each a model that cannot be read. The first lines of its {@code Model.java} say how it is broken after it is
 * compiled, and how it is read: {@code gone}, {@code newer} and {@code corrupt} name a class, {@code entities} and {@code setting} are options.
 */
record BrokenModels(Path folder) {

    private static final int MAJOR_VERSION = 7;

    static List<Path> folders() throws IOException {
        Path project = Path.of(System.getProperty("retort.project", "."));
        try (Stream<Path> folders = Files.list(project.resolve("src/test/resources/broken-models"))) {
            return folders.sorted().toList();
        }
    }

    /** Compiles into a folder against some class path, breaks what was compiled, and says how to read it. */
    ModelRequest compile(Path classes, List<Path> against) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp"));
        arguments.add(against.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".java")) {
                    arguments.add(file.toString());
                } else {
                    Path copy = classes.resolve(folder.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertThat(exit).as(said.toString()).isZero();
        harm(classes);
        List<String> entities = said("entities");
        return new ModelRequest(
                List.of(classes),
                entities.isEmpty() ? List.of("shop") : entities,
                said("setting").stream()
                        .map(setting -> setting.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                17);
    }

    private void harm(Path classes) throws IOException {
        for (Path gone : files("gone", classes)) {
            Files.delete(gone);
        }
        for (Path newer : files("newer", classes)) {
            byte[] code = Files.readAllBytes(newer);
            code[MAJOR_VERSION] = 99;
            Files.write(newer, code);
        }
        for (Path corrupt : files("corrupt", classes)) {
            byte[] code = Files.readAllBytes(corrupt);
            Files.write(corrupt, Arrays.copyOf(code, code.length / 2));
        }
    }

    private List<Path> files(String key, Path classes) throws IOException {
        return said(key).stream()
                .map(name -> classes.resolve(name.replace('.', '/') + ".class"))
                .toList();
    }

    private List<String> said(String key) throws IOException {
        String start = "// " + key + ": ";
        return Files.readString(folder.resolve("Model.java"))
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    /** A request with more on the class path. */
    static ModelRequest with(List<Path> more, ModelRequest request) {
        List<Path> all = new ArrayList<>(request.classpath());
        all.addAll(more);
        return new ModelRequest(all, request.entities(), Map.copyOf(request.settings()), request.serverVersion());
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}

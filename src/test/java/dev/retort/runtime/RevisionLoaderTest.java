package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import dev.retort.migration.Direction;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionLoaderTest {

    @TempDir
    Path folder;

    private RevisionFiles files;

    @BeforeEach
    void files() {
        files = new RevisionFiles(folder);
    }

    @Test
    void compilesWithItsHelpersAndReusesTheClasses() {
        files.write(
                "demo/help/Words.java",
                "package demo.help; public final class Words { public static String sql() { return \"SELECT 1\"; } }");
        files.write(
                "1",
                "",
                "op.execute(demo.help.Words.sql()); Runnable r = () -> op.execute(\"SELECT 2\"); r.run();",
                "");
        assertThat(operations(files.loader())).containsExactly(new Execute("SELECT 1"), new Execute("SELECT 2"));

        // A runtime without a compiler finds everything in the cache, the helper included.
        assertThat(operations(files.loader(() -> null))).hasSize(2);
    }

    @Test
    void compilesAgainWhenTheFileOrItsHelperChanged() {
        files.write(
                "demo/help/Words.java",
                "package demo.help; public final class Words { public static String sql() { return \"SELECT 1\"; } }");
        files.write("1", "", "op.execute(demo.help.Words.sql());", "");
        operations(files.loader());
        files.write("1", "", "op.execute(demo.help.Words.sql() + \"0\");", "");
        assertThat(operations(files.loader())).containsExactly(new Execute("SELECT 10"));
        files.write(
                "demo/help/Words.java",
                "package demo.help; public final class Words { public static String sql() { return \"SELECT 2\"; } }");
        assertThat(operations(files.loader())).containsExactly(new Execute("SELECT 20"));
    }

    @Test
    void aDamagedCacheIsNoHarm() throws IOException {
        files.write("1", "", "op.execute(\"SELECT 1\");", "");
        operations(files.loader());
        try (Stream<Path> cached = Files.list(files.cache())) {
            for (Path file : cached.toList()) {
                Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 100));
            }
        }
        assertThat(operations(files.loader())).hasSize(1);
    }

    @Test
    void manyAreTakenInTogether() throws IOException {
        files.write(
                "demo/help/Words.java",
                "package demo.help; public final class Words { public static String sql() { return \"SELECT 0\"; } }");
        for (int i = 1; i <= 200; i++) {
            // Each needs the one after it, so that whichever is made ready first asks for another.
            String next = i == 200 ? "demo.help.Words.sql()" : "R" + (i + 1) + ".sql";
            files.write(
                    "" + i,
                    i == 1 ? "" : "" + (i - 1),
                    "op.execute(sql);",
                    "} static final String sql = " + next + "; {");
        }
        for (SourceRevisionLoader loader : List.of(files.loader(), files.loader(() -> null))) {
            loader.prepare(loader.graph().all());
            assertThat(operations(loader)).containsExactly(new Execute("SELECT 0"));
        }
        SourceRevisionLoader late = files.loader();
        List<RevisionInfo> all = List.copyOf(late.graph().all());
        Files.delete(Path.of(late.graph().get("150").location()));
        Files.delete(Path.of(late.graph().get("70").location()));
        String first = all.stream()
                .map(RevisionInfo::id)
                .filter(List.of("150", "70")::contains)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> late.prepare(all))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("R" + first + ".java");
    }

    @Test
    void aRuntimeWithoutACompilerSaysSo() {
        files.write("1", "", "", "");
        SourceRevisionLoader loader = files.loader(() -> null);
        assertThat(loader.graph().heads()).hasSize(1);
        assertThatThrownBy(() -> operations(loader))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("without a compiler")
                .hasMessageContaining("JAVA_HOME");
    }

    @Test
    void compileErrorsNameFileAndLine() {
        Path file = files.write("1", "", "op.execute(7);", "op.nonsense();");
        assertThatThrownBy(() -> operations(files.loader()))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(file + ":12: ")
                .hasMessageContaining(file + ":17: ");
    }

    @Test
    void saysWhatAClassLacks() {
        assertThat(fault("public final class R1 {}")).contains("implements Migration");
        assertThat(fault("final class R1 " + BODY)).contains("not public");
        assertThat(fault("public final class R1 " + BODY.replace("Migration {", "Migration { private R1() {}")))
                .contains("no public constructor");
        assertThat(fault("public final class R1 "
                        + BODY.replace(
                                "implements Migration {",
                                "implements Migration { public R1() { throw new IllegalStateException(\"no\"); }")))
                .contains("its constructor threw java.lang.IllegalStateException: no");
        assertThat(fault("public abstract class R1 " + BODY)).contains("abstract");
    }

    private static final String BODY =
            "implements Migration { public void upgrade(Operations op) {} public void downgrade(Operations op) {} }";

    private String fault(String declaration) {
        files.write(
                "demo/R1.java", "package demo; import dev.retort.migration.*; @Revision(id = \"1\") " + declaration);
        try {
            operations(files.loader());
        } catch (RevisionException e) {
            return String.valueOf(e.getMessage());
        }
        return "no fault";
    }

    @Test
    void loadersInParallelShareTheCache() throws Exception {
        for (int i = 1; i <= 5; i++) {
            files.write("" + i, i == 1 ? "" : "" + (i - 1), "op.execute(\"SELECT " + i + "\");", "");
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> work = IntStream.range(0, 4)
                    .mapToObj(i -> (Callable<Integer>) () -> {
                        SourceRevisionLoader loader = files.loader();
                        loader.prepare(loader.graph().all());
                        return (int) loader.graph().all().stream()
                                .map(loader::load)
                                .map(m -> RecordingOperations.of(m, Direction.UPGRADE))
                                .filter(operations -> operations.size() == 1)
                                .count();
                    })
                    .toList();
            for (Future<Integer> future : threads.invokeAll(work)) {
                assertThat(future.get()).isEqualTo(5);
            }
        } finally {
            threads.shutdown();
        }
        try (Stream<Path> cached = Files.list(files.cache())) {
            assertThat(cached.map(Path::toString)).hasSize(5).allMatch(name -> name.endsWith(".classes"));
        }
    }

    @Test
    void readsCompiledClassesFromFoldersAndJars() throws Exception {
        files.write("1", "", ", branchLabels = \"cart\"", "op.execute(\"SELECT 1\");", "");
        files.write("2", "1", "", "");
        files.write("demo/Plain.java", "package demo; public class Plain { static class Nested {} }");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(classes);
        Path jar = folder.resolve("app.jar");
        jar(classes, jar);
        for (Path place : List.of(classes, jar)) {
            try (URLClassLoader loader = new URLClassLoader(
                    new URL[] {place.toUri().toURL()}, getClass().getClassLoader())) {
                ClassPathRevisionLoader revisions = new ClassPathRevisionLoader(loader, "demo");
                assertThat(revisions.graph().all()).extracting(RevisionInfo::id).containsExactly("1", "2");
                assertThat(revisions.graph().get("1"))
                        .usingRecursiveComparison()
                        .ignoringFields("location")
                        .isEqualTo(files.loader().graph().get("1"));
                assertThat(RecordingOperations.of(
                                revisions.load(revisions.graph().get("1")), Direction.UPGRADE))
                        .containsExactly(new Execute("SELECT 1"));
            }
        }
    }

    private void compile(Path classes) throws IOException {
        try (Stream<Path> sources = Files.walk(files.root())) {
            String[] arguments = Stream.concat(
                            Stream.of(
                                    "-proc:none",
                                    "-classpath",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    classes.toString()),
                            sources.filter(Files::isRegularFile).map(Path::toString))
                    .toArray(String[]::new);
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                    .isZero();
        }
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.toList()) {
                String name = classes.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    if (!name.isEmpty()) {
                        entries.putNextEntry(new JarEntry(name + "/"));
                    }
                } else {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(file, entries);
                }
            }
        }
    }

    private static List<Operation> operations(SourceRevisionLoader loader) {
        return RecordingOperations.of(loader.load(loader.graph().get("1")), Direction.UPGRADE);
    }
}

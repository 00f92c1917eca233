package dev.retort.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Writes revisions into a folder and loads them, for tests. */
final class RevisionFiles {

    private final Path root;
    private final Path cache;

    RevisionFiles(Path folder) {
        this.root = folder.resolve("src");
        this.cache = folder.resolve("cache");
    }

    /** A revision that a line of code makes and a line of code undoes. */
    Path write(String id, String revises, String up, String down) {
        return write(id, revises, "", up, down);
    }

    /** As above, with more arguments of the annotation, such as {@code , transactional = false}. */
    Path write(String id, String revises, String more, String up, String down) {
        String parents = revises.isEmpty() ? "{}" : "{\"" + revises.replace(" ", "\", \"") + "\"}";
        return write("demo/R" + id + ".java", """
                package demo;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = %s, message = "step %s", created = "2026-01-01T00:00:00Z"%s)
                public final class R%s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(id, parents, id, more, id, up, down));
    }

    Path write(String path, String text) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    Path cache() {
        return cache;
    }

    Path root() {
        return root;
    }

    SourceRevisionLoader loader() {
        return loader(ToolProvider::getSystemJavaCompiler);
    }

    SourceRevisionLoader loader(Supplier<JavaCompiler> compiler) {
        return new SourceRevisionLoader(root, "demo", List.of(), cache, compiler);
    }
}

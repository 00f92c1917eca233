package dev.retort.command.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.Scope;
import dev.retort.command.standin.StandIns;
import dev.retort.database.Database;
import dev.retort.runtime.SourceRevisionLoader;
import dev.retort.runtime.Surroundings;
import dev.retort.scratch.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Revisions in a folder, and their proofs on the tests' server. */
abstract class ProofCase {

    @TempDir
    Path folder;

    final List<Database> open = new ArrayList<>();

    ProofFailure failure(String id, @Nullable ModelComparison model) {
        ProofFailure failure = prove(id, model).failure();
        assertThat(failure).isNotNull();
        return failure;
    }

    ProofResult prove(String id, @Nullable ModelComparison model) {
        SourceRevisionLoader loader = new SourceRevisionLoader(
                folder.resolve("src"), "demo", List.of(), folder.resolve("cache"), ToolProvider::getSystemJavaCompiler);
        return new Proof(server(), loader, Scope.ALL, StandIns.NONE, model, Surroundings.ofMachine()).prove(id);
    }

    /** The tests' server, which must be left as it was found. */
    private ScratchServer server() {
        return new ScratchServer() {
            @Override
            public Database create() {
                Database made = TestServer.fresh();
                open.add(made);
                return made;
            }

            @Override
            public Database copy(Database original) {
                Database made = TestServer.copy(original);
                open.add(made);
                return made;
            }

            @Override
            public void drop(Database database) {
                TestServer.drop(database);
                open.remove(database);
            }

            @Override
            public int majorVersion() {
                return TestServer.majorVersion();
            }

            @Override
            public String display() {
                return "the tests' server";
            }

            @Override
            public void close() {}
        };
    }

    void revision(String id, String revises, String up, String down) throws IOException {
        Path file = folder.resolve("src/demo/R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package demo;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "step", created = "2026-01-01T00:00:00Z")
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
                """.formatted(id, revises.isEmpty() ? "" : '"' + revises + '"', id, up, down));
    }
}

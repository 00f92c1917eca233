package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.model.HibernateCreation;
import dev.retort.model.ModelRequest;
import dev.retort.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole road, there and back, on the domain models of {@code hibernate-testing}. */
class OutsideModelsTest {

    private static final String DOMAIN = "org.hibernate.testing.orm.domain.";

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "animal",
                "contacts",
                "gambit",
                "helpdesk",
                "library",
                "retail",
                "userguide",
            })
    void theWholeRoad(String domain) throws IOException {
        List<Path> classPath = jars();
        variables.putAll(TestProject.scratch());
        variables.put(
                "RETORT_CLASSPATH",
                String.join(
                        java.io.File.pathSeparator,
                        classPath.stream().map(Path::toString).toList()));
        variables.put("RETORT_ENTITIES", DOMAIN + domain);
        variables.put("RETORT_REVISIONS", "db");
        ModelRequest request = new ModelRequest(
                classPath, List.of(DOMAIN + domain), Map.of(), TestServer.majorVersion());

        Database theirs = TestServer.fresh();
        HibernateCreation.create(request, theirs);
        expect(0, on(theirs, "check"));

        expect(0, run("revision", "--autogenerate", "-m", "first"));
        Database ours = TestServer.fresh();
        expect(0, on(ours, "upgrade", "head"));
        expect(0, on(ours, "check"));
        HibernateCreation.validate(request, ours);
        assertThat(on(ours, "revision", "--autogenerate", "-m", "second").out()).contains("no revision was written");
        expect(0, on(ours, "downgrade", "base"));
        assertThat(CatalogReader.read(ours, Scope.ALL)).isEqualTo(Schema.EMPTY);
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("retort.project", "."))
                .toAbsolutePath()
                .resolve("target/models"))) {
            return jars.sorted().toList();
        }
    }

    private Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    private Ran on(Database database, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        return run(all.toArray(String[]::new));
    }

    private static void expect(int code, Ran ran) {
        assertThat(ran.code()).as(ran.all()).isEqualTo(code);
    }
}

package dev.retort.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.model.HibernateCreation;
import dev.retort.model.ModelRequest;
import dev.retort.runtime.SqlSession;
import dev.retort.schema.Schema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole road, there and back, on models that others wrote and on those that hold the traps. */
class ModelRoadTest {

    private static final Path TARGET =
            Path.of(System.getProperty("retort.project", ".")).toAbsolutePath().resolve("target");

    private static final Path OWN = TARGET.resolve("test-classes");

    /** The models whose tables Hibernate's {@code validate} refuses even where Hibernate made them, and what it says there. */
    private static final Map<String, String> REFUSED = Map.of(
            "dev.retort.model.enums",
            "wrong column type encountered in column [others] in table [Purchase]; found [_address_t (Types#ARRAY)]",
            "dev.retort.model.named",
            "missing column [aVeryLongColumnNameThatGoesOnAndOnUntilPostgreSqlHasToCutItSomewhereHere]");

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final List<String> hibernate = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "animal",
                "contacts",
                "gambit",
                "helpdesk",
                "library",
                "retail,org.hibernate.testing.orm.domain.MonetaryAmountConverter",
                "userguide",
                "userguide.tooling",
            })
    void hibernatesOwnTestModels(String domain) throws IOException {
        try (Stream<Path> jars = Files.list(TARGET.resolve("models"))) {
            walk(jars.sorted().toList(), "org.hibernate.testing.orm.domain." + domain, Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collections",
                "definitions",
                "enums",
                "generators",
                "inheritance",
                "keys",
                "named",
                "objects",
                "types",
                "validation",
            })
    void theTraps(String trap) {
        walk(List.of(OWN), "dev.retort.model." + trap, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys", "inheritance", "types"})
    void quotedInAnotherNamespace(String trap) {
        walk(
                List.of(OWN),
                "dev.retort.model." + trap,
                Map.of(
                        "hibernate.default_schema", "Other",
                        "hibernate.globally_quoted_identifiers", "true",
                        "hibernate.globally_quoted_identifiers_skip_column_definitions", "true"));
    }

    /** Hibernate's own statements for these column lists and options, and for these names and texts, are refused by the server. */
    @ParameterizedTest
    @ValueSource(strings = {"hostile", "indexes"})
    void whatHibernateCannotCreateItself(String model) {
        project(List.of(OWN), "dev.retort.model." + model, Map.of());
        expect(0, run("revision", "--autogenerate", "-m", "first"));
        Database database = TestServer.fresh();
        expect(0, on(database, "upgrade", "head"));
        nothingMoreAndBack(database);
    }

    /** A generator that counts in a table finds its rows there. */
    @Test
    void generatorTablesAreFilled() {
        project(List.of(OWN), "dev.retort.model.generators", Map.of());
        expect(0, run("revision", "--autogenerate", "-m", "first", "--no-proof"));
        Database database = TestServer.fresh();
        expect(0, on(database, "upgrade", "head"));
        try (SqlSession session = SqlSession.open(database)) {
            assertThat(session.query("SELECT * FROM id_source"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.toString()).contains("named", "5"));
        }
        TestServer.drop(database);
    }

    private void project(List<Path> classPath, String entities, Map<String, String> settings) {
        variables.putAll(TestProject.scratch());
        variables.put("RETORT_CLASSPATH", classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)));
        variables.put("RETORT_ENTITIES", entities);
        variables.put("RETORT_REVISIONS", "db");
        settings.forEach((key, value) -> hibernate.addAll(List.of("--hibernate", key + "=" + value)));
    }

    private void walk(List<Path> classPath, String entities, Map<String, String> settings) {
        project(classPath, entities, settings);
        ModelRequest request =
                new ModelRequest(classPath, List.of(entities.split(",")), settings, TestServer.majorVersion());

        Database theirs = TestServer.fresh();
        HibernateCreation.create(request, theirs);
        expect(0, on(theirs, "check"));
        validate(request, theirs);
        TestServer.drop(theirs);

        expect(0, run("revision", "--autogenerate", "-m", "first"));
        Database ours = TestServer.fresh();
        expect(0, on(ours, "upgrade", "head"));
        validate(request, ours);
        nothingMoreAndBack(ours);
    }

    private void nothingMoreAndBack(Database ours) {
        expect(0, on(ours, "check"));
        assertThat(on(ours, "revision", "--autogenerate", "-m", "second").out()).contains("no revision was written");
        expect(0, on(ours, "downgrade", "base", "--yes"));
        assertThat(CatalogReader.read(ours, Scope.ALL)).isEqualTo(Schema.EMPTY);
        TestServer.drop(ours);
    }

    /** Hibernate's own check passes, or fails as it does on the database that Hibernate itself has created of this model. */
    private static void validate(ModelRequest request, Database database) {
        String refusal = REFUSED.get(String.join(",", request.entities()));
        if (refusal == null) {
            HibernateCreation.validate(request, database);
        } else {
            assertThatThrownBy(() -> HibernateCreation.validate(request, database))
                    .hasMessageContaining("Schema validation: " + refusal);
        }
    }

    private Ran run(String... args) {
        List<String> all = new ArrayList<>(hibernate);
        all.addAll(List.of(args));
        return Ran.in(folder, variables, all.toArray(String[]::new));
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

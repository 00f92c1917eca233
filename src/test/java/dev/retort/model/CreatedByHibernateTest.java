package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.Canonical;
import dev.retort.catalog.Canonicalizer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.diff.Completion;
import dev.retort.diff.Naming;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The house's hardest promise: what the reader says of a model is what Hibernate itself, booted with a connection, makes of it. Hibernate's export and
 * PostgreSQL share no code with the reader.
 */
class CreatedByHibernateTest {

    private static final Scope EVERYTHING = new Scope(null, List.of(), List.of(), Set.of());

    private static final String SNAKE_CASE = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validation",
                "keys",
                "named",
                "types",
                "inheritance",
                "collections",
                "generators",
                "enums",
                "objects",
                "definitions",
                "history",
                "storage",
                "quotes"
            })
    void everyTrap(String trap) {
        agrees(TestModels.OWN, "dev.retort.model." + trap, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys", "inheritance", "collections", "types"})
    void inSnakeCase(String trap) {
        agrees(TestModels.OWN, "dev.retort.model." + trap, Map.of("hibernate.physical_naming_strategy", SNAKE_CASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys", "inheritance", "types"})
    void quotedInAnotherNamespace(String trap) {
        agrees(
                TestModels.OWN,
                "dev.retort.model." + trap,
                Map.of(
                        "hibernate.default_schema", "Other",
                        "hibernate.globally_quoted_identifiers", "true",
                        "hibernate.globally_quoted_identifiers_skip_column_definitions", "true"));
    }

    @Test
    void keyWordsQuotedOnDemandKeepTheirCapitals() {
        agrees(TestModels.OWN, "dev.retort.model.keywords", Map.of("hibernate.auto_quote_keyword", "true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "callback", "ddl"})
    void validationModes(String mode) {
        agrees(TestModels.OWN, "dev.retort.model.validation", Map.of("jakarta.persistence.validation.mode", mode));
    }

    @Test
    void tablesOfTheirOwnForThePast() {
        agrees(
                TestModels.OWN,
                "dev.retort.model.history",
                Map.of("hibernate.temporal.table_strategy", "HISTORY_TABLE", "hibernate.audit.strategy", "VALIDITY"));
    }

    @Test
    void objectsThatAreStatedBySql() {
        ModelRequest request = new ModelRequest(
                TestModels.OWN,
                List.of("dev.retort.model.stated", "dev/retort/model/stated/objects.hbm.xml"),
                Map.of(),
                TestServer.majorVersion());
        Model model = new ModelReader().read(request);
        assertThat(model.notes()).isEmpty();
        Database database = TestServer.fresh();
        HibernateCreation.create(request, database);
        Schema actual = CatalogReader.read(database, EVERYTHING);
        Canonical wanted = Canonicalizer.canonicalize(model.schema(), actual, database);
        assertThat(wanted.notCompared()).isEmpty();
        Schema completed = Completion.complete(wanted.schema(), actual, Naming.POSTGRESQL, Renames.NONE, Set.of())
                .schema();
        assertThat(SchemaDiffer.diff(actual, completed, Renames.NONE).operations())
                .isEmpty();
        assertThat(SchemaDiffer.diff(completed, actual, Renames.NONE).operations())
                .isEmpty();
        TestServer.drop(database);
    }

    @Test
    void theExampleShop() {
        agrees(TestModels.OWN, "com.acme.shop", Map.of("hibernate.physical_naming_strategy", SNAKE_CASE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contacts",
                "gambit",
                "helpdesk",
                "animal",
                "library",
                "userguide",
                "userguide.tooling",
                "retail,org.hibernate.testing.orm.domain.MonetaryAmountConverter"
            })
    void hibernatesOwnTestModels(String domain) {
        agrees(TestModels.hibernateTesting(), "org.hibernate.testing.orm.domain." + domain, Map.of());
    }

    private static void agrees(List<Path> classPath, String entities, Map<String, String> settings) {
        ModelRequest request =
                new ModelRequest(classPath, List.of(entities.split(",")), settings, TestServer.majorVersion());
        Model model = new ModelReader().read(request);
        Database database = TestServer.fresh();
        try {
            HibernateCreation.create(request, database);
            agree(model, CatalogReader.read(database, EVERYTHING), database);
        } finally {
            TestServer.drop(database);
        }
    }

    private static void agree(Model model, Schema actual, Database database) {
        Canonical wanted = Canonicalizer.canonicalize(model.schema(), actual, database);
        assertThat(wanted.notCompared()).isEmpty();
        assertThat(Agreement.lines(wanted.schema())).isEqualTo(Agreement.lines(actual));
        assertThat(Agreement.statedNames(actual)).containsAll(Agreement.statedNames(model.schema()));
        assertThat(model.notes()).extracting(ModelNote::rule).allMatch(Agreement.REMARKS::contains);

        Schema completed = Completion.complete(wanted.schema(), actual, Naming.POSTGRESQL, Renames.NONE, Set.of())
                .schema();
        assertThat(SchemaDiffer.diff(actual, completed, Renames.NONE).operations())
                .isEmpty();
        assertThat(SchemaDiffer.diff(completed, actual, Renames.NONE).operations())
                .isEmpty();
    }
}

package dev.retort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** The arrows of the house: who may know whom, with no list of exceptions. */
@AnalyzeClasses(packages = "dev.retort", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    /** The root package holds the errors, and what finds their cures; every room may throw them. */
    private static final String ROOT = "dev.retort";

    @ArchTest
    static final ArchRule schemaKnowsNothing = knows("schema");

    @ArchTest
    static final ArchRule databaseKnowsNothing = knows("database");

    @ArchTest
    static final ArchRule revisionKnowsNothing = knows("revision");

    @ArchTest
    static final ArchRule operationKnows = knows("operation", "schema");

    @ArchTest
    static final ArchRule migrationKnows = knows("migration", "operation", "schema");

    @ArchTest
    static final ArchRule diffKnows = knows("diff", "operation", "schema");

    @ArchTest
    static final ArchRule sqlKnows = knows("sql", "operation", "schema");

    @ArchTest
    static final ArchRule lintKnows = knows("lint", "operation", "schema");

    @ArchTest
    static final ArchRule hookKnows = knows("hook", "operation", "schema");

    @ArchTest
    static final ArchRule catalogKnows = knows("catalog", "schema", "database");

    @ArchTest
    static final ArchRule modelKnows = knows("model", "schema");

    @ArchTest
    static final ArchRule scratchKnows = knows("scratch", "schema", "database");

    @ArchTest
    static final ArchRule codegenKnows = knows("codegen", "migration", "operation", "schema", "revision");

    /** The runtime hands the migration API's {@code Operations} to revisions, so it knows that too. */
    @ArchTest
    static final ArchRule runtimeKnows =
            knows("runtime", "migration", "operation", "sql", "revision", "schema", "database");

    @ArchTest
    static final ArchRule commandKnows = knows(
            "command",
            "hook",
            "database",
            "codegen",
            "runtime",
            "migration",
            "diff",
            "sql",
            "lint",
            "catalog",
            "model",
            "scratch",
            "operation",
            "schema",
            "revision");

    @ArchTest
    static final ArchRule springKnows = knows("spring", "runtime", "revision", "database");

    /** Nobody knows the starter, as Spring alone brings what it stands on. */
    @ArchTest
    static final ArchRule springStaysInSpring = fenced("spring", "org.springframework..", "dev.retort.spring..");

    @ArchTest
    static final ArchRule hibernateStaysInModel =
            fenced("model", "org.hibernate..", "jakarta.persistence..", "jakarta.validation..");

    @ArchTest
    static final ArchRule javaPoetStaysInCodegen = fenced("codegen", "com.palantir.javapoet..");

    @ArchTest
    static final ArchRule picocliStaysInCli = fenced("cli", "picocli..");

    @ArchTest
    static final ArchRule throwAwayServersStayInScratch = fenced("scratch", "io.zonky..", "org.testcontainers..");

    @ArchTest
    static final ArchRule jdbcStaysAtTheRim = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.retort.catalog..",
                    "dev.retort.runtime..",
                    "dev.retort.scratch..",
                    "dev.retort.migration..",
                    "dev.retort.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.postgresql..");

    /** A data source may also be handed on. */
    @ArchTest
    static final ArchRule dataSourcesStayAtTheRim = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.retort.catalog..",
                    "dev.retort.runtime..",
                    "dev.retort.scratch..",
                    "dev.retort.migration..",
                    "dev.retort.database..",
                    "dev.retort.spring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sql..");

    @ArchTest
    static final ArchRule onlyTheTerminalPrints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.retort.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static ArchRule knows(String room, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of(ROOT, "dev.retort." + room + ".."),
                        Arrays.stream(others).map(other -> "dev.retort." + other + ".."))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("dev.retort." + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed)
                                .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                                        "dev.retort..")))
                .allowEmptyShould(true);
    }

    private static ArchRule fenced(String room, String... thirdParty) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.retort." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(thirdParty);
    }
}

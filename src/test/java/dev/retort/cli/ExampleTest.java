package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.Test;

/** The shop's entities and its revisions agree, and its next edit is one that has no revision yet. */
class ExampleTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("retort.project", "")).toAbsolutePath();

    private static final String SCRATCH = System.getenv().getOrDefault("RETORT_TEST_URL", "embedded");

    @Test
    void theRevisionsLeadToTheEntitiesAndBack() {
        Ran verify = example("retort.toml", "verify");

        assertThat(verify.code()).as(verify.all()).isZero();
    }

    @Test
    void theEntitiesHaveNoChangeWithoutARevision() {
        Ran check = example("retort.toml", "check");

        assertThat(check.code()).as(check.all()).isZero();
    }

    /** The README's first command, by the launcher: inside this JVM the class loader would find the shop's present entities first. */
    @Test
    void theNextEditBecomesTheRevisionThatTheReadmeShows() throws Exception {
        Process process = new ProcessBuilder(
                        PROJECT.resolve("target/retort/bin/retort").toString(),
                        "-c",
                        "entities-example/next.toml",
                        "--scratch",
                        SCRATCH,
                        "revision",
                        "--autogenerate",
                        "-m",
                        "add customer tier",
                        "--stdout")
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).contains("-- downgrade").contains("proved in");
        assertThat(Files.readString(PROJECT.resolve("README.md")))
                .contains(between(out, "public final class", "\n\n-- upgrade"))
                .contains(between(out, "-- upgrade", "\n\n-- downgrade"));
    }

    private static String between(String text, String start, String end) {
        return text.substring(text.indexOf(start), text.indexOf(end)).strip();
    }

    @Test
    void hibernateAcceptsTheDatabaseThatTheRevisionsMake() throws Exception {
        Database database = TestServer.fresh();
        Ran upgrade = onto(database, "upgrade", "head");
        assertThat(upgrade.code()).as(upgrade.all()).isZero();
        Ran check = onto(database, "check");
        assertThat(check.code()).as(check.all()).isZero();

        hibernate(database, "validate");

        Ran downgrade = onto(database, "downgrade", "base", "--yes");
        assertThat(downgrade.code()).as(downgrade.all()).isZero();
    }

    @Test
    void aDatabaseThatHibernateMadeShowsNoDifference() throws Exception {
        Database database = TestServer.fresh();
        hibernate(database, "create-only");

        // Without the shop's revisions, as they have not been run here.
        Ran check = onto(database, "--revisions", "target/no-revisions", "check");

        assertThat(check.code()).as(check.all()).isZero();
    }

    private static Ran example(String configuration, String... command) {
        return run(Map.of(), configuration, command);
    }

    private static Ran onto(Database database, String... command) {
        Map<String, String> variables = new HashMap<>(Addresses.password(database));
        variables.put("RETORT_URL", Addresses.url(database));
        return run(variables, "retort.toml", command);
    }

    private static Ran run(Map<String, String> variables, String configuration, String... command) {
        List<String> arguments =
                new ArrayList<>(List.of("-c", "entities-example/" + configuration, "--scratch", SCRATCH));
        arguments.addAll(List.of(command));
        return Ran.in(PROJECT, variables, arguments.toArray(String[]::new));
    }

    private static void hibernate(Database database, String action) throws Exception {
        var registry = new StandardServiceRegistryBuilder()
                .applySettings(Map.of(
                        "hibernate.connection.datasource",
                        new DatabaseSource(database),
                        "hibernate.hbm2ddl.auto",
                        action,
                        "hibernate.hbm2ddl.create_namespaces",
                        "true",
                        "hibernate.hbm2ddl.halt_on_error",
                        "true",
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"))
                .build();
        MetadataSources sources = new MetadataSources(registry);
        for (Class<?> entity : entities()) {
            sources.addAnnotatedClass(entity);
        }
        sources.buildMetadata().buildSessionFactory().close();
    }

    private static List<Class<?>> entities() throws Exception {
        Path classes = PROJECT.resolve("target/test-classes");
        List<Class<?>> entities = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("com/acme/shop"))) {
            for (Path file : files.filter(file -> file.toString().matches(".*/[A-Z]\\w*\\.class"))
                    .sorted()
                    .toList()) {
                String name = classes.relativize(file)
                        .toString()
                        .replace(".class", "")
                        .replace('/', '.');
                Class<?> type = Class.forName(name);
                if (type.isAnnotationPresent(jakarta.persistence.Entity.class)) {
                    entities.add(type);
                }
            }
        }
        assertThat(entities).hasSizeGreaterThan(20);
        return entities;
    }
}

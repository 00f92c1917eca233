package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.model.HibernateLine;
import dev.retort.runtime.SqlSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database whose names another naming strategy made: that is said, before all the differences that follow of it. */
class WrongNamingStrategyTest {

    @TempDir
    Path folder;

    @Test
    void isSuspectedBeforeAnythingElse() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        TestEntities.compile(folder, "shop/OrderLine.java", """
                package shop;
                import jakarta.persistence.*;
                @Entity public class OrderLine {
                    @Id Long id;
                    @Entity public static class PriceList { @Id Long id; }
                    @Entity public static class CustomerCard { @Id Long id; @ManyToMany java.util.Set<PriceList> priceLists; }
                }
                """);
        Map<String, String> variables = TestProject.scratch();
        Ran script = Ran.in(folder, variables, "diff", "--from", "empty", "--to", "model", "--format", "sql");
        Database database = TestServer.fresh();
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(script.out());
        }
        assertThat(Ran.in(folder, variables, "check", "--url", Addresses.url(database))
                        .code())
                .isZero();
        Ran check = Ran.in(
                folder,
                variables,
                "check",
                "--url",
                Addresses.url(database),
                "--hibernate",
                "hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl");
        assertThat(check.code()).as(check.all()).isEqualTo(1);
        assertThat(check.out())
                .startsWith("warning almost-all-tables-missing")
                .contains("Is the naming strategy or the schema another than the application's?")
                .contains("create table orderline");
    }

    /** The newer lines have a name for it that 6.6 does not know; Spring Boot 2 had one of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
                "org.springframework.boot.orm.jpa.hibernate.SpringPhysicalNamingStrategy"
            })
    void ofAnotherLineIsNamed(String strategy) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("old/shop"));
        Files.writeString(
                sources.resolve("Thing.java"),
                "package shop; @jakarta.persistence.Entity public class Thing { @jakarta.persistence.Id Long id; }");
        String classPath = new HibernateLine("6.6")
                .compiled(folder.resolve("old"), Files.createDirectories(folder.resolve("classes-6.6"))).stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        TestProject.write(folder, folder.resolve("classes"), "shop");
        Ran ran = Ran.in(
                folder,
                TestProject.scratch(),
                "diff",
                "--from",
                "empty",
                "--to",
                "model",
                "--classpath",
                classPath,
                "--hibernate",
                "hibernate.physical_naming_strategy=" + strategy);
        assertThat(ran.code()).as(ran.all()).isEqualTo(2);
        assertThat(ran.err())
                .contains("The setting hibernate.physical_naming_strategy names " + strategy)
                .contains(
                        "The same is org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy in Hibernate 6.6");
    }
}

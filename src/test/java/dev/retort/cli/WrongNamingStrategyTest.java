package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}

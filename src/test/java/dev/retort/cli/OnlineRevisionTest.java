package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision in steps that let others work, generated, proved and run. */
class OnlineRevisionTest {

    @TempDir
    Path folder;

    @Test
    void busyTablesAreChangedInSteps() throws IOException {
        Map<String, String> variables = new HashMap<>(TestProject.scratch());
        Path classes = folder.resolve("classes");
        TestProject.write(folder, classes, "edited");
        Database database = TestServer.fresh();
        variables.put("RETORT_URL", Addresses.url(database));
        EditedEntities.compile(
                classes,
                "@Entity public class Place { @Id Long id; }",
                "@Entity public class Seat { @Id Long id; String row; Integer number; Long place; }");
        assertThat(Ran.in(folder, variables, "revision", "--autogenerate", "-m", "first", "--no-proof")
                        .code())
                .isZero();
        assertThat(Ran.in(folder, variables, "upgrade", "head").code()).isZero();

        EditedEntities.compile(classes, "@Entity public class Place { @Id Long id; }", """
                @Entity
                @Table(
                        uniqueConstraints = @UniqueConstraint(name = "seat_key", columnNames = {"row", "number"}),
                        indexes = @Index(name = "seat_row_idx", columnList = "row"),
                        check = @CheckConstraint(name = "positive", constraint = "number > 0"))
                public class Seat {
                    @Id Long id;
                    @Column(nullable = false) String row;
                    Integer number;
                    @ManyToOne @JoinColumn(name = "place") Place place;
                }
                """);
        Ran online = Ran.in(folder, variables, "revision", "--autogenerate", "-m", "busy", "--online");
        assertThat(online.code()).as(online.all()).isZero();
        assertThat(online.all()).contains("proved in ");
        String text = Files.readString(folder.resolve("db/shop/migrations/R0002_Busy.java"));
        assertThat(text)
                .contains(
                        "transactional = false)",
                        "op.addCheck(\"seat\", \"seat_row_required\", \"\\\"row\\\" IS NOT NULL\").notValid();",
                        "op.validateConstraint(\"seat\", \"seat_row_required\");",
                        "op.alterColumn(\"seat\", \"row\").notNull();",
                        "op.dropConstraint(\"seat\", \"seat_row_required\");",
                        "USING INDEX seat_key",
                        "op.createIndex(\"seat_row_idx\").on(\"seat\", \"row\").concurrently();",
                        "op.validateConstraint(\"seat\", \"positive\");",
                        ".references(\"place\", \"id\").notValid();",
                        "op.validateConstraint(\"seat\", \"seat_place_fkey\");",
                        "op.dropIndex(\"seat_row_idx\").concurrently();");
        Ran upgraded = Ran.in(folder, variables, "upgrade", "head");
        assertThat(upgraded.code()).as(upgraded.all()).isZero();
        assertThat(Ran.in(folder, variables, "check").all()).contains("No differences");
        Ran downgraded = Ran.in(folder, variables, "downgrade", "-1");
        assertThat(downgraded.code()).as(downgraded.all()).isZero();
        assertThat(Ran.in(folder, variables, "revision", "-m", "x", "--online").err())
                .contains("--online goes with --autogenerate");
    }
}

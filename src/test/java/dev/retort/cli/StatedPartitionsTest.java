package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partitions that the model states by their SQL, as Hibernate does for {@code @Temporal.HistoryPartitioning}: made with their table, compared, dropped, and back. */
class StatedPartitionsTest {

    private static final String TEMPORAL = """
            package shop;
            import jakarta.persistence.*;
            import org.hibernate.annotations.Temporal;
            @Entity @Temporal @Temporal.HistoryPartitioning(currentPartition = "tariff_now")
            public class Tariff {
                @Id Long id;
                @Column(nullable = false) String label;
            }
            """;

    private static final String VISIT = """
            package shop;
            import jakarta.persistence.*;
            import java.time.*;
            @Entity @Table(options = "partition by range (at)")
            public class Visit {
                @Id Long id;
                @Id LocalDateTime at;
                String page;
            }
            """;

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void aProject() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop\", \"objects.hbm.xml");
        Path settings = folder.resolve("retort.toml");
        Files.writeString(
                settings, Files.readString(settings) + "\"hibernate.temporal.table_strategy\" = \"SINGLE_TABLE\"\n");
        database = TestServer.fresh();
        partitions();
    }

    private void partitions(String... creates) throws IOException {
        Files.createDirectories(folder.resolve("classes"));
        StringBuilder objects = new StringBuilder();
        for (String create : creates) {
            objects.append("<database-object><create>").append(create).append("</create><drop/></database-object>\n");
        }
        Files.writeString(folder.resolve("classes/objects.hbm.xml"), """
                <?xml version="1.0"?>
                <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN" "http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd">
                <hibernate-mapping>
                %s</hibernate-mapping>
                """.formatted(objects));
    }

    private Ran on(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", Addresses.url(database)));
        Map<String, String> variables = new HashMap<>(TestProject.scratch());
        variables.putAll(Addresses.password(database));
        return Ran.in(folder, variables, all.toArray(String[]::new));
    }

    private String revision(String message) throws IOException {
        Ran revision = on("revision", "--autogenerate", "-m", message);
        assertThat(revision.code()).as(revision.all()).isZero();
        Ran up = on("upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();
        Ran quiet = on("check");
        assertThat(quiet.code()).as(quiet.all()).isZero();
        assertThat(quiet.all()).doesNotContain("auxiliary-object", "no-partition");
        try (Stream<Path> files = Files.walk(folder.resolve("db"))) {
            return Files.readString(files.filter(Files::isRegularFile)
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow());
        }
    }

    private void execute(String sql) {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(sql);
        }
    }

    @Test
    void theCurrentRowsAndTheHistoryOfATemporalEntity() throws IOException {
        TestEntities.compile(folder, "shop/Tariff.java", TEMPORAL);
        assertThat(revision("tariffs"))
                .contains("op.createObject(\"partition tariff_now on tariff\"", "for values in (null)\")")
                .contains("op.createObject(\"partition tariff_history on tariff\"");
        execute("INSERT INTO tariff (id, effective, label) VALUES (1, now(), 'a')");
        Ran down = on("downgrade", "base", "--yes");
        assertThat(down.code()).as(down.all()).isZero();
        Ran again = on("upgrade", "head", "--yes");
        assertThat(again.code()).as(again.all()).isZero();
    }

    @Test
    void partitionsComeAndGoWhileTheirTableStays() throws IOException {
        TestEntities.compile(folder, "shop/Visit.java", VISIT);
        partitions(
                "create table visit_26 partition of visit for values from ('2026-01-01') to ('2027-01-01')",
                "create table visit_more partition of visit default");
        assertThat(revision("visits")).contains("op.createObject(\"partition visit_26 on visit\"");
        execute("INSERT INTO visit (at, id, page) VALUES ('2026-05-05', 1, 'a')");
        partitions(
                "create table visit_26 partition of visit for values from ('2026-01-01 00:00') to ('2027-01-01')",
                "create table visit_27 partition of visit for values from ('2027-01-01') to ('2028-01-01')");
        String second = revision("another year");
        assertThat(second)
                .contains("op.createObject(\"partition visit_27 on visit\"")
                .contains("op.dropObject(\"partition visit_more on visit\")")
                .contains("the rows of the partition visit_more are lost")
                .doesNotContain("\"partition visit_26 on visit\"");
        Ran down = on("downgrade", "-1", "--yes");
        assertThat(down.code()).as(down.all()).isZero();
        execute("INSERT INTO visit (at, id, page) VALUES ('1999-05-05', 2, 'by default')");
        execute("DELETE FROM visit WHERE id = 2");
        Ran up = on("upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();

        partitions(
                "create table visit_26 partition of visit for values from ('2025-01-01') to ('2027-01-01')",
                "create table visit_27 partition of visit for values from ('2027-01-01') to ('2028-01-01')");
        Ran other = on("check");
        assertThat(other.all())
                .contains("different-partition")
                .contains("ALTER TABLE public.visit DETACH PARTITION visit_26")
                .contains("FOR VALUES FROM ('2025-01-01 00:00:00') TO ('2027-01-01 00:00:00')");
    }

    @Test
    void rowsOfANewPartitionMoveOutOfTheDefaultOne() throws IOException {
        TestEntities.compile(
                folder,
                "shop/Visit.java",
                VISIT.replace(
                        "String page;",
                        "String page; @org.hibernate.annotations.GeneratedColumn(\"id * 2\") Long twice;"));
        String rest = "create table visit_more partition of visit default";
        partitions(rest);
        revision("visits");
        execute(
                "INSERT INTO visit (at, id, page) VALUES ('2027-05-05', 1, 'a'), ('2027-05-06', 2, 'b'), ('1999-01-01', 3, 'c')");
        partitions(rest, "create table visit_27 partition of visit for values from ('2027-01-01') to ('2028-01-01')");
        Ran written = on("revision", "--autogenerate", "-m", "a year");
        assertThat(written.code()).as(written.all()).isZero();
        assertThat(written.all()).contains("data-dependent-partition");
        Ran refused = on("upgrade", "head", "--yes");
        assertThat(refused.code()).as(refused.all()).isNotZero();

        Path file;
        try (Stream<Path> files = Files.walk(folder.resolve("db"))) {
            file = files.filter(Files::isRegularFile)
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
        }
        List<String> calls = Pattern.compile("`(op\\.execute\\(.*?\\))`")
                .matcher(written.all())
                .results()
                .map(m -> m.group(1).replace("…", "at >= '2027-01-01' AND at < '2028-01-01'") + ";")
                .filter(call -> call.contains("visit_more") || call.contains("visit_27"))
                .toList();
        assertThat(calls).hasSize(5);
        String text = Files.readString(file);
        int create = text.indexOf("op.createObject(\"partition visit_27");
        int below = text.indexOf(";", create) + 1;
        int drop = text.indexOf("op.dropObject(\"partition visit_27");
        Files.writeString(
                file,
                text.substring(0, create)
                        + calls.get(0)
                        + text.substring(create, below)
                        + calls.get(1)
                        + calls.get(2)
                        + text.substring(below, drop)
                        + calls.get(3)
                        + calls.get(4)
                        + text.substring(drop));
        Ran up = on("upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();
        assertThat(places()).isEqualTo("visit_27 1 2 visit_27 2 4 visit_more 3 6");
        Ran down = on("downgrade", "-1", "--yes");
        assertThat(down.code()).as(down.all()).isZero();
        assertThat(places()).isEqualTo("visit_more 1 2 visit_more 2 4 visit_more 3 6");
    }

    private String places() {
        try (SqlSession session = SqlSession.open(database)) {
            return session.query(
                            "SELECT string_agg(concat_ws(' ', tableoid::regclass, id, twice), ' ' ORDER BY id) AS places FROM visit")
                    .get(0)
                    .text("places");
        }
    }

    @Test
    void whatHangsOnAPartitionComesAndGoesWithoutIt() throws IOException {
        TestEntities.compile(folder, "shop/Visit.java", VISIT);
        String partition = "create table visit_26 partition of visit for values from ('2026-01-01') to ('2027-01-01')";
        String trigger =
                "create trigger same before update on visit_26 for each row execute function suppress_redundant_updates_trigger()";
        partitions(partition, trigger);
        String first = revision("visits");
        assertThat(first.indexOf("\"partition visit_26 on visit\""))
                .isPositive()
                .isLessThan(first.indexOf("\"trigger same on visit_26\""));
        String[] hanging = {
            partition,
            "create trigger named before update on visit_26 for each row execute function suppress_redundant_updates_trigger()",
            "create policy own on visit_26 using (id > 0)",
            "create rule kept as on delete to visit_26 where old.id = 0 do instead nothing",
            "create statistics both_of on id, page from visit_26",
            "comment on policy own on visit_26 is 'owns'"
        };
        partitions(hanging);
        String second = revision("hanging");
        assertThat(second)
                .contains("op.dropObject(\"trigger same on visit_26\")")
                .contains("op.createObject(\"trigger named on visit_26\"")
                .contains("op.createObject(\"policy own on visit_26\"")
                .contains("op.createObject(\"rule kept on visit_26\"")
                .contains("op.createObject(\"statistics both_of on visit_26\"");
        hanging[2] = "create policy own on visit_26 using (id > 1)";
        partitions(hanging);
        assertThat(revision("another policy"))
                .contains("op.createObject(\"policy own on visit_26\"")
                .doesNotContain("trigger named");
        partitions();
        assertThat(revision("no partition"))
                .contains("op.dropObject(\"partition visit_26 on visit\")")
                .containsOnlyOnce("op.createObject(\"trigger named on visit_26\"");
        Ran down = on("downgrade", "base", "--yes");
        assertThat(down.code()).as(down.all()).isZero();
        Ran up = on("upgrade", "head", "--yes");
        assertThat(up.code()).as(up.all()).isZero();
    }
}

package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people wrote a revision of one id; the one that a database has applied gets another id when they are merged. */
class RenumberedTest {

    @TempDir
    Path folder;

    private final Database database = TestServer.fresh();

    @BeforeEach
    void bobsIsApplied() throws IOException {
        TestProject.write(folder, folder.resolve("classes"), "shop");
        revision("0001", "", "CREATE TABLE first (id int)");
        revision("0002", "\"0001\"", "CREATE TABLE bobs (id int)");
        assertThat(on("upgrade", "head").code()).isZero();
        revision("0002", "\"0001\"", "CREATE TABLE alices (id int)");
    }

    @Test
    void besideTheOther() throws IOException {
        revision("0003", "\"0001\"", "CREATE TABLE bobs (id int)");
        assertThat(on("upgrade", "heads").all())
                .contains("what was applied as 0002 is now 0003", " stamp --purge 0003", " upgrade 0002");
        assertThat(on("stamp", "--purge", "0003").code()).isZero();
        Ran upgrade = on("upgrade", "0002");
        assertThat(upgrade.code()).as(upgrade.all()).isZero();
        assertThat(on("current").all()).contains("0002", "0003").doesNotContain("was applied as");
    }

    @Test
    void behindTheOther() throws IOException {
        revision("0003", "\"0002\"", "CREATE TABLE bobs (id int)");
        assertThat(on("upgrade", "heads").all()).contains(" stamp --purge 0001", " upgrade 0002", " stamp 0003");
        assertThat(on("stamp", "--purge", "0001").code()).isZero();
        assertThat(on("upgrade", "0002").code()).isZero();
        assertThat(on("stamp", "0003").code()).isZero();
        Ran upgrade = on("upgrade", "head");
        assertThat(upgrade.code()).as(upgrade.all()).isZero();
        assertThat(upgrade.all()).doesNotContain("was applied as");
    }

    private void revision(String id, String revises, String sql) throws IOException {
        Path file = folder.resolve("db/shop/migrations/R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package shop.migrations;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "x", created = "2026-01-01T00:00:00Z")
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.execute("%s");
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(id, revises, id, sql));
    }

    private Ran on(String... args) {
        return Ran.in(
                folder,
                TestProject.scratch(),
                Stream.concat(Arrays.stream(args), Stream.of("--url", Addresses.url(database)))
                        .toArray(String[]::new));
    }
}

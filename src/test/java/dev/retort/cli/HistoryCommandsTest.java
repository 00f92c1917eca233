package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read revision files and nothing else. */
class HistoryCommandsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void settings() throws IOException {
        Files.writeString(folder.resolve("retort.toml"), "revisions = \"db\"\npackage = \"shop.migrations\"\n");
    }

    private void revision(String id, String revises, String message) throws IOException {
        Path file = folder.resolve("db/shop/migrations/R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package shop.migrations;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "%s", created = "2026-01-01T00:00:00Z")
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {}

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(id, revises, message, id));
    }

    private void threeRevisions() throws IOException {
        revision("0001", "", "first");
        revision("0002", "\"0001\"", "second");
        revision("0003", "\"0002\"", "third \\u001b[31m");
    }

    @Test
    void historyIsNewestFirstAndHarmless() throws IOException {
        threeRevisions();
        Ran ran = Ran.in(folder, "history");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "0002 -> 0003 (head), third \\u001b[31m", "0001 -> 0002, second", "<base> -> 0001, first");
    }

    @Test
    void historyTakesARange() throws IOException {
        threeRevisions();
        assertThat(Ran.in(folder, "history", "-r", "0002:").out().lines()).hasSize(2);
        assertThat(Ran.in(folder, "history", "-r:0001").out().lines()).containsExactly("<base> -> 0001, first");
        Ran wrong = Ran.in(folder, "history", "-r", "0002");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("START:END");
    }

    @Test
    void headsAndShow() throws IOException {
        threeRevisions();
        assertThat(Ran.in(folder, "heads").out()).startsWith("0003 (head), third");
        Ran show = Ran.in(folder, "show", "0002");
        assertThat(show.out())
                .contains("Rev:        0002", "Parent:     0001", "Path:       db/shop/migrations/R0002.java");
        assertThat(Ran.in(folder, "show", "head").out()).contains("0003");
    }

    @Test
    void anUnknownRevisionIsNamed() throws IOException {
        threeRevisions();
        Ran ran = Ran.in(folder, "show", "9999");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("9999");
    }

    @Test
    void noRevisionsIsNoError() {
        assertThat(Ran.in(folder, "history").code()).isZero();
        assertThat(Ran.in(folder, "heads").code()).isZero();
    }

    @Test
    void whatCountsFromTheDatabaseSaysThatItNeedsOne() throws IOException {
        threeRevisions();
        Ran ran = Ran.in(folder, "history", "-r-1:current");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("No database is named", "--url");
    }
}

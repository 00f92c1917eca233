package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        revision("0004", "\"0002\"", "fourth");
        assertThat(Ran.in(folder, "heads", "-v").out()).containsSubsequence("Rev:        0003", "\n\nRev:        0004");
        assertThat(Ran.in(folder, "show", "heads").out())
                .containsSubsequence("Rev:        0003", "\n\nRev:        0004");
        Files.delete(folder.resolve("db/shop/migrations/R0004.java"));
        Ran show = Ran.in(folder, "show", "0002");
        assertThat(show.out())
                .contains("Rev:        0002", "Parent:     0001", "Path:       db/shop/migrations/R0002.java");
        assertThat(Ran.in(folder, "show", "head").out()).contains("0003");
    }

    private void branches() throws IOException {
        threeRevisions();
        revision("0004", "\"0001\"", "other \\\"<b>#1;");
        revision("0005", "\"0003\", \"0004\"", "merge heads");
    }

    @Test
    void historyDrawsBranchesAndMerges() throws IOException {
        branches();
        assertThat(Ran.in(folder, "history", "--graph").out().lines())
                .containsExactly(
                        "*  0005 (head) (mergepoint), merge heads",
                        "|\\",
                        "| *  0004, other \"<b>#1;",
                        "* |  0003, third \\u001b[31m",
                        "* |  0002, second",
                        "|/",
                        "*  0001 (branchpoint), first");
        assertThat(Ran.in(folder, "history", "--graph", "-v", "-r", "0004:")
                        .out()
                        .lines())
                .startsWith("*  Rev:        0005 (head) (mergepoint)", "|   Merges:     0003, 0004");
        assertThat(Ran.in(folder, "history", "--graph", "--format", "json").code())
                .isEqualTo(2);
    }

    @Test
    void historyIsADiagramWhoseLabelsStayLabels() throws IOException {
        branches();
        assertThat(Ran.in(folder, "history", "--format", "mermaid").out().lines())
                .contains(
                        "flowchart TD",
                        "    r3[\"0004<br/>other #34;#60;b#62;#35;1#59;\"]",
                        "    r4([\"0005<br/>merge heads\"])",
                        "    r0 --> r3",
                        "    r3 --> r4");
    }

    @Test
    void revisionsAreJsonForScripts() throws IOException {
        branches();
        assertThat(Ran.in(folder, "heads", "--format", "json").out())
                .contains(
                        "\"id\" : \"0005\"",
                        "\"revises\" : [ \"0003\", \"0004\" ]",
                        "\"head\" : true",
                        "\"applied\" : null");
        assertThat(Ran.in(folder, "branches", "--format", "json").out())
                .contains("\"children\" : [ \"0002\", \"0004\" ]");
        assertThat(Ran.in(folder, "history", "--format", "json", "-r", ":2").out())
                .contains("\"id\" : \"0002\"", "\"path\" : \"db/shop/migrations/R0001.java\"")
                .doesNotContain("0003");
    }

    @Test
    void showTellsWhatARevisionDoes() throws IOException {
        threeRevisions();
        Path file = folder.resolve("db/shop/migrations/R0003.java");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "upgrade(Operations op) {}",
                                "upgrade(Operations op) { op.dropTable(\"old\"); op.query(\"SELECT 1\"); }")
                        .replace(
                                "downgrade(Operations op) {}",
                                "downgrade(Operations op) { op.irreversible(\"the rows are gone\"); }"));
        assertThat(Ran.in(folder, "show", "3").out())
                .contains("    drop table old", "it asks the database", "cannot be done: the rows are gone");
        assertThat(Ran.in(folder, "show", "3", "--sql").out()).contains("\nDROP TABLE old;\n");
        assertThat(Ran.in(folder, "show", "head", "--format", "json").out())
                .contains(
                        "\"asks_database\" : true",
                        "\"kind\" : \"drop_table\"",
                        "\"irreversible\" : \"the rows are gone\"");
        assertThat(Ran.in(folder, "show", "base").code()).isEqualTo(2);
    }

    @Test
    void aNameThatCannotBeIsRefusedBeforeAFileIsWritten() throws IOException {
        threeRevisions();
        for (String[] wrong : new String[][] {
            {"--branch-label", "0001"},
            {"--branch-label", "a-b"},
            {"--branch-label", "z", "--branch-label", "z"},
            {"--rev-id", "../x"},
            {"--rev-id", "head"},
            {"--rev-id", "0002"},
            {"--depends-on", "nothing"},
        }) {
            List<String> args = new ArrayList<>(List.of("revision", "-m", "x"));
            args.addAll(List.of(wrong));
            Ran ran = Ran.in(folder, args.toArray(String[]::new));
            assertThat(ran.code()).as(ran.all()).isEqualTo(2);
        }
        try (var files = Files.list(folder.resolve("db/shop/migrations"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void whatARevisionDependsOnIsWrittenAndShown() throws IOException {
        threeRevisions();
        assertThat(Ran.in(folder, "revision", "-m", "x", "--head", "1", "--splice", "--depends-on", "2")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("db/shop/migrations/R0004_X.java")))
                .contains("revises = \"0001\"", "dependsOn = \"0002\"");
        assertThat(Ran.in(folder, "merge", "-m", "m", "--rev-id", "joined", "--branch-label", "both")
                        .out())
                .contains("joins 0003, 0004");
        assertThat(Ran.in(folder, "heads").out()).isEqualTo("joined (both) (head) (mergepoint), m\n");
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

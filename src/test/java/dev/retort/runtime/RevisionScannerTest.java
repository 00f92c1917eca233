package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import dev.retort.revision.RevisionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionScannerTest {

    @TempDir
    Path root;

    @Test
    void readsEverythingThatARevisionSays() throws IOException {
        write("demo/sub/R7.java", """
                package demo.sub;

                import static dev.retort.migration.Columns.*;
                import dev.retort.migration.*;
                import java.util.List;

                /** Talks of @Revision(id = "no") and class Nothing. */
                // @Revision(id = "neither")
                @SuppressWarnings({"a)", "b"})
                @Deprecated(since = "1" + 1, forRemoval = false)
                @Revision(
                    id = "00" + ("0" + "7"), revises = {"0005", "0006",}, message = "say \\"hi\\"\\tto\\u0020C:\\\\u0041 \\101",
                    created = "2026-11-20T14:02:11Z", branchLabels = "cart", dependsOn = {}, transactional = false)
                @Warning({"possible-column-rename", "unmanaged-trigger"})
                @Acknowledged(value = "drop-column", because = "it is empty")
                @Acknowledged(because = \"""
                    two
                      lines\""", value = "x")
                @dev.retort.migration.AfterDeploy
                public final class R7 implements Migration {}
                """);
        RevisionInfo info = only();
        assertThat(info)
                .isEqualTo(new RevisionInfo(
                        "0007",
                        List.of("0005", "0006"),
                        "say \"hi\"\tto C:\\u0041 A",
                        Instant.parse("2026-11-20T14:02:11Z"),
                        List.of("cart"),
                        List.of(),
                        false,
                        true,
                        List.of("possible-column-rename", "unmanaged-trigger"),
                        List.of("drop-column", "x"),
                        "demo.sub.R7",
                        root.resolve("demo/sub/R7.java").toString()));
    }

    @Test
    void anAcknowledgementNeedsAReason() throws IOException {
        for (String said : List.of(
                "@Acknowledged(value = \"drop-column\", because = \" \")",
                "@Acknowledged(\"drop-column\")",
                "@Acknowledged.All({@Acknowledged(value = \"drop-column\", because = \"\")})")) {
            write("demo/R.java", """
                    package demo;
                    import dev.retort.migration.*;
                    @Revision(id = "1")
                    %s
                    class R implements Migration {}
                    """.formatted(said));
            assertThatThrownBy(this::scan)
                    .as(said)
                    .hasMessageContaining("R.java:4")
                    .hasMessageContaining("@Acknowledged(\"drop-column\") says no reason");
        }
    }

    @Test
    void readsUnicodeEscapesAndTextBlocks() throws IOException {
        write("demo/R.java", """
                package demo;
                import dev.retort.migration.Revision;
                \\u0040Revision(id = "\\u0031", message = \"""
                        a \\
                        b\\s
                          "c" \\\"""
                        \""")
                record R() {}
                """);
        assertThat(only().message()).isEqualTo("a b \n  \"c\" \"\"\"\n");
        assertThat(only().id()).isEqualTo("1");
    }

    @Test
    void anotherRevisionAnnotationIsNotOurs() throws IOException {
        write("demo/A.java", "package demo; import org.other.Revision; @Revision(id = OTHER.X) class A {}");
        write("demo/B.java", "package demo; @Revision(1 + 2) class B {}");
        write(
                "demo/C.java",
                "package demo; import org.other.Revision; import dev.retort.migration.*; @Revision class C {}");
        assertThat(scan()).isEmpty();
    }

    @Test
    void findsARevisionBehindAHelper() throws IOException {
        write("demo/A.java", """
                package demo; import dev.retort.migration.*;
                class Help { String s = "}"; char c = '}'; /* } */ @interface X {} }
                @Revision(id = "1") class A {}
                """);
        assertThat(only().className()).isEqualTo("demo.A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Revision(id = Ids.FIRST)",
                "@Revision(id = \"1\"",
                "@Revision(id = \"1)",
                "@Revision(id = \"\\q\")",
                "@Revision(id = true)",
                "@Revision(id = \"\")",
                "@Revision",
                "@Revision(id = \"1\", created = \"yesterday\")",
                "@Revision(id = \"1\", transactional = \"no\")",
                "@Revision(id = \"1\", revises = {true})",
                "@Revision(id = \"1\") /* open",
            })
    void namesFileAndLine(String annotation) throws IOException {
        write("demo/R.java", "package demo;\nimport dev.retort.migration.*;\n" + annotation + " class R {}");
        assertThatThrownBy(this::scan)
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining(Path.of("demo", "R.java") + ":3");
    }

    @Test
    void aPackageThatIsNotItsFolder() throws IOException {
        write("demo/R.java", "package other; import dev.retort.migration.*; @Revision(id = \"1\") class R {}");
        assertThatThrownBy(this::scan).hasMessageContaining("package other").hasMessageContaining("package demo");
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        Files.createDirectories(root.resolve("demo"));
        Files.write(root.resolve("demo/R.java"), "// é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(this::scan).hasMessageContaining("UTF-8");
    }

    @Test
    void aReplacementCharacterAndALongFileAreText() throws IOException {
        write(
                "demo/R.java",
                "package demo; import dev.retort.migration.*; /* \uFFFD" + "ü".repeat(20_000)
                        + " */ @Revision(id = \"1\") class R {}");
        assertThat(only().id()).isEqualTo("1");
    }

    @Test
    void aFolderThatIsNamedLikeAFileIsNone() throws IOException {
        Files.createDirectories(root.resolve("demo/x.java"));
        assertThat(scan()).isEmpty();
    }

    @Test
    void theDatesThatJavaKnows() throws IOException {
        for (String created : List.of(
                "2026-11-20T14:02:11Z", "2026-11-20T14:02:11.5Z", "2016-12-31T23:59:60Z", "2026-11-20T24:00:00Z")) {
            write(
                    "demo/R.java",
                    "package demo; import dev.retort.migration.*; @Revision(id = \"1\", created = \"" + created
                            + "\") class R {}");
            assertThat(only().created()).isEqualTo(Instant.parse(created));
        }
    }

    @Test
    void aLongHistoryIsReadInOrder() throws IOException {
        for (int i = 1000; i < 1600; i++) {
            write(
                    "demo/R" + i + ".java",
                    "package demo; import dev.retort.migration.*; @Revision(id = \"" + i + "\") class R" + i + " {}");
        }
        assertThat(scan()).extracting(RevisionInfo::id).hasSize(600).isSorted();
        write("demo/R1599.java", "package demo; import dev.retort.migration.*; @Revision(id = X) class R {}");
        write("demo/R1300.java", "package demo; import dev.retort.migration.*; @Revision(id = X) class R {}");
        assertThatThrownBy(this::scan).hasMessageContaining("R1300.java:1");
    }

    @Test
    void noFolderMeansNoRevisions() {
        assertThat(new RevisionScanner(root, "no.such").scan()).isEmpty();
    }

    private List<RevisionInfo> scan() {
        return new RevisionScanner(root, "demo").scan();
    }

    private RevisionInfo only() {
        List<RevisionInfo> found = scan();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

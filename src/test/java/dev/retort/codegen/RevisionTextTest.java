package dev.retort.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migration.Revision;
import dev.retort.operation.Execute;
import dev.retort.operation.Sample;
import dev.retort.operation.Warning;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionTextTest {

    @Test
    void classNames() {
        assertThat(name("0007", "add customer tier")).isEqualTo("R0007_AddCustomerTier");
        assertThat(name("0007", "")).isEqualTo("R0007");
        assertThat(name("a1b2-c3.d", "größe über 10€ für Straße")).isEqualTo("Ra1b2_c3_d_GrosseUber10FurStrasse");
        assertThat(name("1", "顧客を追加")).isEqualTo("R1");
        assertThat(name("1", "first line\nsecond line")).isEqualTo("R1_FirstLine");
        assertThat(name("1", "../../etc/passwd \"; System.exit(1) //")).isEqualTo("R1_EtcPasswdSystemExit1");
        assertThat(name("1", "word ".repeat(50))).hasSize(63);
        assertThat(name("1", "x".repeat(200))).hasSize(63);
        assertThat(name("1", "2026 report")).isEqualTo("R1_2026Report");
    }

    @Test
    void hostileTextsStayDataWhereverTheyStand() {
        String hostile = Sample.HOSTILE_TEXT + " {@code `x` } <script> @deprecated `*/` `\\u002a/` \u202e";
        Warning warning = new Warning(hostile, Warning.Level.WARNING, List.of(hostile), hostile, hostile);
        RevisionSource source = RevisionWriter.write(new RevisionDraft(
                hostile,
                List.of(hostile, "b"),
                hostile,
                Drafts.CREATED,
                "",
                List.of(new Execute(hostile)),
                List.of(),
                List.of(warning, warning),
                dev.retort.schema.Provenance.NONE,
                List.of(hostile),
                List.of(hostile, "c"),
                new RevisionStyle(hostile, RevisionStyle.CLASS_PATTERN, java.time.ZoneOffset.UTC)));
        Class<?> compiled = Compiled.load(source);
        Revision revision = compiled.getAnnotation(Revision.class);

        assertThat(revision.id()).isEqualTo(hostile);
        assertThat(revision.message()).isEqualTo(hostile);
        assertThat(revision.revises()).containsExactly(hostile, "b");
        assertThat(revision.branchLabels()).containsExactly(hostile);
        assertThat(revision.dependsOn()).containsExactly(hostile, "c");
        assertThat(compiled.getAnnotation(dev.retort.migration.Warning.class).value())
                .containsExactly(hostile);
        assertThat(source.text().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c != 0x202e));
    }

    @Test
    void codeInAWarningStandsLetterByLetter() {
        String regex = "colour ~ '^#[0-9a-f]{6}$' and mail ~ '^\\S+@\\S+$' and n < 3 and not a & b > c";
        Warning warning =
                new Warning("data-dependent-check", Warning.Level.WARNING, List.of("t"), "not `" + regex + "`", "");
        RevisionSource source = RevisionWriter.write(new RevisionDraft(
                "1",
                List.of(),
                "m",
                Drafts.CREATED,
                "",
                List.of(new Execute("SELECT 1")),
                List.of(),
                List.of(warning),
                dev.retort.schema.Provenance.NONE,
                List.of(),
                List.of(),
                RevisionStyle.DEFAULT));
        assertThat(source.text().replaceAll("\n \\* +", " ")).contains("not {@code " + regex + "}.");
    }

    @Test
    void whatIsToBeDoneAboutSeveralObjectsAlikeIsSaidOnce() {
        List<Warning> warnings = List.of(
                new Warning("unmanaged-grant", Warning.Level.WARNING, List.of("t"), "t has one", "look at `\\dp`"),
                new Warning("unmanaged-grant", Warning.Level.WARNING, List.of("u"), "u has one", "look at `\\dp`"));
        RevisionSource source = RevisionWriter.write(Drafts.of("0001", "", List.of(), List.of(), warnings));
        assertThat(source.text())
                .contains("<b>unmanaged-grant</b> t has one. Look at {@code \\dp}.\n")
                .contains("<b>unmanaged-grant</b> u has one.\n");
    }

    @Test
    void anEmptyRevisionImportsNothingItDoesNotUse() {
        RevisionSource source = RevisionWriter.write(Drafts.of("0001", "", List.of(), List.of(), List.of()));

        assertThat(source.text()).doesNotContain("import static").doesNotContain("Warning");
        assertThat(source.path()).isEqualTo("com/acme/shop/migrations/R0001.java");
        Compiled.compile(source);
    }

    @Test
    void severalParagraphsOfAMessage() {
        RevisionSource source = RevisionWriter.write(
                Drafts.of("1", "split names.\n\nWhy: the old field\nheld two.", List.of(), List.of(), List.of()));

        assertThat(source.text()).contains(" * Split names.\n *\n * <p>Why: the old field held two.\n */");
        assertThat(Compiled.load(source).getAnnotation(Revision.class).message())
                .isEqualTo("split names.\n\nWhy: the old field\nheld two.");
    }

    private static String name(String id, String message) {
        return RevisionNames.className(RevisionStyle.DEFAULT, id, message, Instant.EPOCH);
    }

    @Test
    void aTeamsOwnClassNames() {
        RevisionStyle style = new RevisionStyle("", "V{date}_{id}__{message}", ZoneId.of("Pacific/Auckland"));
        Instant evening = Instant.parse("2026-11-20T14:02:11Z");
        assertThat(RevisionNames.className(style, "0007", "add tier", evening)).isEqualTo("V20261121_0007__AddTier");
        assertThat(RevisionNames.className(style, "0007", "", evening)).isEqualTo("V20261121_0007");
        assertThat(RevisionStyle.wrongWith("{id}")).contains("no identifier");
        assertThat(RevisionStyle.wrongWith("R{message}")).contains("{id}");
        assertThat(RevisionStyle.wrongWith("R{id}_{slug}")).contains("no place {slug}");
        assertThat(RevisionStyle.wrongWith(RevisionStyle.CLASS_PATTERN)).isNull();
    }
}

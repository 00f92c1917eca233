package dev.retort.revision;

import static dev.retort.revision.Graphs.graph;
import static dev.retort.revision.Graphs.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionGraphTest {

    @Test
    void findsByIdBeginningAndLabel() {
        RevisionGraph graph = graph("ab12", "ab34 < ab12", "cd < ab34 : cart", "c < cd");
        assertThat(graph.find("ab1").id()).isEqualTo("ab12");
        assertThat(graph.find("cart").id()).isEqualTo("cd");
        assertThat(graph.find("c").id()).isEqualTo("c");
        assertThatThrownBy(() -> graph.find("ab"))
                .isInstanceOfSatisfying(
                        RevisionException.class, e -> assertThat(e.ids()).containsExactly("ab12", "ab34"));
        assertThatThrownBy(() -> graph.find("ab13"))
                .isInstanceOfSatisfying(
                        RevisionException.class, e -> assertThat(e.ids()).contains("ab12"))
                .hasMessageContaining("Did you mean ab12");
        assertThatThrownBy(() -> graph.find("")).isInstanceOf(RevisionException.class);
    }

    @Test
    void findsNumbersWhateverZerosTheyBeginWith() {
        RevisionGraph graph = graph("0001", "0010 < 0001", "1000 < 0010", "010 < 1000 : net");
        assertThat(graph.find("1").id()).isEqualTo("0001");
        assertThat(graph.find("00001").id()).isEqualTo("0001");
        assertThat(graph.find("100").id()).isEqualTo("1000");
        assertThatThrownBy(() -> graph.find("10"))
                .isInstanceOfSatisfying(
                        RevisionException.class, e -> assertThat(e.ids()).containsExactly("0010", "010"))
                .hasMessageContaining("These ids are that number");
        assertThatThrownBy(() -> graph.find("HEAD")).hasMessageContaining("Did you mean head");
        assertThatThrownBy(() -> graph.find("haed")).hasMessageContaining("Did you mean head");
    }

    @Test
    void suggestsAllThatAreAsNear() {
        RevisionGraph graph = graph("0001", "0002 < 0001", "0003 < 0002", "0004 < 0003", "0005 < 0004");
        assertThatThrownBy(() -> graph.find("000x"))
                .hasMessageContaining("Did you mean 0001, 0002, 0003, 0004, 0005? ");
        List<String> many = new ArrayList<>(List.of("0001"));
        for (int i = 2; i < 100; i++) {
            many.add(String.format(Locale.ROOT, "%04d < %04d", i, i - 1));
        }
        assertThatThrownBy(() -> graph(many.toArray(String[]::new)).find("000x"))
                .hasMessageContaining("Did you mean 0001, 0002, 0003, 0004, 0005, 0006, 0007, 0008,"
                        + " or one of 1 more that are as near? ");
    }

    @Test
    void saysWhatStandsThereWhereStepsLeadTooFar() {
        RevisionGraph graph = graph("0001", "0002 < 0001", "0003a < 0002", "0003b < 0002");
        assertThatThrownBy(() -> graph.upgradePath(List.of("0002"), Target.parse("0002+9")))
                .hasMessageContaining(
                        "Only 2 steps are possible, through 0003a, 0003b, on ways that part and end at 0003a and 0003b.")
                .hasMessageContaining("Name the revision to go to, such as 0003a.");
        assertThatThrownBy(() -> graph.upgradePath(List.of("0002", "0003a"), Target.parse("+2")))
                .hasMessageContaining("Only 1 step is possible, through 0003b: the database stands at ")
                .hasMessageNotContaining("ways that part");
    }

    @Test
    void namesTheFilesOfTwins() {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(
                        RevisionInfo.of("1", List.of(), "x", java.time.Instant.EPOCH, "A", "dir/A.java"),
                        RevisionInfo.of("1", List.of(), "x", java.time.Instant.EPOCH, "B", "dir/B.java"))))
                .hasMessageContaining("dir/A.java")
                .hasMessageContaining("dir/B.java");
    }

    @Test
    void namesTheFileThatNamesAMissingParent() {
        assertThatThrownBy(() -> graph("0001", "0003 < 0002"))
                .hasMessageContaining("src/R0003.java")
                .hasMessageContaining("0002, which does not exist")
                .hasMessageContaining("--package")
                .hasMessageContaining("git log --all -S'0002'");
        assertThatThrownBy(() -> graph("0003 < $(reboot)")).hasMessageNotContaining("git log");
        assertThatThrownBy(() -> graph("0001", "0003 < 0001 | nothing")).hasMessageContaining("depends on nothing");
    }

    @Test
    void namesTheMembersOfACycle() {
        assertThatThrownBy(() -> graph("a", "b < a d", "c < b", "d < c", "e < d"))
                .isInstanceOfSatisfying(
                        RevisionException.class, e -> assertThat(e.ids()).containsExactlyInAnyOrder("b", "c", "d"));
        assertThatThrownBy(() -> graph("a < a")).hasMessageContaining("a needs a");
        assertThatThrownBy(() -> graph("a", "b < a | c", "c < b")).hasMessageContaining("cycle");
    }

    @Test
    void refusesATakenLabel() {
        assertThatThrownBy(() -> graph("a : x", "b < a : x")).hasMessageContaining("taken");
        assertThatThrownBy(() -> graph("a", "b < a : a")).hasMessageContaining("taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a-b", "a+1", "a@b", "a:b", "a b", "head", "base", "heads", "current", "a'; --", "../a", "a\u001b"
            })
    void refusesIdsThatTheCommandLineCannotName(String id) {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(revision(id, 0, List.of(), List.of(), List.of()))))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void aRowThatNoFileHoldsSaysHowToRecover() {
        assertThatThrownBy(() -> graph("0001").applied(List.of("0099")))
                .hasMessageContaining("0099")
                .hasMessageContaining("retort stamp REV --purge");
    }

    @Test
    void branchAndMergePoints() {
        RevisionGraph graph = graph("a", "b < a", "c < a", "m < b c");
        assertThat(graph.branchPoints()).extracting(RevisionInfo::id).containsExactly("a");
        assertThat(graph.mergePoints()).extracting(RevisionInfo::id).containsExactly("m");
        assertThat(graph.children("a")).extracting(RevisionInfo::id).containsExactly("b", "c");
        assertThat(graph.head().id()).isEqualTo("m");
        assertThat(graph.bases()).extracting(RevisionInfo::id).containsExactly("a");
    }

    @Test
    void anEmptyGraphHasNoHead() {
        RevisionGraph empty = RevisionGraph.of(List.of());
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.upgradePath(List.of(), Target.HEADS)).isEmpty();
        assertThatThrownBy(empty::head).hasMessageContaining("retort revision");
    }

    @Test
    void tenThousandRevisionsWithMerges() {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            List<String> parents = i == 0
                    ? List.of()
                    : i % 20 == 2
                            ? List.of("r" + (i - 1), "r" + (i - 2))
                            : i % 20 == 1 ? List.of("r" + (i - 1)) : List.of("r" + (i - 1));
            revisions.add(revision("r" + i, i, parents, List.of(), List.of()));
        }
        RevisionGraph graph = RevisionGraph.of(revisions);
        assertThat(graph.upgradePath(List.of(), Target.HEAD)).hasSize(10_000);
        assertThat(graph.downgradePath(List.of("r9999"), Target.BASE)).hasSize(10_000);
        assertThat(graph.downgradePath(List.of("r9999"), Target.id("r0"))).hasSize(9_999);
        assertThat(graph.upgradePath(List.of(), Target.parse("base+1"))).hasSize(1);
    }
}

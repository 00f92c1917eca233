package dev.retort.revision;

import static dev.retort.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RevisionException;
import dev.retort.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static final RevisionGraph LINE = graph("0001", "0002 < 0001", "0003 < 0002", "0004 < 0003");

    /** Two branches of one base, one of which depends on the other, and a merge. */
    private static final RevisionGraph BRANCHES =
            graph("a", "b1 < a : cart", "b2 < a : net", "c1 < b1", "c2 < b2 | c1", "m < c1 c2");

    private static final RevisionGraph DIAMOND = graph("a", "b < a", "c < a", "m < b c");

    private static final RevisionGraph TWO_HEADS = graph("a", "b1 < a : cart", "b2 < a : net");

    private static final RevisionGraph TWO_BASES = graph("a1 : cart", "b1 : net", "a2 < a1", "b2 < b1 | a2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "head",
                "heads",
                "base",
                "0001",
                "+1",
                "-12",
                "0001+2",
                "head-1",
                "cart@head",
                "cart@base",
                "net@+2",
                "a@-1"
            })
    void parsesAndPrints(String text) {
        assertThat(Target.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "+", "-", "1++2", "a:b", "a b", "+1+1", "a@b@c", "head\n", "+99999999"})
    void refusesWhatIsOutsideTheGrammar(String text) {
        assertThatThrownBy(() -> Target.parse(text)).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', head, 0001 0002 0003 0004",
        "'', +1, 0001",
        "'', base+2, 0001 0002",
        "0001, +2, 0002 0003",
        "0002, head-1, 0003",
        "0002, 0002+1, 0003",
        "0003, 0002, ''",
        "0004, head, ''",
        "0002, base, ''",
    })
    void upgradesALine(String row, String target, String path) {
        assertThat(up(LINE, row, target)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "0004, base, 0004 0003 0002 0001",
        "0004, -1, 0004",
        "0004, -4, 0004 0003 0002 0001",
        "0004, 0002, 0004 0003",
        "0004, 0003-1, 0004 0003",
        "0004, 0001+1, 0004 0003",
        "0004, head, ''",
        "'', base, ''",
        "0002, 0002-2, 0002 0001",
    })
    void downgradesALine(String row, String target, String path) {
        assertThat(down(LINE, row, target)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "'', cart@head, a b1 c1 b2 c2 m",
        "'', net@+1, a",
        "a, net@+1, b2",
        "b2, net@+1, b1 c1 c2",
        "a, cart@+2, b1 c1",
        "a, c2, b1 b2 c1 c2",
        "b1, c1, c1",
        "c1 c2, +1, m",
    })
    void upgradesBranches(String rows, String target, String path) {
        List<String> ids = rows.isEmpty() ? List.of() : List.of(rows.split(" "));
        assertThat(BRANCHES.upgradePath(ids, Target.parse(target)).stream().map(RevisionInfo::id))
                .containsExactlyInAnyOrder(path.split(" "));
    }

    @Test
    void downgradesBranches() {
        assertThat(down(BRANCHES, "m", "-1")).isEqualTo("m");
        assertThat(down(BRANCHES, "c2", "b2")).isEqualTo("c2");
        // What depends on a revision goes with it.
        assertThat(down(BRANCHES, "c2", "b1")).isEqualTo("c2 c1");
        assertThat(down(BRANCHES, "c2", "cart@-1")).isEqualTo("c2 c1");
        assertThat(down(TWO_HEADS, "b1 b2", "a")).isEqualTo("b2 b1");
        assertThat(down(TWO_HEADS, "b1 b2", "cart@-1")).isEqualTo("b1");
        assertThat(down(TWO_HEADS, "b1 b2", "cart@a")).isEqualTo("b1");
        assertThat(down(TWO_HEADS, "b1 b2", "cart@base")).isEqualTo("b2 b1 a");
        assertThat(down(TWO_BASES, "b2", "net@base")).isEqualTo("b2 b1");
        assertThat(down(TWO_BASES, "b2", "cart@base")).isEqualTo("b2 a2 a1");
        assertThat(down(TWO_BASES, "b2", "b2-2")).isEqualTo("b2 b1");
    }

    @Test
    void headsAreAllOfThem() {
        assertThat(up(TWO_HEADS, "", "heads")).isEqualTo("a b1 b2");
    }

    @Test
    void severalHeadsAreNamedWithTheCommandThatMergesThem() {
        assertThatThrownBy(() -> up(TWO_HEADS, "", "head")).isInstanceOfSatisfying(RevisionException.class, e -> {
            assertThat(e.ids()).containsExactly("b1", "b2");
            assertThat(e.cure()).contains("retort merge -m \"merge heads\" b1 b2");
            assertThat(e.reason()).contains("src/Rb1.java");
        });
    }

    @ParameterizedTest
    @CsvSource({"'', +5", "0002, +3", "0002, -3", "'', -1", "0002, 0001-2", "0002, base-1", "0001, 0004+1"})
    void refusesStepsBeyondAnEnd(String row, String target) {
        assertThatThrownBy(() -> LINE.resolve(Target.parse(target), rows(row)))
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("possible");
    }

    @Test
    void refusesTheWrongDirection() {
        assertThatThrownBy(() -> up(LINE, "0002", "-1")).hasMessageContaining("retort downgrade");
        assertThatThrownBy(() -> down(LINE, "0002", "+1")).hasMessageContaining("retort upgrade");
        assertThatThrownBy(() -> down(LINE, "0002", "0003")).hasMessageContaining("has not been applied");
        assertThatThrownBy(() -> down(LINE, "0002", "head")).hasMessageContaining("has not been applied");
    }

    @Test
    void stepsGoThroughMergesWhereTheyCanOnlyMeanOneThing() {
        // One needs the other, so only the other can go second.
        assertThat(down(BRANCHES, "m", "-2")).isEqualTo("m c2");
        assertThat(down(DIAMOND, "m", "-3")).isEqualTo("m c b");
        assertThat(down(DIAMOND, "m", "b@-2")).isEqualTo("m b");
        assertThat(down(DIAMOND, "m", "m-3")).isEqualTo("m c b");
        assertThat(up(DIAMOND, "a", "+2")).isEqualTo("b c");
        assertThat(up(DIAMOND, "", "a+3")).isEqualTo("a b c m");
        assertThat(up(DIAMOND, "", "c@m-1")).isEqualTo("a c");
        assertThat(up(DIAMOND, "c", "+2")).isEqualTo("b m");
        assertThat(between(DIAMOND, "m-1:m", "")).isEqualTo("b c m");
    }

    @Test
    void refusesAnAmbiguousWalk() {
        assertThatThrownBy(() -> up(TWO_HEADS, "a", "+1"))
                .isInstanceOfSatisfying(
                        RevisionException.class, e -> assertThat(e.ids()).containsExactly("b1", "b2"));
        assertThatThrownBy(() -> down(TWO_HEADS, "b1 b2", "-1")).hasMessageContaining("ambiguous");
        assertThatThrownBy(() -> down(DIAMOND, "m", "-2"))
                .isInstanceOfSatisfying(
                        RevisionException.class, e -> assertThat(e.ids()).containsExactly("b", "c"))
                .hasMessageContaining("as in b@-2");
        assertThatThrownBy(() -> up(TWO_HEADS, "", "cart@b2")).hasMessageContaining("not on the branch");
    }

    @Test
    void rangesHaveBothTheirEnds() {
        assertThat(between(LINE, "0002:0003", "")).isEqualTo("0002 0003");
        assertThat(between(LINE, ":0002", "")).isEqualTo("0001 0002");
        assertThat(between(LINE, "0003:", "")).isEqualTo("0003 0004");
        assertThat(between(LINE, "-1:current", "0003")).isEqualTo("0002 0003");
        assertThat(between(BRANCHES, "b1:m", "")).isEqualTo("b1 c1 m");
        assertThat(between(TWO_BASES, "net@base:net@head", "")).isEqualTo("b1 b2");
        assertThatThrownBy(() -> between(LINE, "0003:0001", "")).hasMessageContaining("not an ancestor");
    }

    private static String up(RevisionGraph graph, String rows, String target) {
        return ids(graph.upgradePath(rows(rows), Target.parse(target)));
    }

    private static String down(RevisionGraph graph, String rows, String target) {
        return ids(graph.downgradePath(rows(rows), Target.parse(target)));
    }

    private static String between(RevisionGraph graph, String range, String rows) {
        return ids(graph.between(TargetRange.parse(range), rows(rows)));
    }

    private static List<String> rows(String rows) {
        return rows.isEmpty() ? List.of() : List.of(rows.split(" "));
    }

    private static String ids(List<RevisionInfo> revisions) {
        return String.join(" ", revisions.stream().map(RevisionInfo::id).toList());
    }
}

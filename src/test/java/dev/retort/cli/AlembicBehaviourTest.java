package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.runtime.SqlSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Alembic's users type, state by state, and what they get here: the same where it is right, and never a silence. */
class AlembicBehaviourTest {

    private static final int DONE = 0;
    private static final int NO = 1;
    private static final int USAGE = 2;
    private static final int DATABASE = 3;

    @TempDir
    Path folder;

    private HandWritten project;

    private HandWritten line() {
        project = HandWritten.in(folder).revisions("aaaa", "bbbb < aaaa", "cccc < bbbb");
        return project;
    }

    private void at(String id) {
        assertThat(project.retort("upgrade " + id).code()).isZero();
    }

    private Ran expect(int code, String command, String... said) {
        Ran ran = project.retort(command);
        assertThat(ran.code()).as("%s: %s", command, ran.all()).isEqualTo(code);
        for (String words : said) {
            assertThat(ran.all()).as(command).contains(words);
        }
        assertThat(ran.all()).as(command).doesNotContain("Exception");
        return ran;
    }

    @Test
    void nothingAtAll() {
        project = HandWritten.in(folder);
        for (String command : new String[] {"current", "heads", "history", "branches"}) {
            assertThat(expect(DONE, command).out()).isEmpty();
        }
        expect(DONE, "upgrade head", "There are no revisions in db/shop/migrations", "Nothing to do");
        expect(DONE, "upgrade heads", "Nothing to do");
        expect(DONE, "downgrade base", "Nothing to do");
        expect(USAGE, "upgrade aaaa", "There are no revisions in ", "db/shop/migrations");
    }

    @Test
    void upward() {
        line();
        expect(DONE, "upgrade +1", "<base> -> aaaa");
        expect(DONE, "upgrade aaaa", "Nothing to do", "stands at aaaa");
        expect(DONE, "upgrade bbbb", "aaaa -> bbbb");
        expect(DONE, "upgrade bbb", "Nothing to do", "stands at bbbb");
        expect(USAGE, "upgrade zzzz", "no revision zzzz", "db/shop/migrations", "The head is cccc");
        expect(USAGE, "upgrade -1", "cannot go back", "retort downgrade -1");
        expect(USAGE, "upgrade +5", "+5 lies beyond the head", "Only 1 step is possible");
        at("head");
        expect(USAGE, "upgrade +1", "beyond the head", "Only 0 steps are possible");
        expect(DONE, "upgrade bbbb", "Nothing to do", "bbbb was applied before that", "retort downgrade bbbb");
        assertThat(project.current()).containsExactly("cccc");
    }

    @Test
    void downward() {
        line();
        expect(DONE, "downgrade base", "Nothing to do");
        expect(USAGE, "downgrade -1", "-1 lies before the base");
        at("cccc");
        expect(USAGE, "downgrade +1", "cannot go forward", "retort upgrade +1");
        expect(DONE, "downgrade cccc", "Nothing to do", "stands at cccc");
        expect(DONE, "downgrade -1", "cccc -> bbbb");
        expect(USAGE, "downgrade cccc", "has not been applied", "stands at bbbb", "retort upgrade cccc");
        expect(USAGE, "downgrade -5", "lies before the base", "Only 2 steps");
        expect(USAGE, "downgrade head", "cannot be downgraded to cccc");
        expect(DONE, "downgrade bbbb-1", "bbbb -> aaaa");
        assertThat(project.current()).containsExactly("aaaa");
    }

    @Test
    void stepsFromARevision() {
        line();
        expect(DONE, "upgrade aaaa+1", "<base> -> aaaa", "aaaa -> bbbb");
        expect(DONE, "upgrade base+1", "Nothing to do", "aaaa was applied before that");
        expect(DONE, "upgrade head-1", "Nothing to do", "stands at bbbb");
        assertThat(project.current()).containsExactly("bbbb");
    }

    @Test
    void rangesAndHistory() {
        line();
        at("bbbb");
        expect(USAGE, "upgrade aaaa:bbbb", "A range START:END goes with --sql");
        expect(USAGE, "downgrade bbbb --sql", "needs a start", "--sql START:END");
        expect(USAGE, "history -r aaaa", "no range", "START:END");
        expect(USAGE, "history -r cccc:aaaa", "cccc is not an ancestor of aaaa");
        assertThat(expect(DONE, "history -r -2:").out().lines()).hasSize(3);
        assertThat(expect(DONE, "history -r-1:current").out().lines())
                .containsExactly("aaaa -> bbbb, step bbbb", "<base> -> aaaa, step aaaa");
        assertThat(expect(DONE, "history -r current:").out().lines())
                .containsExactly("bbbb -> cccc (head), step cccc", "aaaa -> bbbb, step bbbb");
        assertThat(expect(DONE, "history -i").out().lines())
                .containsExactly(
                        "bbbb -> cccc (head) (pending), step cccc",
                        "aaaa -> bbbb (current), step bbbb",
                        "<base> -> aaaa, step aaaa");
    }

    @Test
    void stamps() {
        line();
        expect(USAGE, "stamp aaaa bbbb", "Revision aaaa is below bbbb", "retort stamp bbbb");
        assertThat(project.current()).isEmpty();
        expect(DONE, "stamp bbbb", "to bbbb");
        assertThat(project.current()).containsExactly("bbbb");
        assertThat(expect(DONE, "stamp --purge head --sql").out()).contains("BEGIN;", "'cccc'", "COMMIT;");
        expect(DONE, "stamp base", "to the base");
        expect(USAGE, "stamp zzzz", "no revision zzzz");
    }

    @Test
    void mergesThatJoinNothing() {
        line();
        expect(USAGE, "merge cccc bbbb", "bbbb is not a head", "--splice");
        expect(USAGE, "merge head", "nothing to merge");
        expect(USAGE, "merge", "nothing to merge", "there is one head");
        assertThat(project.folderOf()).isDirectoryNotContaining("glob:**Merge*");
    }

    @Test
    void twoHeads() {
        project = HandWritten.in(folder).revisions("a", "b1 < a : cart", "b2 < a : net");
        String merge = "retort merge -m \"merge heads\" b1 b2";
        expect(USAGE, "upgrade head", "several heads", "b1 (step b1)", "b2 (step b2)", merge);
        expect(USAGE, "revision -m x", "several heads", "b1 (step b1)", merge);
        at("cart@head");
        expect(DONE, "upgrade +1", "a -> b2");
        expect(USAGE, "upgrade cart@+1", "beyond the head");
        expect(DONE, "downgrade base");
        expect(DONE, "upgrade heads", "a -> b1", "a -> b2");
        expect(USAGE, "downgrade -1", "-1 is ambiguous", "b1, b2", "b1@-1");
        expect(DONE, "downgrade cart@-1", "b1 -> a");
        assertThat(project.current()).containsExactly("b2");
        at("heads");
        expect(DONE, "downgrade a", "b1 -> a", "b2 -> a");
        assertThat(project.current()).containsExactly("a");
    }

    @Test
    void branchesThatDependOnEachOther() {
        project = HandWritten.in(folder)
                .revisions("a", "b1 < a", "b2 < a : cart", "b3 < b2", "c1 : net | b1", "c2 < c1 | cart");
        expect(DONE, "upgrade net@head", "<base> -> a", "a -> b1", "a -> b2", "<base> -> c1", "c1 -> c2");
        assertThat(project.current()).containsExactly("c2");
        expect(NO, "current --check-heads", "Not at head", "retort upgrade heads");
        at("heads");
        // b1 is a head whose row is gone, as c1 needs it: applied nevertheless.
        assertThat(project.current()).containsExactly("b3", "c2");
        expect(DONE, "current --check-heads");
        assertThat(expect(DONE, "current --check-heads --format json").out()).contains("\"at_head\" : true");
        expect(DONE, "downgrade net@base", "c2 -> c1", "c1 -> <base>");
        assertThat(project.current()).containsExactly("b1", "b3");
        expect(DONE, "downgrade cart@base", "b1 -> a", "b3 -> b2", "b2 -> a", "a -> <base>");
        assertThat(project.current()).isEmpty();
    }

    @Test
    void backOverAMerge() {
        project = HandWritten.in(folder).revisions("a", "b1 < a", "b2 < a", "m < b1 b2");
        at("head");
        expect(DONE, "downgrade -1", "m -> b1, b2");
        assertThat(project.current()).containsExactly("b1", "b2");
        at("head");
        expect(USAGE, "downgrade -2", "-2 is ambiguous", "b1, b2");
        expect(DONE, "downgrade -3", "m -> b1, b2", "b1 -> a", "b2 -> a");
    }

    @Test
    void aDatabaseThatKnowsMore() throws Exception {
        line();
        at("bbbb");
        try (var session = dev.retort.runtime.SqlSession.open(project.database())) {
            session.execute("UPDATE retort_version SET revision = 'bbbx'");
        }
        for (String command :
                new String[] {"current", "upgrade head", "downgrade base", "downgrade -1", "stamp head"}) {
            expect(
                    USAGE,
                    command,
                    "stands at revision bbbx, which no file holds",
                    "db/shop/migrations",
                    "stamp REV --purge");
        }
        expect(DONE, "stamp --purge bbbb", "to bbbb");
        assertThat(project.current()).containsExactly("bbbb");
        at("head");
    }

    @Test
    void anUnknownParent() {
        project = HandWritten.in(folder).revisions("aaaa", "bbbb < aaab");
        for (String command : new String[] {"heads", "history", "upgrade head", "revision -m x"}) {
            expect(
                    USAGE,
                    command,
                    "bbbb revises aaab, which does not exist",
                    "Rbbbb.java",
                    "Did you mean aaaa?",
                    "git log");
        }
    }

    @Test
    void aRevisionThatTheServerRefuses() {
        line();
        project.revision("dddd", "revises = \"cccc\", message = \"wrong\"", "op.execute(\"SELECT 1/0\");", "");
        expect(
                DATABASE,
                "upgrade head",
                "upgrade of dddd (wrong) failed at Rdddd.java:12",
                "division by zero",
                "Rolled back: all of dddd. Kept: the upgrade of aaaa, bbbb, cccc.",
                "run it again: retort upgrade head");
        assertThat(project.current()).containsExactly("cccc");
    }

    @Test
    void anAppliedFileThatWasEdited() {
        line();
        at("head");
        String says = "revises = \"aaaa\", message = \"step bbbb\"";
        project.revision("bbbb", says, "op.createTable(\"t_bbbb\", integer(\"id\"));", "");
        for (String command : new String[] {"upgrade head", "upgrade head --plan", "current"}) {
            Ran ran = expect(
                    DONE,
                    command,
                    "warning: Revision bbbb (step bbbb) was edited after it was applied\n",
                    "  why: It was applied here on ",
                    "Rbbbb.java says now.\n",
                    "  fix: Put the file back, and write a new revision for the change: retort revision -m MESSAGE\n",
                    "take the files as they are: retort stamp cccc\n");
            assertThat(ran.all()).as(command).containsOnlyOnce("was edited");
        }
        project.revision("bbbb", says, "op.createTable(\"t_bbbb\", bigint(\"id\") ;", "");
        for (String command : new String[] {"upgrade head", "current"}) {
            expect(
                    DONE,
                    command,
                    "warning: Revision bbbb (step bbbb) was edited after it was applied, and does not compile any more\n",
                    "Rbbbb.java:12: ')'",
                    " expected\n       It was applied here on ",
                    "correct the file and take the files as they are: retort stamp cccc\n");
        }
        assertThat(project.retort("upgrade head -q").all()).isEmpty();
        assertThat(project.retort("downgrade aaaa --yes").code()).isEqualTo(USAGE);
        assertThat(project.current()).containsExactly("cccc");
    }

    @Test
    void whoDidItIsNamedWithTheRoleThatWasTaken() {
        line();
        String role = "owner_of_" + project.database().display().replaceFirst(".*/", "");
        try (SqlSession session = SqlSession.open(project.database())) {
            session.execute("CREATE ROLE " + role + "; GRANT CREATE ON SCHEMA public TO " + role);
            String user =
                    session.query("SELECT session_user::text AS name").get(0).string("name");
            assertThat(expect(DONE, "upgrade head").err()).contains(", as " + user + " (operating system user ");
            session.execute("DROP TABLE retort_version, retort_history, t_aaaa, t_bbbb, t_cccc");
            project.variables().put("PGOPTIONS", "-c role=" + role);
            String who = ", as " + user + " in the role " + role + " (operating system user ";
            assertThat(expect(DONE, "upgrade head").err()).contains(who);
            assertThat(expect(DONE, "stamp bbbb").out()).contains(who);
            session.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    @Test
    void noFileIsWrittenOver() throws Exception {
        project = HandWritten.in(folder);
        expect(DONE, "revision -m same --rev-id x");
        Path first = project.folderOf().resolve("Rx_Same.java");
        String text = java.nio.file.Files.readString(first);
        expect(USAGE, "revision -m same --rev-id x", "There is a revision x already", "Rx_Same.java");
        expect(DONE, "revision -m same --rev-id y --branch-label cart");
        expect(USAGE, "revision -m other --rev-id z --branch-label cart", "label cart is taken", "y (same)");
        expect(DONE, "heads", "y (cart) (head), same");
        assertThat(first).hasContent(text);
        assertThat(project.folderOf().toFile().list()).hasSize(2);

        project.write("db/shop/migrations/Copied.java", text.replace("Rx_Same", "Copied"));
        for (String command : new String[] {"heads", "history", "current"}) {
            expect(USAGE, command, "Two revisions have the id x", "Rx_Same.java", "Copied.java", "id = \"xb\"");
        }
    }

    @Test
    void whatGoesRoundInCircles() {
        project = HandWritten.in(folder).revisions("a < c", "b < a", "c < b");
        expect(USAGE, "heads", "form a cycle", "a needs c needs b needs a", "Ra.java");
        project.revisions("a < a", "b < a", "c < b");
        expect(USAGE, "current", "form a cycle", "a needs a");
    }
}

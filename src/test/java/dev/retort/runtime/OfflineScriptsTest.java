package dev.retort.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.database.Database;
import dev.retort.revision.Graphs;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What a script does to a database, run by psql, is what a run does: schema, rows, version, history and steps. */
class OfflineScriptsTest {

    private static final int GRAPHS = Integer.getInteger("random.graphs", 50);

    private static Database online;
    private static Database offline;

    @TempDir
    Path folder;

    @BeforeAll
    static void databases() {
        online = TestServer.fresh();
        offline = TestServer.fresh();
    }

    @AfterAll
    static void drop() {
        TestServer.drop(online);
        TestServer.drop(offline);
    }

    @Test
    void randomGraphs(TestReporter report) {
        boolean dumped = false;
        for (int seed = 1; seed <= GRAPHS; seed++) {
            Random random = new Random(seed);
            RandomRevisions revisions =
                    new RandomRevisions(Graphs.random(random, seed % 10 == 0 ? 6 : 1 + random.nextInt(2)), random);
            List<RevisionInfo> all = revisions.graph().all();
            String id = all.get(random.nextInt(all.size())).id();
            if (seed % 4 == 0) {
                both(revisions, Plan.upgradeTo(Target.id(id)), "seed " + seed + " up to " + id);
            }
            both(revisions, Plan.upgradeTo(Target.HEADS), "seed " + seed + " up to the heads");
            if (seed % 5 == 0) {
                DatabaseState.same(online, offline, "seed " + seed);
            }
            dumped = DatabaseState.sameDump(online, offline, "seed " + seed);
            if (seed % 4 == 1) {
                both(revisions, Plan.downgradeTo(Target.id(id)), "seed " + seed + " down to " + id);
            }
            both(revisions, Plan.downgradeTo(Target.BASE), "seed " + seed + " down to the base");
            assertThat(new Runs(offline, new RevisionFiles(folder)).relations()).isEmpty();
        }
        report.publishEntry("scripts run by", Psql.runner());
        report.publishEntry(
                "compared by",
                dumped ? "pg_dump and the catalog reader" : "the catalog reader: no pg_dump knows this server");
    }

    @Test
    void everyRevisionOfTheExample() {
        Path project = Path.of(System.getProperty("retort.project", "."));
        RevisionLoader example = new SourceRevisionLoader(
                project.resolve("generated"),
                "com.acme.shop.migrations",
                List.of(),
                folder,
                ToolProvider::getSystemJavaCompiler);
        List<RevisionInfo> all = example.graph().all();
        for (RevisionInfo revision : all) {
            both(example, Plan.upgradeTo(Target.id(revision.id())), "up to " + revision.id());
            DatabaseState.same(online, offline, "up to " + revision.id());
        }
        DatabaseState.sameDump(online, offline, "the head");
        Database whole = TestServer.fresh();
        Psql.run(
                whole,
                new ScriptWriter(example, RunSettings.DEFAULT)
                        .write(Plan.upgradeTo(Target.HEAD).plan(example.graph(), List.of()), List.of()));
        DatabaseState.same(online, whole, "in one script");
        TestServer.drop(whole);
        for (int i = all.size() - 2; i >= 0; i--) {
            both(
                    example,
                    Plan.downgradeTo(Target.id(all.get(i).id())),
                    "down to " + all.get(i).id());
            DatabaseState.same(online, offline, "down to " + all.get(i).id());
        }
        both(example, Plan.downgradeTo(Target.BASE), "down to the base");
        assertThat(new Runs(offline, new RevisionFiles(folder)).relations()).isEmpty();
    }

    @Test
    void stamps() {
        Random random = new Random(7);
        RandomRevisions revisions = new RandomRevisions(Graphs.random(random, 5), random);
        List<RevisionInfo> all = revisions.graph().all();
        SortedSet<String> rows = new TreeSet<>(List.of(all.get(all.size() - 1).id()));
        for (SortedSet<String> to :
                List.of(rows, new TreeSet<String>(List.of(all.get(0).id())), new TreeSet<String>())) {
            new Runner(online, revisions, RunSettings.DEFAULT, RunListener.SILENT, Runs.STILL).stamp(before -> to);
            Psql.run(offline, new ScriptWriter(revisions, RunSettings.DEFAULT).stamp(null, to));
            DatabaseState.same(online, offline, "stamped " + to);
        }
    }

    /** Runs a plan on the one database, and its script on the other. */
    private static void both(RevisionLoader revisions, Plan.Planner planner, String what) {
        SortedSet<String> rows = new VersionTable("public").read(online);
        Plan plan;
        try {
            plan = planner.plan(revisions.graph(), rows);
        } catch (dev.retort.RevisionException notApplied) {
            return;
        }
        new Runner(online, revisions, RunSettings.DEFAULT, RunListener.SILENT, Runs.STILL).run(planner);
        String script = new ScriptWriter(revisions, RunSettings.DEFAULT).write(plan, rows);
        if (!plan.isEmpty()) {
            Psql.run(offline, script);
        }
        assertThat(DatabaseState.rows(offline)).as(what).isEqualTo(DatabaseState.rows(online));
    }
}

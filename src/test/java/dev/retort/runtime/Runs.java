package dev.retort.runtime;

import dev.retort.database.Database;
import dev.retort.revision.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs revisions on a database and looks at what came of it, for tests; pauses do not sleep. */
final class Runs {

    static final Surroundings STILL = new Surroundings(
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            duration -> {},
            new Random(1),
            "tester@here");

    private final Database database;
    private final RevisionFiles files;
    private RunSettings settings = RunSettings.DEFAULT;
    private Surroundings surroundings = STILL;

    Runs(Database database, RevisionFiles files) {
        this.database = database;
        this.files = files;
    }

    Runs with(RunSettings other) {
        settings = other;
        return this;
    }

    Runs with(Surroundings other) {
        surroundings = other;
        return this;
    }

    Runner runner(RunListener listener) {
        return new Runner(database, files.loader(), settings, listener, surroundings);
    }

    RunResult upgrade(String target) {
        return runner(RunListener.SILENT).run(Plan.upgradeTo(Target.parse(target)));
    }

    RunResult downgrade(String target) {
        return runner(RunListener.SILENT).run(Plan.downgradeTo(Target.parse(target)));
    }

    void stamp(String... rows) {
        runner(RunListener.SILENT).stamp(before -> new TreeSet<>(Arrays.asList(rows)));
    }

    SortedSet<String> rows() {
        return new VersionTable("public").read(database);
    }

    List<StepTable.StepRow> steps() {
        return new StepTable("public").read(database);
    }

    List<String> relations() {
        return column(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1");
    }

    List<String> columns(String table) {
        return column(
                "SELECT column_name FROM information_schema.columns WHERE table_name = '" + table + "' ORDER BY 1");
    }

    String name() {
        return column("SELECT quote_ident(current_database())").get(0);
    }

    List<String> column(String sql) {
        try (SqlSession session = SqlSession.open(database)) {
            return session.query(sql).stream()
                    .map(row -> String.valueOf(row.values().values().iterator().next()))
                    .toList();
        }
    }

    void execute(String... sql) {
        try (SqlSession session = SqlSession.open(database)) {
            Arrays.stream(sql).forEach(session::execute);
        }
    }
}

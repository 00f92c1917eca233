package dev.retort.command.run;

import dev.retort.database.Database;
import dev.retort.runtime.Plan;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunResult;
import dev.retort.runtime.RunSettings;
import dev.retort.runtime.Runner;
import dev.retort.runtime.Standing;
import dev.retort.runtime.Surroundings;
import dev.retort.runtime.VersionTable;
import java.util.SortedSet;

/** Runs revisions, and reads where a database stands. */
public final class Runs {

    private final RevisionLoader loader;

    /** Runs the revisions of a loader. */
    public Runs(RevisionLoader loader) {
        this.loader = loader;
    }

    /** Where a database stands. */
    public static Standing standing(Database database) {
        return Standing.of(database, RunSettings.DEFAULT.versionNamespace());
    }

    /** The rows of a database's version table; none where there is no table. */
    public static SortedSet<String> rows(Database database) {
        return new VersionTable(RunSettings.DEFAULT.versionNamespace()).read(database);
    }

    /** Runs what a planner plans. */
    public RunResult run(
            Database database,
            Plan.Planner planner,
            RunSettings settings,
            RunListener listener,
            Surroundings surroundings) {
        return new Runner(database, loader, settings, listener, surroundings).run(planner);
    }

    /** Runs what a planner plans on a throw-away database, in silence. */
    public RunResult run(Database database, Plan.Planner planner) {
        return run(database, planner, RunListener.SILENT);
    }

    /** Runs what a planner plans on a throw-away database, where somebody listens. */
    public RunResult run(Database database, Plan.Planner planner, RunListener listener) {
        return run(database, planner, RunSettings.ofScratch(), listener, Surroundings.ofMachine());
    }
}

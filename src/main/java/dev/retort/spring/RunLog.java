package dev.retort.spring;

import dev.retort.runtime.Edited;
import dev.retort.runtime.Plan;
import dev.retort.runtime.Plan.PlannedRevision;
import dev.retort.runtime.Retort;
import dev.retort.runtime.RunListener;
import dev.retort.runtime.RunResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Writes what a run does to the application's log. */
final class RunLog implements RunListener {

    /** Under the name of what runs the revisions, whoever writes. */
    static final Logger LOG = System.getLogger(Retort.class.getName());

    @Override
    public void waiting(String holder) {
        log(Level.INFO, "waiting for another run: " + holder);
    }

    @Override
    public void edited(List<Edited> revisions) {
        revisions.forEach(edited -> log(Level.WARNING, edited.story()));
    }

    @Override
    public void planned(Plan plan) {
        int revisions = plan.steps().size();
        if (revisions > 0) {
            log(Level.INFO, revisions + (revisions == 1 ? " revision" : " revisions") + " to run");
        }
    }

    @Override
    public void running(PlannedRevision revision, int step, String sql) {
        log(Level.DEBUG, revision.revision().id() + ": " + sql);
    }

    @Override
    public void blocked(PlannedRevision revision, String who) {
        log(Level.WARNING, revision.revision().id() + " waits for:" + who);
    }

    @Override
    public void batch(PlannedRevision revision, String progress) {
        log(Level.INFO, revision.revision().id() + ": " + progress);
    }

    @Override
    public void retrying(PlannedRevision revision, int step, String why, Duration pause) {
        log(Level.WARNING, "trying " + revision.revision().id() + " again in " + pause.toMillis() + " ms: " + why);
    }

    @Override
    public void finished(RunResult.Ran ran) {
        log(Level.INFO, ran.revision() + " in " + ran.took().toMillis() + " ms");
    }

    private void log(Level level, String text) {
        if (LOG.isLoggable(level)) {
            LOG.log(level, LogText.line(text));
        }
    }
}

package dev.retort.spring;

import dev.retort.RetortException;
import dev.retort.runtime.DeployPhase;
import dev.retort.runtime.Retort;
import dev.retort.runtime.RunResult;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;

/** Brings the database up while the application starts; what uses the database depends on this bean. */
public final class UpgradeAtStart implements InitializingBean {

    private final Retort retort;
    private final String target;
    private final @Nullable DeployPhase phase;
    private @Nullable RunResult result;

    UpgradeAtStart(Retort retort, String target, @Nullable DeployPhase phase) {
        this.retort = retort;
        this.target = target;
        this.phase = phase;
    }

    /**
     * Runs the revisions.
     *
     * @throws RetortException if that fails, and so ends the start
     */
    @Override
    public void afterPropertiesSet() {
        RunResult done = phase == null ? retort.upgrade(target) : retort.upgrade(target, phase);
        String rows = done.after().isEmpty() ? "the base" : String.join(", ", done.after());
        RunLog.LOG.log(
                Level.INFO, (done.ran().isEmpty() ? "nothing to run, " : "") + "the database stands at {0}", rows);
        result = done;
    }

    /** What ran; nothing where the database stood at the target. */
    public RunResult result() {
        return Objects.requireNonNull(result, "the revisions have not run yet");
    }
}

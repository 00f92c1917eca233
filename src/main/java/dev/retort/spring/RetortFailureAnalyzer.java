package dev.retort.spring;

import dev.retort.RetortException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows the three parts of an error that ended the start: what failed and why as the description, the cure as the action. Where that is to run an upgrade,
 * the next start is one.
 */
final class RetortFailureAnalyzer extends AbstractFailureAnalyzer<RetortException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RetortException cause) {
        String failure = LogText.lines(cause.failure()) + ":\n\n" + LogText.lines(cause.reason());
        return new FailureAnalysis(failure, action(cause.cure()), cause);
    }

    private static @Nullable String action(String cure) {
        String next =
                cure.contains("retort upgrade") ? "\nStarting the application again runs the upgrade as well." : "";
        return cure.isEmpty() ? null : LogText.lines(cure + next);
    }
}

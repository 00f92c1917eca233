package dev.retort.spring;

import dev.retort.RetortException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the three parts of an error that ended the start: what failed and why as the description, the cure as the action. */
final class RetortFailureAnalyzer extends AbstractFailureAnalyzer<RetortException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RetortException cause) {
        String failure = LogText.lines(cause.failure()) + ":\n\n" + LogText.lines(cause.reason());
        return new FailureAnalysis(failure, action(cause.cure()), cause);
    }

    private static @Nullable String action(String cure) {
        return cure.isEmpty() ? null : LogText.lines(cure);
    }
}

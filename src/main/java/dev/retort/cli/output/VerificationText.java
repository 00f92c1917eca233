package dev.retort.cli.output;

import dev.retort.command.verify.Verification;

/** A verification for people: a line a step. */
public final class VerificationText {

    private VerificationText() {}

    /** Prints the steps and the sum of them. */
    public static void print(Verification verification, Terminal terminal) {
        for (Verification.Step step : verification.steps()) {
            Ink ink =
                    switch (step.outcome()) {
                        case PASSED -> Ink.GOOD;
                        case FAILED -> Ink.ERROR;
                        case SKIPPED -> Ink.WARNING;
                    };
            if (step.outcome() != Verification.Outcome.FAILED && terminal.quiet()) {
                continue;
            }
            terminal.line(
                    new Part(ink, String.format("%-8s", word(step))),
                    new Part(Ink.REVISION, step.name()),
                    Part.plain(step.what().isEmpty() ? "" : "  " + step.what()),
                    new Part(Ink.FAINT, "  " + Times.taken(step.took())));
            step.detail().forEach(line -> terminal.line("          " + line));
        }
        String sum = verification.passed() ? "Verified" : "Not verified";
        terminal.remark(
                new Part(verification.passed() ? Ink.GOOD : Ink.ERROR, sum),
                Part.plain(" on " + verification.server() + " in " + Times.taken(verification.took()) + "."));
    }

    static String word(Verification.Step step) {
        return switch (step.outcome()) {
            case PASSED -> "ok";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
        };
    }
}

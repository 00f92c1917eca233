package dev.retort.cli.output;

import dev.retort.command.proof.ProofFailure;
import dev.retort.command.proof.ProofResult;

/** A proof for people: what was proved and in how long, or exactly what failed. */
public final class ProofText {

    private ProofText() {}

    /** Prints the result of a proof. */
    public static void print(ProofResult result, Terminal terminal) {
        String seconds = Times.taken(result.took());
        result.notes().forEach(note -> terminal.remark(new Part(Ink.FAINT, "note "), Part.plain(note)));
        ProofFailure failure = result.failure();
        if (failure == null) {
            terminal.did(
                    new Part(Ink.GOOD, "proved "),
                    Part.plain("in " + seconds + " on " + result.server() + ": " + String.join("; ", result.proved())
                            + "."));
            return;
        }
        terminal.line(
                new Part(Ink.ERROR, "proof failed "),
                Part.plain("at \"" + failure.step().words() + "\" after " + seconds + " on " + result.server() + ":"));
        failure.reason().lines().forEach(line -> terminal.line("  " + line));
        if (failure.statement() != null && !failure.quotes()) {
            terminal.line("  statement: " + failure.statement());
        }
        failure.differences().forEach(difference -> terminal.line("  - " + difference));
        if (!result.proved().isEmpty()) {
            terminal.line("  Proved before that: " + String.join("; ", result.proved()) + ".");
        }
    }
}

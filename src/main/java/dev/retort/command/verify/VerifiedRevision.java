package dev.retort.command.verify;

import dev.retort.command.OpenErrors;
import dev.retort.command.proof.ProofFailure;
import dev.retort.command.proof.ProofResult;
import dev.retort.command.proof.ProofStep;
import dev.retort.command.verify.Verification.Outcome;
import dev.retort.operation.ErrorRules;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;

/** What the proof of a revision and the warnings in its file come to. */
final class VerifiedRevision {

    private VerifiedRevision() {}

    static Answer answer(RevisionInfo revision, ProofResult proof, List<Warning> stale) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = Outcome.PASSED;
        ProofFailure failure = proof.failure();
        if (failure != null) {
            outcome = failed(revision, failure, lines);
        } else if (!proof.steps().containsKey(ProofStep.COMPARE_BEFORE)) {
            outcome = Outcome.SKIPPED;
        }
        for (String rule : OpenErrors.of(revision)) {
            if (rule.equals(ErrorRules.PROOF_FAILED)) {
                if (failure == null) {
                    lines.add("the proof holds now: take \"proof-failed\" out of the @Warning of the file");
                    outcome = Outcome.FAILED;
                }
            } else {
                lines.add("carries the error " + rule + ", and nobody has acknowledged it: " + OpenErrors.cure(rule));
                outcome = Outcome.FAILED;
            }
        }
        stale.forEach(warning -> lines.add(warning.message() + ": " + warning.cure()));
        lines.addAll(proof.notes());
        return new Answer(outcome, lines);
    }

    /** A proof that fails is a failure, unless somebody has said in the file why it may. */
    private static Outcome failed(RevisionInfo revision, ProofFailure failure, List<String> lines) {
        lines.addAll(failure.lines());
        if (revision.acknowledged().contains(ErrorRules.PROOF_FAILED)) {
            lines.add("the file says why this is fine");
            return Outcome.SKIPPED;
        }
        return Outcome.FAILED;
    }
}

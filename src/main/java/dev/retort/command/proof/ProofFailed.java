package dev.retort.command.proof;

/** Ends a trial at the step that failed. */
final class ProofFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProofFailure failure;

    ProofFailed(ProofFailure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    ProofFailure failure() {
        return failure;
    }
}

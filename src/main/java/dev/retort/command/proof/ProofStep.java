package dev.retort.command.proof;

/** The steps of a proof, in order. */
public enum ProofStep {
    REPLAY("replay the history"),
    SEED("fill the tables"),
    UPGRADE("upgrade"),
    COMPARE_MODEL("compare with the model"),
    DOWNGRADE("downgrade"),
    COMPARE_BEFORE("compare with before"),
    UPGRADE_AGAIN("upgrade again"),
    COMPARE_AGAIN("compare with the first upgrade"),
    ROWS("compare the rows");

    private final String words;

    ProofStep(String words) {
        this.words = words;
    }

    /** The step in words. */
    public String words() {
        return words;
    }
}

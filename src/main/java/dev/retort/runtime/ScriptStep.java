package dev.retort.runtime;

import java.util.ArrayList;
import java.util.List;

/** One step of a script: a transaction, or a statement outside. */
final class ScriptStep {

    private final boolean transactional;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    ScriptStep(boolean transactional) {
        this.transactional = transactional;
    }

    /**
     * Adds a statement.
     *
     * @param line as the script has it
     * @param sql as a run would note it
     */
    void add(String line, String sql) {
        lines.add(line);
        said.append(sql).append('\u0000');
    }

    boolean transactional() {
        return transactional;
    }

    List<String> lines() {
        return lines;
    }

    /** What a run would note of it in the step table, so that it can go on where a script failed. */
    String hash() {
        return StepTable.hash(said.toString());
    }
}

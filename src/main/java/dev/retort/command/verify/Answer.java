package dev.retort.command.verify;

import dev.retort.command.verify.Verification.Outcome;
import java.util.List;

/**
 * How something that was tried went.
 *
 * @param detail what is wrong or worth knowing, a line each
 */
record Answer(Outcome outcome, List<String> detail) {

    static Answer passed() {
        return new Answer(Outcome.PASSED, List.of());
    }

    static Answer failed(List<String> detail) {
        return new Answer(Outcome.FAILED, detail);
    }
}

package dev.retort.cli;

import dev.retort.cli.output.Activity;
import dev.retort.cli.output.VerificationJson;
import dev.retort.cli.output.VerificationJunit;
import dev.retort.cli.output.VerificationText;
import dev.retort.command.EmptyHistory;
import dev.retort.command.Workspace;
import dev.retort.command.verify.Verification;
import dev.retort.command.verify.Verify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retort verify}. */
@Command(
        name = "verify",
        description = {
            "Proves the whole history on the scratch server. There is one head; each upgrade followed by its downgrade restores",
            "the schema; base, head, base and head follow each other; at head the schema equals the model. Exits with 1 when",
            "something fails; -q prints that alone."
        },
        abbreviateSynopsis = true)
final class VerifyCommand extends WorkspaceCommand {

    /** How the result is shown. */
    enum Format {
        TEXT,
        JSON,
        JUNIT
    }

    @Option(names = "--format", paramLabel = "text|json|junit", description = "How the steps are shown; default: text.")
    private Format format = Format.TEXT;

    @Override
    int run(Workspace workspace) {
        EmptyHistory.refuse(workspace);
        Verification verification;
        try (Activity activity = activity()) {
            activity.begins("starting the scratch server");
            verification = new Verify(workspace, activity::begins).run();
        }
        switch (format) {
            case TEXT -> VerificationText.print(verification, terminal());
            case JSON -> terminal().document(VerificationJson.of(verification));
            case JUNIT -> terminal().document(VerificationJunit.of(verification));
        }
        return verification.passed() ? DONE : NO;
    }
}

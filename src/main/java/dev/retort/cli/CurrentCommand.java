package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.command.Workspace;
import dev.retort.command.history.Current;
import dev.retort.runtime.SyncTable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retort current}. */
@Command(name = "current", description = "Shows where the database stands.", abbreviateSynopsis = true)
final class CurrentCommand extends WorkspaceCommand {

    @Option(names = "--check-heads", description = "Exit with 1 unless everything that there is has been applied.")
    private boolean checkHeads;

    @Mixin
    private TextOrJson format = new TextOrJson();

    @Override
    int run(Workspace workspace) {
        if (workspace.config().hasTenants()) {
            int code = new TenantPlaces(retort(), workspace).run(format.json(), checkHeads);
            if (workspace.revisions().graph().isEmpty()) {
                noRevisions(workspace);
            }
            return code;
        }
        Current.Result result = new Current(workspace).run();
        if (format.json()) {
            terminal().document(json().of(result, retort()::typed));
        } else {
            text(result);
        }
        if (!result.unknown().isEmpty()) {
            result.graph().applied(result.unknown());
        }
        if (checkHeads && !result.complete()) {
            terminal()
                    .remark("Not at head. Run: "
                            + retort().typed("retort upgrade "
                                    + (result.graph().heads().size() > 1 ? "heads" : "head")));
            return NO;
        }
        return DONE;
    }

    private void text(Current.Result result) {
        terminal().detail("database " + result.database());
        EntryPrinter printer = printer();
        printer.all(result.applied(), terminal().verbose());
        result.unknown().forEach(id -> terminal().line(id + " (no file has this id)"));
        if (result.applied().isEmpty() && result.unknown().isEmpty()) {
            terminal().remark("No revision is applied to " + result.database() + ".");
        }
        result.halfDone().forEach(left -> tell(left, result.graph()));
        if (!result.synced().isEmpty()) {
            terminal()
                    .remark(
                            new Part(Ink.WARNING, "synced "),
                            Part.plain("ahead of its revisions: "
                                    + result.synced().stream()
                                            .map(SyncTable.Made::summary)
                                            .collect(Collectors.joining(", "))));
        }
        result.edited().forEach(edited -> retort().errors().warn(edited.what(), edited.why(), edited.cure()));
    }
}

package dev.retort.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** All commands, in the order of the help. */
final class Subcommands {

    private static final Map<String, Supplier<Subcommand>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("init", InitCommand::new);
        ALL.put("revision", RevisionCommand::new);
        ALL.put("upgrade", UpgradeCommand::new);
        ALL.put("downgrade", DowngradeCommand::new);
        ALL.put("current", CurrentCommand::new);
        ALL.put("history", HistoryCommand::new);
        ALL.put("heads", HeadsCommand::new);
        ALL.put("branches", BranchesCommand::new);
        ALL.put("show", ShowCommand::new);
        ALL.put("merge", MergeCommand::new);
        ALL.put("stamp", StampCommand::new);
        ALL.put("check", CheckCommand::new);
        ALL.put("diff", DiffCommand::new);
        ALL.put("drift", DriftCommand::new);
        ALL.put("verify", VerifyCommand::new);
        ALL.put("sync", SyncCommand::new);
        ALL.put("completion", CompletionCommand::new);
    }

    private Subcommands() {}

    /** Their names. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * Gives a command line the subcommands that these arguments can mean: those that they name, or all where they name none, as
     * help and errors then do; to say the version takes none. A
     * command costs its options' reflection, which is most of a short run.
     */
    static void add(CommandLine line, String[] args) {
        List<String> given = Arrays.asList(args);
        boolean some =
                given.equals(List.of("--version")) || ALL.keySet().stream().anyMatch(given::contains);
        ALL.forEach((name, command) -> {
            if (!some || given.contains(name)) {
                line.addSubcommand(name, command.get());
            }
        });
    }
}

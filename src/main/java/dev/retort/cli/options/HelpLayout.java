package dev.retort.cli.options;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help shows a command's own options first, and those of every command under a heading of their own. */
public final class HelpLayout {

    private HelpLayout() {}

    /** Lays out the help of a command and of all its subcommands. */
    public static void apply(CommandLine command) {
        command.setUsageHelpLongOptionsMaxWidth(30);
        command.setUsageHelpWidth(110);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
        command.getSubcommands().values().forEach(HelpLayout::apply);
    }

    private static String options(Help help) {
        List<OptionSpec> all = help.commandSpec().options();
        boolean root = help.commandSpec().parent() == null;
        List<OptionSpec> own =
                all.stream().filter(option -> !root && !option.inherited()).toList();
        List<OptionSpec> shared =
                all.stream().filter(option -> root || option.inherited()).toList();
        return section(help, "Options:", own) + section(help, "Options of every command:", shared);
    }

    private static String section(Help help, String heading, List<OptionSpec> options) {
        return options.isEmpty()
                ? ""
                : System.lineSeparator() + heading + System.lineSeparator() + help.optionListExcludingGroups(options);
    }
}

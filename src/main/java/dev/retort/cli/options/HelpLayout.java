package dev.retort.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help shows a command's own options first, and those of every command in groups; nothing is cut, and lines break between words alone. */
public final class HelpLayout {

    private static final int NARROWEST = 60;
    private static final int WIDEST = 120;

    /** The options of every command by what they are about; one that is in no group is shown with the output's. */
    private static final Map<String, Set<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Project", Set.of("--config", "--env", "--revisions", "--package"));
        GROUPS.put("Database", Set.of("--url", "--user", "--scratch"));
        GROUPS.put("Entities", Set.of("--classpath", "--entities", "--hibernate", "--hibernate-properties"));
        GROUPS.put(
                "Comparison", Set.of("--schemas", "--include", "--exclude", "--exclude-kinds", "--accept", "--naming"));
        GROUPS.put(
                "Tenants",
                Set.of(
                        "--schema-per-tenant",
                        "--tenants-query",
                        "--tenants-file",
                        "--tenant",
                        "--tenants-shared",
                        "--jobs"));
        GROUPS.put("Output", Set.of());
    }

    private final HelpColumns columns;

    private HelpLayout(HelpColumns columns) {
        this.columns = columns;
    }

    /**
     * Lays out the help of a command and of all its subcommands.
     *
     * @param width how many characters a line has
     */
    public static void apply(CommandLine command, int width) {
        int within = Math.max(NARROWEST, Math.min(WIDEST, width));
        new HelpLayout(new HelpColumns(within)).lay(command);
    }

    private void lay(CommandLine command) {
        Map<String, CommandLine.IHelpSectionRenderer> sections = command.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_DESCRIPTION, this::description);
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING, help -> "");
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, this::parameters);
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, this::options);
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::commands);
        sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, this::footer);
        if (command.getParent() == null) {
            List<String> keys = new ArrayList<>(command.getHelpSectionKeys());
            keys.removeAll(List.of(
                    UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, UsageMessageSpec.SECTION_KEY_COMMAND_LIST));
            keys.addAll(
                    keys.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING),
                    List.of(
                            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
                            UsageMessageSpec.SECTION_KEY_COMMAND_LIST));
            command.setHelpSectionKeys(keys);
        }
        command.getSubcommands().values().forEach(this::lay);
    }

    private String description(Help help) {
        return columns.paragraphs(help.commandSpec().usageMessage().description());
    }

    private String footer(Help help) {
        return columns.paragraphs(help.commandSpec().usageMessage().footer());
    }

    private String parameters(Help help) {
        List<PositionalParamSpec> parameters = help.commandSpec().positionalParameters();
        return parameters.isEmpty()
                ? ""
                : "\n"
                        + parameters.stream()
                                .map(parameter -> columns.row(parameter.paramLabel(), parameter.description()))
                                .collect(Collectors.joining());
    }

    /** The summary is the first sentence of what a command says of itself. */
    private String commands(Help help) {
        return help.commandSpec().subcommands().entrySet().stream()
                .map(entry -> columns.row(
                        entry.getKey(),
                        summary(entry.getValue().getCommandSpec().usageMessage().description())))
                .collect(Collectors.joining());
    }

    private static String summary(String... description) {
        String all = String.join(" ", description);
        int end = all.indexOf(". ");
        return end < 0 ? all : all.substring(0, end + 1);
    }

    private String options(Help help) {
        List<OptionSpec> all = help.commandSpec().options();
        boolean root = help.commandSpec().parent() == null;
        List<OptionSpec> own =
                all.stream().filter(option -> !root && !option.inherited()).toList();
        StringBuilder text = new StringBuilder();
        if (!own.isEmpty()) {
            text.append("\nOptions:\n").append(rows(own));
        }
        text.append("\nOptions of every command:\n");
        for (Map.Entry<String, Set<String>> group : GROUPS.entrySet()) {
            List<OptionSpec> members = all.stream()
                    .filter(option ->
                            (root || option.inherited()) && group.getKey().equals(groupOf(option)))
                    .toList();
            text.append("\n ").append(group.getKey()).append('\n').append(rows(members));
        }
        return text.toString();
    }

    private static String groupOf(OptionSpec option) {
        return GROUPS.entrySet().stream()
                .filter(group -> group.getValue().contains(option.longestName()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Output");
    }

    private String rows(List<OptionSpec> options) {
        return options.stream()
                .map(option -> columns.row(label(option), option.description()))
                .collect(Collectors.joining());
    }

    /** {@code -e, --env NAME}; what has no short name stands below the long ones. */
    private static String label(OptionSpec option) {
        String names = String.join(", ", option.names());
        String indent = option.shortestName().startsWith("--") ? "    " : "";
        boolean takesValue = option.arity().max() > 0;
        return indent + names + (takesValue ? " " + option.paramLabel() : "");
    }
}

package dev.retort.cli.options;

import dev.retort.database.ShellWord;
import dev.retort.database.ShownUrl;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the commands that messages name ones to type as they are: with the program as it was called, and with the options that choose project, environment and
 * database as they were given. The rooms below say {@code retort upgrade head} and need to know nothing of either.
 */
public final class CommandEcho {

    /** These read the model or make a throw-away database; the others need none of the options that say how. */
    private static final Set<String> OF_THE_MODEL = Set.of("revision", "check", "diff", "drift", "sync", "verify");

    /** These work on many schemas or databases where the options name such. */
    private static final Set<String> OF_TENANTS = Set.of("upgrade", "downgrade", "current", "stamp");

    /** This one makes what the options choose. */
    private static final String INIT = "init";

    private final GlobalOptions options;
    private final String program;
    private final Pattern commands;
    private final List<String> tenants;
    private final Set<String> ofTenants;

    /**
     * The echo of a command line.
     *
     * @param program what was typed to call Retort, not quoted
     * @param commands the names of all subcommands
     */
    public CommandEcho(GlobalOptions options, String program, Collection<String> commands) {
        this(
                options,
                program,
                Pattern.compile("(?<![\\w./-])retort ("
                        + commands.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                        + "|--help)(?![\\w-])([^\\n]*)"),
                List.of(),
                Set.of());
    }

    private CommandEcho(
            GlobalOptions options, String program, Pattern commands, List<String> tenants, Set<String> ofTenants) {
        this.options = options;
        this.program = program;
        this.commands = commands;
        this.tenants = tenants;
        this.ofTenants = ofTenants;
    }

    /**
     * The echo for what is said of some tenants alone: a command that would take others along names these.
     *
     * @param names the tenants
     * @param alone the commands that are for them and for no other
     */
    public CommandEcho ofTenants(Collection<String> names, Collection<String> alone) {
        return new CommandEcho(options, program, commands, List.copyOf(names), Set.copyOf(alone));
    }

    /** The text with every command in it as it is to be typed; a password is never among the options. */
    public String complete(String text) {
        StringBuilder completed = new StringBuilder();
        boolean withoutPassword = false;
        for (String line : text.split("\n", -1)) {
            completed.append(completed.isEmpty() ? "" : "\n");
            Matcher found = commands.matcher(line);
            int from = 0;
            while (found.find(from)) {
                completed.append(line, from, found.start()).append(ShellWord.quoted(program));
                for (String[] option : given(found.group(1), found.group(2))) {
                    completed.append(' ').append(option[0]).append(' ').append(ShellWord.quoted(option[1]));
                    withoutPassword |= option[0].equals("--url") && hidesSomething();
                }
                completed.append(' ').append(found.group(1));
                from = found.end(1);
            }
            completed.append(line, from, line.length());
        }
        return completed
                + (withoutPassword
                        ? "\nThe URL stands there without its password: put that into RETORT_PASSWORD."
                        : "");
    }

    private boolean hidesSomething() {
        return options.url != null && !ShownUrl.of(options.url).complete();
    }

    /** The options that a command needs and does not show itself. */
    private List<String[]> given(String command, String rest) {
        if (command.equals(INIT) || command.equals("--help") || rest.contains("--help")) {
            return List.of();
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "-c", options.config);
        put(all, "-e", options.env);
        put(all, "--url", options.url == null ? null : ShownUrl.of(options.url).text());
        put(all, "--user", options.user);
        put(all, "--revisions", options.revisions);
        put(all, "--package", options.packageName);
        put(all, "--classpath", options.classpath);
        if (OF_TENANTS.contains(command)) {
            options.tenants.given().forEach((key, value) -> put(all, "--" + key.word(), value));
            // Where they stand is a question about all of them, and the way to see how one is spelt.
            List<String> given = command.equals("current") ? List.of() : options.tenants.names();
            all.put("--tenant", ofTenants.contains(command) ? tenants : given);
        }
        if (OF_THE_MODEL.contains(command)) {
            all.put("--entities", options.entities);
            all.put(
                    "--hibernate",
                    options.hibernate.entrySet().stream().map(CommandEcho::pair).toList());
            put(all, "--hibernate-properties", options.hibernateProperties);
            put(all, "--scratch", options.scratch == null ? null : scratch(options.scratch));
            put(all, "--schemas", options.schemas);
            all.put("--exclude", options.exclude);
            all.put("--include", options.include);
            put(all, "--exclude-kinds", options.excludeKinds);
            all.put("--accept", options.accept);
            put(all, "--naming", options.naming);
        }
        return all.entrySet().stream()
                .filter(option -> !(" " + rest + " ").contains(" " + option.getKey() + " "))
                .flatMap(option -> option.getValue().stream().map(value -> new String[] {option.getKey(), value}))
                .toList();
    }

    /** A word alone names a preset. */
    private static String pair(Map.Entry<String, @Nullable String> entry) {
        return entry.getValue() == null ? entry.getKey() : entry.getKey() + "=" + entry.getValue();
    }

    private static String scratch(String where) {
        return where.contains("://") || where.startsWith("jdbc:")
                ? ShownUrl.of(where).text()
                : where;
    }

    private static void put(Map<String, List<String>> all, String option, @Nullable String value) {
        all.put(option, value == null ? List.of() : List.of(value));
    }
}

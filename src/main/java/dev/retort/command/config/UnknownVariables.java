package dev.retort.command.config;

import dev.retort.Nearest;
import dev.retort.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds environment variables that were meant for Retort, and that nothing reads as their name is misspelt. */
public final class UnknownVariables {

    private static final String PREFIX = "RETORT_";

    /** Those that stand for no key: of the launcher and of what a file must not hold. */
    private static final List<String> OTHERS = List.of(
            "RETORT_CONFIG",
            "RETORT_ENV",
            "RETORT_PASSWORD",
            "RETORT_CACHE",
            "RETORT_JAVA",
            "RETORT_JAVA_OPTS",
            "RETORT_LIB",
            "RETORT_TEST_URL");

    private UnknownVariables() {}

    /** One problem a variable, that of a name which is near none apart: it may be the project's own. */
    public static List<UsageException> among(Config config) {
        List<String> known = new ArrayList<>(OTHERS);
        Arrays.stream(ConfigKey.values())
                .filter(ConfigKey::hasVariable)
                .map(ConfigKey::variable)
                .forEach(known::add);
        // What all have in common would make everything a slip.
        List<String> words =
                known.stream().map(name -> name.substring(PREFIX.length())).toList();
        List<UsageException> problems = new ArrayList<>();
        for (String name : new TreeSet<>(config.variables().keySet())) {
            if (name.startsWith(PREFIX) && !known.contains(name) && !isNamedIn(config.file(), name)) {
                Nearest.to(name.substring(PREFIX.length()), words)
                        .ifPresent(near -> problems.add(new UsageException(
                                "The environment variable " + name + " is not read",
                                "there is no setting of this name.",
                                "Did you mean " + PREFIX + near + "? Otherwise: unset " + name)));
            }
        }
        return problems;
    }

    /** A file may fill in variables of any name. */
    private static boolean isNamedIn(@Nullable Path file, String name) {
        try {
            return file != null && Files.readString(file).contains(name);
        } catch (IOException e) {
            return false;
        }
    }
}

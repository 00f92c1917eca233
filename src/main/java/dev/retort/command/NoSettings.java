package dev.retort.command;

import dev.retort.UsageException;
import dev.retort.command.config.Config;
import dev.retort.command.config.ConfigFile;
import dev.retort.command.config.ConfigKey;
import java.util.stream.Stream;

/** What a command says that lacks a setting: where there is no {@code retort.toml} at all, that is what is missing. */
public final class NoSettings {

    private NoSettings() {}

    /**
     * An error about a setting that is missing.
     *
     * @param failure what is missing
     * @param reason why it is needed
     * @param cure where to state it in a file that exists
     * @param options the same stated on the command line, to be typed after the command
     */
    static UsageException missing(Config config, String failure, String reason, String cure, String options) {
        return config.file() == null
                ? new UsageException(
                        failure,
                        reason + " " + noFile(config),
                        "Write one with: retort init\nor, without one, state it in the command: " + options)
                : new UsageException(failure, reason, cure);
    }

    /**
     * Makes sure that a new revision file goes where somebody wants it.
     *
     * @throws UsageException if nothing says what project this is
     */
    public static void requireProject(Config config) {
        if (config.file() == null
                && Stream.of(ConfigKey.REVISIONS, ConfigKey.PACKAGE, ConfigKey.ENTITIES, ConfigKey.CLASSPATH)
                        .noneMatch(config::states)) {
            throw missing(
                    config,
                    "Nothing says where revisions go",
                    "a revision is a class in the project's sources.",
                    "",
                    "--revisions src/main/java --package com.example.migrations");
        }
    }

    /** That there is no file, in a sentence. */
    public static String noFile(Config config) {
        return "There is no " + ConfigFile.NAME + " in " + config.directory() + " or above.";
    }
}

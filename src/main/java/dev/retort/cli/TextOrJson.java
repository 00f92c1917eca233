package dev.retort.cli;

import picocli.CommandLine.Option;

/** How commands that list revisions show them. */
final class TextOrJson {

    /** How revisions are shown. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(names = "--format", paramLabel = "text|json", description = "How they are shown; default: text.")
    private Format format = Format.TEXT;

    boolean json() {
        return format == Format.JSON;
    }
}

package dev.retort.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the page of figures under a heading of its own, so that each program writes its own and leaves the others. */
final class Section {

    private static final Pattern HEADING = Pattern.compile("(?m)^## ");

    private Section() {}

    /** A section as the page has it, to be written again; empty where it has none. */
    static String one(Path page, String heading) throws IOException {
        String text = Files.exists(page) ? Files.readString(page) : "";
        int start = text.indexOf("## " + heading + "\n");
        if (start < 0) {
            return "";
        }
        Matcher next = HEADING.matcher(text);
        return "\n"
                + text.substring(start, next.find(start + 1) ? next.start() : text.length())
                        .stripTrailing() + "\n";
    }

    /** Puts a section in the place of the one with its heading, or at the end. */
    static void write(Path page, String heading, String body) throws IOException {
        String text = Files.exists(page) ? Files.readString(page) : "# Benchmarks\n";
        String section = "## " + heading + "\n\n" + body.strip() + "\n";
        int start = text.indexOf("## " + heading + "\n");
        if (start < 0) {
            Files.writeString(page, text.stripTrailing() + "\n\n" + section);
            return;
        }
        Matcher next = HEADING.matcher(text);
        int end = next.find(start + 1) ? next.start() : text.length();
        String rest = text.substring(end);
        Files.writeString(page, text.substring(0, start) + section + (rest.isEmpty() ? "" : "\n" + rest));
    }
}

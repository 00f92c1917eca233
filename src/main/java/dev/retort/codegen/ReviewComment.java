package dev.retort.codegen;

import dev.retort.operation.Alike;
import dev.retort.operation.SpelledAnew;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The comment of a revision's class: the message, and what the reviewer has to know. */
final class ReviewComment {

    /** 120 columns less what stands before a line of a comment. */
    private static final int WIDTH = 117;

    private static final String DEFAULT = ObjectName.DEFAULT_NAMESPACE + ".";

    private ReviewComment() {}

    static String of(String message, List<Warning> warnings) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : message.strip().split("\\R\\s*\\R", -1)) {
            String text = sentence(JavadocText.escape(paragraph), lines.isEmpty());
            if (!text.isEmpty()) {
                if (!lines.isEmpty()) {
                    lines.add("");
                }
                wrap(lines.isEmpty() ? text : "<p>" + text, "", lines);
            }
        }
        if (!warnings.isEmpty()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("<p><b>Review before applying</b>");
            lines.add("<ul>");
            Set<String> said = new HashSet<>();
            for (Warning warning : Alike.together(SpelledAnew.shortened(warnings, warnings, ""))) {
                // What is to be done about several objects alike is said once.
                boolean again = !said.add(warning.rule() + " " + warning.cure());
                String cure =
                        again || warning.cure().isEmpty() ? "" : " " + sentence(JavadocText.cure(warning.cure()), true);
                String text = subject(warning) + stopped(JavadocText.code(warning.message())) + cure;
                wrap("  <li><b>" + JavadocText.escape(warning.rule()) + "</b> " + text, "      ", lines);
            }
            lines.add("</ul>");
        }
        return String.join("\n", lines).replace(JavadocText.KEEP, " ");
    }

    /** What it is about, where the message leaves that to whoever shows it beside its objects. */
    private static String subject(Warning warning) {
        boolean named = warning.objects().stream()
                .map(object -> object.substring(object.lastIndexOf('.') + 1))
                .anyMatch(name -> Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(warning.message())
                        .find());
        return named || warning.objects().isEmpty()
                ? ""
                : warning.objects().stream()
                                .map(object -> object.startsWith(DEFAULT) ? object.substring(DEFAULT.length()) : object)
                                .map(JavadocText::escape)
                                .collect(Collectors.joining(", "))
                        + ": ";
    }

    private static String sentence(String text, boolean first) {
        if (!first || text.isEmpty()) {
            return text;
        }
        int head = text.codePointAt(0);
        String capital = Character.toString(Character.toUpperCase(head)) + text.substring(Character.charCount(head));
        return stopped(capital);
    }

    private static String stopped(String text) {
        return text.matches(".*[.!?:]") ? text : text + ".";
    }

    private static void wrap(String text, String margin, List<String> into) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<=\\S) +", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                into.add(line.toString());
                line.setLength(0);
                line.append(margin).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        into.add(line.toString());
    }
}

package dev.retort.runtime;

import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.JavaLexer.MalformedSource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands above the class of a revision.
 *
 * @param annotations those of the migration API, in order
 */
record RevisionHeader(String packageName, String className, List<Said> annotations) {

    /** What is said of an acknowledgement without a reason, of that rule. */
    static final String NO_REASON = "@Acknowledged(\"%s\") says no reason: because = \"…\" is for the next reader";

    /**
     * One annotation.
     *
     * @param name its simple name
     * @param arguments what it says
     * @param offset where it stands
     */
    record Said(String name, Map<String, Object> arguments, int offset) {

        String string(String argument) {
            Object value = arguments.getOrDefault(argument, "");
            if (value instanceof String text) {
                return text;
            }
            throw new MalformedSource("@" + name + " needs one string as " + argument, offset);
        }

        List<String> strings(String argument) {
            Object value = arguments.getOrDefault(argument, List.of());
            List<String> strings = new ArrayList<>();
            for (Object element : value instanceof List<?> list ? list : List.of(value)) {
                if (!(element instanceof String text)) {
                    throw new MalformedSource("@" + name + " needs strings as " + argument, offset);
                }
                strings.add(text);
            }
            return strings;
        }

        boolean flag(String argument, boolean unless) {
            Object value = arguments.getOrDefault(argument, unless);
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw new MalformedSource("@" + name + " needs true or false as " + argument, offset);
        }
    }

    RevisionInfo info(String location) {
        Said revision = annotations.stream()
                .filter(said -> said.name().equals("Revision"))
                .findFirst()
                .orElseThrow();
        if (revision.string("id").isEmpty()) {
            throw new MalformedSource("@Revision has no id", revision.offset());
        }
        return new RevisionInfo(
                revision.string("id"),
                revision.strings("revises"),
                revision.string("message"),
                created(revision),
                revision.strings("branchLabels"),
                revision.strings("dependsOn"),
                revision.flag("transactional", true),
                annotations.stream().anyMatch(said -> said.name().equals("AfterDeploy")),
                rules("Warning"),
                acknowledged(),
                packageName.isEmpty() ? className : packageName + "." + className,
                location);
    }

    private static Instant created(Said revision) {
        String created = revision.string("created");
        if (created.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return instant(created);
        } catch (DateTimeParseException e) {
            throw new MalformedSource(
                    "created = \"" + created + "\" is no instant such as 2026-11-20T14:02:11Z", revision.offset());
        }
    }

    /** The one form that is written here is read by hand: JDK's parser takes a tenth of the reading of a long history. */
    private static Instant instant(String text) {
        if (text.length() != 20 || !matches(text, "dddd-dd-ddTdd:dd:ddZ")) {
            return Instant.parse(text);
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // A leap second, or the end of a day as 24:00: the JDK's parser knows them, and what is no instant at all.
            return Instant.parse(text);
        }
    }

    private static boolean matches(String text, String form) {
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == 'd' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private List<String> rules(String annotation) {
        return annotations.stream()
                .filter(said -> said.name().equals(annotation))
                .flatMap(said -> said.strings("value").stream())
                .toList();
    }

    private List<String> acknowledged() {
        List<String> rules = new ArrayList<>();
        for (Said said : annotations) {
            if (said.name().equals("Acknowledged")) {
                rules.add(acknowledged(said.arguments(), said.offset()));
            } else if (said.name().equals("Acknowledged.All")) {
                Object all = said.arguments().getOrDefault("value", List.of());
                for (Object one : all instanceof List<?> list ? list : List.of(all)) {
                    if (one instanceof Map<?, ?> arguments) {
                        rules.add(acknowledged(arguments, said.offset()));
                    }
                }
            }
        }
        return rules;
    }

    /** The rule; a reason must stand beside it, or nobody has decided anything. */
    private static String acknowledged(Map<?, ?> arguments, int offset) {
        if (!(arguments.get("value") instanceof String rule)) {
            throw new MalformedSource("@Acknowledged needs one string as value", offset);
        }
        if (!(arguments.get("because") instanceof String because) || because.isBlank()) {
            throw new MalformedSource(NO_REASON.formatted(rule), offset);
        }
        return rule;
    }
}

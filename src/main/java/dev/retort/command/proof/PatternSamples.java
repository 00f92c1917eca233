package dev.retort.command.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Texts that a regular expression of a check likes, or a pattern of {@code SIMILAR TO}: the common constructs alone. What looks around or refers back gives a text
 * all the same, which the server then does not take.
 */
final class PatternSamples {

    private static final int SAMPLES = 4;
    private static final int LONGEST = 300;
    private static final String OTHERS = "xX0 -.@_#";
    private static final String DIGITS = "1203456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = LOWER.toUpperCase(Locale.ROOT);

    private final String pattern;
    private final int number;
    private int at;
    private int picked;

    private PatternSamples(String pattern, int number) {
        this.pattern = pattern;
        this.number = number;
    }

    /** Some different ones; none for a text that is no pattern. */
    static List<String> of(String pattern) {
        Set<String> samples = new LinkedHashSet<>();
        boolean similar = pattern.indexOf('%') >= 0 || pattern.indexOf('_') >= 0;
        String wildcards = pattern.replaceAll("(?<!\\\\)_", ".").replaceAll("(?<!\\\\)%", ".{3,12}");
        for (int number = 0; number < SAMPLES; number++) {
            samples.add(new PatternSamples(pattern, number).whole());
            if (similar) {
                samples.add(new PatternSamples(wildcards, number).whole());
            }
        }
        samples.remove(pattern);
        return new ArrayList<>(samples);
    }

    private String whole() {
        StringBuilder text = new StringBuilder(alternatives());
        while (at < pattern.length()) {
            // A parenthesis that nothing opened.
            text.append(pattern.charAt(at++)).append(alternatives());
        }
        return text.toString();
    }

    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : '\0';
    }

    private boolean take(String text) {
        boolean there = pattern.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    private String alternatives() {
        List<String> all = new ArrayList<>();
        do {
            StringBuilder sequence = new StringBuilder();
            while (at < pattern.length() && peek() != '|' && peek() != ')') {
                String atom = atom();
                sequence.append(atom.repeat(times()));
            }
            all.add(sequence.toString());
        } while (take("|"));
        return all.get(number % all.size());
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> pick(LOWER);
            case '[' -> pick(set());
            case '\\' -> escape();
            case '(' -> {
                boolean looks = take("?=") || take("?!") || take("?<=") || take("?<!");
                take("?:");
                String group = alternatives();
                take(")");
                yield looks ? "" : group;
            }
            default -> String.valueOf(c);
        };
    }

    private String escape() {
        char c = peek();
        at++;
        return switch (c) {
            case 'd' -> pick(DIGITS);
            case 'w' -> pick(LOWER);
            case 's' -> " ";
            case 'D', 'S', 'W' -> pick(c == 'W' ? "-." : LOWER);
            case 'm', 'M', 'y', 'Y', 'A', 'Z', 'b', 'B', '\0' -> "";
            default -> String.valueOf(c);
        };
    }

    private int times() {
        int times = 1;
        if (take("*") || take("?")) {
            times = number % 2 == 0 ? 1 : 0;
        } else if (take("+")) {
            times = 1 + number % 2;
        } else if (peek() == '{') {
            times = bound();
        }
        take("?");
        return times;
    }

    private int bound() {
        int end = pattern.indexOf('}', at);
        String[] bounds =
                end < 0 ? new String[0] : pattern.substring(at + 1, end).split(",", -1);
        if (bounds.length == 0 || !bounds[0].matches("\\d{1,4}") || !bounds[bounds.length - 1].matches("\\d{0,4}")) {
            return 1;
        }
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        String last = bounds[bounds.length - 1];
        int most = last.isEmpty() ? least + 1 : Integer.parseInt(last);
        // One of no length is rarely what another check likes.
        int some = Math.max(least, Math.min(1, most));
        return Math.min(LONGEST, some + number % Math.max(1, most - some + 1));
    }

    private String set() {
        boolean negated = take("^");
        StringBuilder members = new StringBuilder();
        boolean first = true;
        while (at < pattern.length() && (first || peek() != ']')) {
            first = false;
            if (take("[:")) {
                int end = Math.max(at, pattern.indexOf(":]", at));
                members.append(named(pattern.substring(at, end)));
                at = Math.min(pattern.length(), end + 2);
            } else if (peek() == '\\' && at + 1 < pattern.length()) {
                at++;
                members.append(escape());
            } else {
                char from = pattern.charAt(at++);
                boolean range = peek() == '-' && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
                char to = range ? pattern.charAt(at + 1) : from;
                at += range ? 2 : 0;
                for (char c = from; c <= to && c - from < LONGEST; c++) {
                    members.append(c);
                }
            }
        }
        take("]");
        if (!negated) {
            return members.toString();
        }
        StringBuilder others = new StringBuilder();
        OTHERS.chars()
                .filter(c -> members.indexOf(String.valueOf((char) c)) < 0)
                .forEach(c -> others.append((char) c));
        return others.toString();
    }

    private static String named(String name) {
        return switch (name) {
            case "digit", "xdigit" -> DIGITS;
            case "upper" -> UPPER;
            case "space", "blank" -> " ";
            case "punct" -> "-.";
            default -> LOWER;
        };
    }

    private String pick(String members) {
        return members.isEmpty() ? "" : String.valueOf(members.charAt((number + picked++) % members.length()));
    }
}

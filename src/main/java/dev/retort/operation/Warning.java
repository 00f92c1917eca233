package dev.retort.operation;

import java.util.List;
import java.util.Locale;

/**
 * What no diff can know, said to the person who reviews.
 *
 * @param rule the rule's name in kebab case, such as {@code possible-column-rename}; stable
 * @param level how much it matters
 * @param objects the objects concerned, with their namespace
 * @param message what it means, in a sentence
 * @param cure what to type or do; empty for nothing
 */
public record Warning(String rule, Level level, List<String> objects, String message, String cure)
        implements Comparable<Warning> {

    /** How much a warning matters. */
    public enum Level {
        INFO,
        WARNING,
        /** Must be acknowledged before the revision runs on a protected environment. */
        ERROR;

        /** The level in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Warning {
        objects = List.copyOf(objects);
        if (level == Level.ERROR && !ErrorRules.contains(rule)) {
            throw new IllegalArgumentException(rule + " is not among the rules whose findings are errors");
        }
    }

    @Override
    public int compareTo(Warning other) {
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : String.join(" ", objects).compareTo(String.join(" ", other.objects));
    }
}

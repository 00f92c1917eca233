package dev.retort.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells as one what many warnings of one rule say alike of one object each, such as of a key and all the columns that refer to it. For people to read;
 * what a program reads has each in full.
 */
public final class Alike {

    /** How many are told one by one. */
    private static final int FEW = 3;

    private static final String DEFAULT = "public.";

    /** A part of an object's name, in quotes or not. */
    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^.\"]+");

    /** What names that a cure makes of others end with. */
    private static final String MADE = "_(?:new|kept|old)\\b";

    private record Group(Warning.Level level, String rule, String message, String advice) {

        static Group of(Warning warning) {
            String message = warning.message();
            for (String object : warning.objects()) {
                message = Pattern.compile("(?<![\\w.])" + Pattern.quote(shown(object)) + "(?![\\w])")
                        .matcher(message)
                        .replaceAll("\0");
            }
            return new Group(warning.level(), warning.rule(), message, nameless(warning));
        }

        /** What is to be done is alike where nothing but the names of the objects is another: not their labels, not their defaults. */
        private static String nameless(Warning warning) {
            Map<String, Integer> names = new HashMap<>();
            for (String object : warning.objects()) {
                Matcher part = PART.matcher(object);
                while (part.find()) {
                    names.putIfAbsent(
                            part.group(1) == null ? part.group() : part.group(1).replace("\"\"", "\""), names.size());
                }
            }
            String any = names.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            return Pattern.compile("(?:\\\\?\")?(?<!\\w)(" + any + ")(?=" + MADE + "|\\W|$)(?:\\\\?\")?")
                    .matcher(warning.cure())
                    .replaceAll(found -> "\0" + names.get(found.group(1)));
        }
    }

    private Alike() {}

    /** The warnings in their order, more than three alike as one in the place of the first. */
    public static List<Warning> together(List<Warning> warnings) {
        Map<Group, List<Warning>> groups = new LinkedHashMap<>();
        for (Warning warning : warnings) {
            groups.computeIfAbsent(Group.of(warning), g -> new ArrayList<>()).add(warning);
        }
        List<Warning> told = new ArrayList<>();
        Set<Group> done = new HashSet<>();
        for (Warning warning : warnings) {
            Group group = Group.of(warning);
            List<Warning> alike = groups.getOrDefault(group, List.of());
            if (alike.size() <= FEW || !Importance.isOfCost(warning)) {
                told.add(warning);
            } else if (done.add(group)) {
                told.add(together(alike, group));
            }
        }
        return told;
    }

    private static Warning together(List<Warning> alike, Group group) {
        Warning first = alike.get(0);
        Set<String> objects = new LinkedHashSet<>();
        alike.forEach(warning -> objects.addAll(warning.objects()));
        String message = first.message();
        boolean named = !message.equals(group.message());
        if (named) {
            message += "; the same of "
                    + objects.stream()
                            .filter(object -> !first.objects().contains(object))
                            .map(Alike::shown)
                            .collect(Collectors.joining(", "));
        }
        boolean one = alike.stream().map(Warning::cure).distinct().count() == 1;
        String cure = first.cure();
        return new Warning(
                first.rule(),
                first.level(),
                named ? first.objects() : List.copyOf(objects),
                message,
                one
                        ? cure
                        : "Of each, as of the first: " + cure.substring(0, 1).toLowerCase(Locale.ROOT)
                                + cure.substring(1));
    }

    private static String shown(String object) {
        return object.startsWith(DEFAULT) ? object.substring(DEFAULT.length()) : object;
    }
}

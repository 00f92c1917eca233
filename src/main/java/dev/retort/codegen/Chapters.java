package dev.retort.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides a long body into methods, in order: for the reader, and because the JVM takes no method over 64 KB. A method's code is at most about twice as
 * many bytes as its source has characters.
 */
final class Chapters {

    /** About 400 lines. */
    private static final int LONGEST = 24_000;

    private static final int LONG_ENOUGH = 6_000;
    private static final int LONGEST_NAME = 25;

    /** How often each name was given, over both ways of the revision. */
    private final Map<String, Integer> given = new HashMap<>();

    /**
     * One method.
     *
     * @param name the method; empty where the body is short enough to stand where it is
     */
    record Chapter(String name, List<Passage> passages) {}

    /** The body's methods; one without a name if the body is short. */
    List<Chapter> of(List<Passage> passages) {
        if (length(passages) <= LONGEST) {
            return List.of(new Chapter("", passages));
        }
        List<Chapter> chapters = new ArrayList<>();
        List<Passage> current = new ArrayList<>();
        int length = 0;
        for (Passage passage : passages) {
            boolean turns = !current.isEmpty() && !deed(passage).equals(deed(current.get(current.size() - 1)));
            int size = passage.code().length();
            if (!current.isEmpty() && (length + size > LONGEST || (turns && length > LONG_ENOUGH))) {
                chapters.add(chapter(current));
                current = new ArrayList<>();
                length = 0;
            }
            current.add(passage);
            length += size;
        }
        chapters.add(chapter(current));
        return chapters;
    }

    private Chapter chapter(List<Passage> passages) {
        String deed = deed(passages.get(0));
        boolean same = passages.stream().allMatch(passage -> deed(passage).equals(deed));
        String name = same ? deed + range(passages) : "changeSchema";
        int times = given.merge(name, 1, Integer::sum);
        return new Chapter(times == 1 ? name : name + "_" + times, List.copyOf(passages));
    }

    /** From which table to which. */
    private static String range(List<Passage> passages) {
        String first = table(passages.get(0));
        String last = table(passages.get(passages.size() - 1));
        if (first.isEmpty() || last.isEmpty()) {
            return "";
        }
        return first.equals(last) ? "Of" + first : "From" + first + "To" + last;
    }

    private static String table(Passage passage) {
        return RevisionNames.camelCase(Theme.table(passage.operation()).name(), LONGEST_NAME);
    }

    private static String deed(Passage passage) {
        return Theme.deed(passage.operation());
    }

    private static int length(List<Passage> passages) {
        return passages.stream().mapToInt(passage -> passage.code().length()).sum();
    }
}

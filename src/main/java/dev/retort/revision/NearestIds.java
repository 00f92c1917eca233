package dev.retort.revision;

import dev.retort.Nearest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ids nearest to a misspelt one, for an error's cure. */
final class NearestIds {

    private NearestIds() {}

    /** So many are enough where some are nearer than others. */
    private static final int ENOUGH = 3;

    /** The names within a third of the length in edits, the nearest first: three, and all that are as near as the third. */
    static List<String> to(String name, Collection<String> ids, Collection<String> labels) {
        int most = Math.max(1, name.length() / 3);
        record Candidate(String name, int distance) {}
        List<Candidate> near = Stream.concat(labels.stream(), ids.stream())
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= most)
                .map(candidate -> new Candidate(candidate, Nearest.distance(lower(name), lower(candidate))))
                .filter(candidate -> candidate.distance() <= most)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .toList();
        int last =
                near.isEmpty() ? 0 : near.get(Math.min(ENOUGH, near.size()) - 1).distance();
        return near.stream()
                .filter(candidate -> candidate.distance() <= last)
                .map(Candidate::name)
                .toList();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}

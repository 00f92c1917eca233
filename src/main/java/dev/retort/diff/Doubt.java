package dev.retort.diff;

import dev.retort.operation.Warning;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not settled: a warning with what is known of its cause, or what is worth a question alone.
 *
 * @param warning what is said; null where something is only asked
 * @param rows finds the rows that stand in the way; null where none can be asked for
 * @param gap what an answer would settle; null for nothing
 */
public record Doubt(
        @Nullable Warning warning,
        @Nullable RowQuestion rows,
        @Nullable Gap gap) {

    /** Whether some of these objects, by their full names, are what it is about: of a rename one of its two ends is enough. */
    public boolean isAbout(Set<String> objects) {
        if (gap instanceof RenameCandidate rename) {
            return objects.contains(rename.from()) || objects.contains(rename.to());
        }
        return warning != null && !warning.objects().isEmpty() && objects.containsAll(warning.objects());
    }
}

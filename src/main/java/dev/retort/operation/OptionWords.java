package dev.retort.operation;

import dev.retort.schema.ColumnRef;
import dev.retort.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a sequence in words, for summaries. */
final class OptionWords {

    private OptionWords() {}

    /** What changes, such as {@code increment 50, cycle true}; empty where nothing does. */
    static String of(SequenceOptions options, @Nullable SequenceOwner owner, @Nullable Boolean unlogged) {
        List<String> words = new ArrayList<>();
        add(words, "type", options.type());
        add(words, "start", options.start());
        add(words, "increment", options.increment());
        add(words, "min value", options.minValue());
        add(words, "max value", options.maxValue());
        add(words, "cache", options.cache());
        add(words, "cycle", options.cycle());
        if (owner != null) {
            ColumnRef column = owner.column();
            words.add(column == null ? "no owner" : "owned by " + column.display());
        }
        if (unlogged != null) {
            words.add(unlogged ? "unlogged" : "logged");
        }
        return String.join(", ", words);
    }

    private static void add(List<String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.add(name + " " + value);
        }
    }
}

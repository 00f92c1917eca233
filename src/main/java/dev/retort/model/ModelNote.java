package dev.retort.model;

import java.util.Comparator;
import java.util.List;

/**
 * Something about the entities that the schema cannot show: an object that only the server understands, a constraint that could not be applied.
 *
 * @param rule the kind of note, in kebab case, such as {@code auxiliary-object}
 * @param objects the tables, columns, entities or classes it is about, as a person spells them
 * @param message what is so and what it means, in sentences
 * @param cure what to do about it; empty where nothing needs doing
 */
public record ModelNote(String rule, List<String> objects, String message, String cure)
        implements Comparable<ModelNote> {

    private static final Comparator<ModelNote> ORDER = Comparator.comparing(ModelNote::rule)
            .thenComparing(n -> String.join("\n", n.objects))
            .thenComparing(ModelNote::message)
            .thenComparing(ModelNote::cure);

    public ModelNote {
        objects = List.copyOf(objects);
    }

    /** A note on one object. */
    public static ModelNote of(String rule, String object, String message, String cure) {
        return new ModelNote(rule, List.of(object), message, cure);
    }

    @Override
    public int compareTo(ModelNote other) {
        return ORDER.compare(this, other);
    }
}

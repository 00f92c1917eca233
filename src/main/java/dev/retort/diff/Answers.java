package dev.retort.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody said about a difference, and no diff can know.
 *
 * @param renames what only has another name
 * @param backfills what columns hold that must have a value from now on
 * @param mappings what becomes of values that leave an enumeration
 */
public record Answers(Renames renames, List<Backfill> backfills, List<ValueMapping> mappings) {

    /** Nothing was said. */
    public static final Answers NONE = new Answers(Renames.NONE, List.of(), List.of());

    public Answers {
        backfills = List.copyOf(backfills);
        mappings = List.copyOf(mappings);
    }

    /** Renames alone. */
    public static Answers of(Renames renames) {
        return new Answers(renames, List.of(), List.of());
    }

    /**
     * Reads what {@code --rename}, {@code --backfill} and {@code --map} take.
     *
     * @throws dev.retort.UsageException if one cannot be read
     */
    public static Answers parse(List<String> renames, List<String> backfills, List<String> mappings) {
        return new Answers(
                Renames.parse(renames),
                backfills.stream().map(Backfill::parse).toList(),
                mappings.stream().map(ValueMapping::parse).toList());
    }

    /** These answers and one more rename. */
    public Answers with(Renames more) {
        return new Answers(renames.and(more), backfills, mappings);
    }

    /** These answers and one more. */
    public Answers with(Backfill backfill) {
        List<Backfill> all = new ArrayList<>(backfills);
        all.add(backfill);
        return new Answers(renames, all, mappings);
    }

    /** These answers and one more. */
    public Answers with(ValueMapping mapping) {
        List<ValueMapping> all = new ArrayList<>(mappings);
        all.add(mapping);
        return new Answers(renames, backfills, all);
    }
}

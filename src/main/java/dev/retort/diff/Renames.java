package dev.retort.diff;

import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The renames that somebody confirmed: what a diff can never know by itself.
 *
 * @param specs in the order in which they were given
 */
public record Renames(List<RenameSpec> specs) {

    /** No renames. */
    public static final Renames NONE = new Renames(List.of());

    /** A copy of the list. */
    public Renames {
        specs = List.copyOf(specs);
    }

    /**
     * Reads renames as {@code --rename} takes them: {@code table=table}, {@code namespace.table=table}, {@code table.column=column}, {@code
     * table.constraint=name}, {@code table.index=name}, {@code type=type}, {@code type.value=value}, {@code sequence=sequence}.
     *
     * @throws dev.retort.UsageException if one is not of that grammar
     */
    public static Renames parse(List<String> options) {
        return new Renames(options.stream().map(RenameSpec::parse).toList());
    }

    /** These renames and others after them. */
    public Renames and(Renames others) {
        List<RenameSpec> all = new ArrayList<>(specs);
        all.addAll(others.specs());
        return new Renames(all);
    }

    /** The renames of the way back. */
    public Renames inverse() {
        return new Renames(specs.stream().map(RenameSpec::inverse).toList());
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return specs.isEmpty();
    }

    /**
     * A schema as it is called after these renames, for whoever compares names before the differ does.
     *
     * @throws dev.retort.UsageException if a rename fits nothing
     */
    public Schema applyTo(Schema from, Schema to) {
        return RenameResolver.apply(from, to, this).schema();
    }
}

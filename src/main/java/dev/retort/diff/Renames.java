package dev.retort.diff;

import dev.retort.operation.Operation;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameType;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The renames that somebody confirmed: what a diff can never know by itself.
 *
 * @param specs in the order in which they were given
 * @param style whether what has a new name of the same letters is renamed too; {@link #expand} says what that is
 */
public record Renames(List<RenameSpec> specs, boolean style) {

    /** No renames. */
    public static final Renames NONE = new Renames(List.of());

    /** What {@code --rename} takes for {@link #CASE_STYLE}. */
    public static final String STYLE_WORD = "case-style";

    /** Everything whose old and new name have the same letters, as a changed naming strategy leaves it. */
    public static final Renames CASE_STYLE = new Renames(List.of(), true);

    /** A copy of the list; what is said twice is said once. */
    public Renames {
        specs = specs.stream().distinct().toList();
    }

    /** Renames one by one. */
    public Renames(List<RenameSpec> specs) {
        this(specs, false);
    }

    /**
     * Reads renames as {@code --rename} takes them: {@code table=table}, {@code namespace.table=table}, {@code table.column=column}, {@code
     * table.constraint=name}, {@code table.index=name}, {@code type=type}, {@code type.value=value}, {@code sequence=sequence}, and {@code
     * case-style} for all that has a new name of the same letters.
     *
     * @throws dev.retort.UsageException if one is not of that grammar
     */
    public static Renames parse(List<String> options) {
        List<RenameSpec> specs = options.stream()
                .filter(o -> !o.equals(STYLE_WORD))
                .map(RenameSpec::parse)
                .toList();
        return new Renames(specs, options.contains(STYLE_WORD));
    }

    /** These renames and others after them. */
    public Renames and(Renames others) {
        List<RenameSpec> all = new ArrayList<>(specs);
        all.addAll(others.specs());
        return new Renames(all, style || others.style());
    }

    /** The renames of the way back. */
    public Renames inverse() {
        return new Renames(specs.stream().map(RenameSpec::inverse).toList(), style);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return specs.isEmpty() && !style;
    }

    /**
     * The same renames one by one: those of a changed style found out, and with each table the sequence that is named after it.
     *
     * @throws dev.retort.UsageException if a rename fits nothing
     */
    public Renames expand(Schema from, Schema to) {
        Renames whole = ImpliedRenames.add(new Renames(specs), from, to);
        return style ? StyleRenames.add(whole, from, to) : whole;
    }

    /**
     * A schema as it is called after these renames, for whoever compares names before the differ does.
     *
     * @throws dev.retort.UsageException if a rename fits nothing
     */
    public Schema applyTo(Schema from, Schema to) {
        return RenameResolver.apply(from, to, this).schema();
    }

    /**
     * The renames of types and of values of enums alone, as operations in their order.
     *
     * @throws dev.retort.UsageException if a rename fits nothing
     */
    public List<Operation> ofTypes(Schema from, Schema to) {
        return RenameResolver.apply(from, to, this).operations().stream()
                .filter(o -> o instanceof RenameType || o instanceof RenameEnumValue)
                .toList();
    }
}

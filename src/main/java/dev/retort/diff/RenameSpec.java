package dev.retort.diff;

import dev.retort.UsageException;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/**
 * One rename as somebody typed it: {@code table=table}, {@code namespace.table=table}, {@code table.column=column}. A part that holds a dot, an equals
 * sign or a double quote stands in double quotes, quotes inside doubled. Which object is meant is known only with the schemas at hand.
 *
 * @param from the parts of the name as it is
 * @param to the new name; more than one part says another namespace too
 */
public record RenameSpec(List<String> from, List<String> to) {

    /** A copy of the lists. */
    public RenameSpec {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    static RenameSpec parse(String text) {
        List<List<String>> sides = OptionPath.sides(text).orElseThrow(() -> wrong(text));
        if (sides.size() != 2 || sides.get(0).size() > 3) {
            throw wrong(text);
        }
        List<String> from = sides.get(0);
        List<String> to = inPlace(from, sides.get(1));
        if (to.size() > 2 || (to.size() == 2 && from.size() == 3)) {
            throw wrong(text);
        }
        return new RenameSpec(from, to);
    }

    /** What stays where it is may say so again: {@code customer.fullname=customer.full_name} is {@code customer.fullname=full_name}. */
    private static List<String> inPlace(List<String> from, List<String> to) {
        int last = to.size() - 1;
        return from.size() == to.size() && from.subList(0, last).equals(to.subList(0, last))
                ? to.subList(last, to.size())
                : to;
    }

    private static UsageException wrong(String text) {
        return OptionPath.unreadable(
                "rename",
                text,
                "A rename is table=table, table.column=column, table.index=index, table.constraint=constraint,"
                        + " sequence=sequence, type=type or type.value=value",
                "--rename customer.fullname=full_name");
    }

    /** The way back. */
    RenameSpec inverse() {
        if (to.size() > 1) {
            // A bare name on the right would be sought where the left one is.
            return new RenameSpec(to, from.size() > 1 ? from : List.of(ObjectName.DEFAULT_NAMESPACE, from.get(0)));
        }
        List<String> path = new ArrayList<>(from);
        String last = path.set(path.size() - 1, to.get(0));
        return new RenameSpec(path, List.of(last));
    }

    /** The option that renames a part of a table or type. */
    static String spell(ObjectName owner, String from, String to) {
        return OptionPath.display(owner, from) + "=" + OptionPath.part(to);
    }

    /** The option that renames a table, sequence or type, to another namespace if need be. */
    static String spell(ObjectName from, ObjectName to) {
        boolean same = from.namespace().equals(to.namespace());
        return same
                ? OptionPath.display(from) + "=" + OptionPath.part(to.name())
                : OptionPath.display(List.of(from.namespace(), from.name())) + "="
                        + OptionPath.display(List.of(to.namespace(), to.name()));
    }

    /** As it would be typed. */
    String display() {
        return OptionPath.display(from) + "=" + OptionPath.display(to);
    }
}

package dev.retort.diff;

import java.util.List;

/**
 * What becomes of a value that leaves an enumeration: {@code orders.status.OLD=NEW} for a column whose check lists its values, {@code status.OLD=NEW} for
 * an enum type.
 *
 * @param from the parts of the name, the old value last
 * @param to the value that takes its place
 */
public record ValueMapping(List<String> from, String to) {

    public ValueMapping {
        from = List.copyOf(from);
    }

    /**
     * Reads what {@code --map} takes.
     *
     * @throws dev.retort.UsageException if it is not of that grammar
     */
    public static ValueMapping parse(String text) {
        List<List<String>> sides = OptionPath.sides(text).orElse(List.of());
        boolean sound = sides.size() == 2
                && sides.get(1).size() == 1
                && sides.get(0).size() >= 2
                && sides.get(0).size() <= 4;
        if (!sound) {
            throw OptionPath.unreadable(
                    "mapping",
                    text,
                    "A mapping is table.column.value=value, or type.value=value for an enum type",
                    "--map orders.status.LOST=CANCELLED");
        }
        return new ValueMapping(sides.get(0), sides.get(1).get(0));
    }

    /** The value that leaves. */
    String value() {
        return from.get(from.size() - 1);
    }

    /** Whether it is of that enumeration. */
    boolean of(LeavingValues gap) {
        List<String> owner = from.subList(0, from.size() - 1);
        String column = gap.column();
        if (column != null) {
            String said = owner.get(owner.size() - 1);
            if (owner.size() < 2 || !(said.equals(column) || said.equals(gap.columnBefore()))) {
                return false;
            }
            owner = owner.subList(0, owner.size() - 1);
        }
        return OptionPath.names(owner, gap.owner()) || OptionPath.names(owner, gap.before());
    }

    /** As it would be typed. */
    public String display() {
        return OptionPath.display(from) + "=" + OptionPath.part(to);
    }
}

package dev.retort.diff;

import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** What goes with a renamed table: the sequence that Hibernate names after it ({@code customer_seq}), unless somebody said otherwise. */
final class ImpliedRenames {

    private static final List<String> SUFFIXES = List.of("_seq", "_SEQ");

    private ImpliedRenames() {}

    static Renames add(Renames given, Schema from, Schema to) {
        List<RenameSpec> implied = new ArrayList<>();
        for (RenameSpec spec : given.specs()) {
            if (spec.from().size() > 2) {
                continue;
            }
            ObjectName table = OptionPath.name(spec.from());
            ObjectName fresh = spec.to().size() == 1 ? table.sibling(spec.to().get(0)) : OptionPath.name(spec.to());
            if (!from.tables().containsKey(table)) {
                continue;
            }
            for (String suffix : SUFFIXES) {
                ObjectName old = table.sibling(table.name() + suffix);
                ObjectName name = fresh.sibling(fresh.name() + suffix);
                boolean said = given.specs().stream()
                        .anyMatch(s -> s.from().size() <= 2
                                && OptionPath.name(s.from()).equals(old));
                if (!said && goes(old, from, to) && goes(name, to, from) && stands(old, from)) {
                    implied.add(new RenameSpec(
                            List.of(old.namespace(), old.name()), List.of(name.namespace(), name.name())));
                }
            }
        }
        return implied.isEmpty() ? given : given.and(new Renames(implied));
    }

    private static boolean goes(ObjectName sequence, Schema side, Schema other) {
        return side.sequences().containsKey(sequence) && !other.sequences().containsKey(sequence);
    }

    /** One that a column owns goes with the table by itself. */
    private static boolean stands(ObjectName sequence, Schema schema) {
        Sequence found = schema.sequences().get(sequence);
        return found != null && found.ownedBy() == null;
    }
}

package dev.retort.diff;

import dev.retort.schema.Extra;
import dev.retort.schema.ObjectDefinition;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ObjectStatement;
import dev.retort.schema.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Operators that name each other as commutator or negator: the server forgets that where one of them goes, so all come anew. */
final class OperatorLinks {

    private OperatorLinks() {}

    /** An operator and all that are tied to it. */
    static Set<Extra> of(Extra operator, Schema schema) {
        Set<Extra> tied = new LinkedHashSet<>();
        Deque<Extra> open = new ArrayDeque<>(List.of(operator));
        while (!open.isEmpty()) {
            Extra next = open.remove();
            if (tied.add(next)) {
                List<ObjectName> names = names(next);
                ObjectName own = ObjectDiffer.bare(next.name());
                schema.extras().stream()
                        .filter(other -> other.kind() == Extra.Kind.OPERATOR && !Objects.equals(other, next))
                        .filter(other -> names.contains(ObjectDiffer.bare(other.name()))
                                || names(other).contains(own))
                        .forEach(open::add);
            }
        }
        return tied;
    }

    private static List<ObjectName> names(Extra operator) {
        return ObjectStatement.parse(operator.definition()).flatMap(ObjectDefinition::of).stream()
                .flatMap(definition -> Stream.of("commutator", "negator").flatMap(key -> definition.link(key).stream()))
                .toList();
    }
}

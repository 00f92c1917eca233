package dev.retort.diff;

import dev.retort.operation.CreateNamespace;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.Warning;
import dev.retort.schema.Extra;
import java.util.List;

/** The PostgreSQL schemas. */
final class NamespaceDiffer {

    private NamespaceDiffer() {}

    static void diff(Sides sides) {
        Changes changes = sides.changes();
        for (String namespace : sides.to().namespaces()) {
            if (!sides.from().namespaces().contains(namespace)) {
                changes.add(Phase.CREATE_NAMESPACE, new CreateNamespace(namespace));
            }
        }
        for (String namespace : sides.from().namespaces()) {
            if (sides.to().namespaces().contains(namespace)) {
                continue;
            }
            List<String> left = sides.from().extras().stream()
                    .filter(e -> e.table() == null && e.name().namespace().equals(namespace))
                    .filter(e -> e.kind() != Extra.Kind.GRANT
                            && e.kind() != Extra.Kind.COLUMN_GRANT
                            && e.kind() != Extra.Kind.TYPE_GRANT)
                    .filter(e -> !goes(e, sides))
                    .map(e -> e.name().qualified())
                    .distinct()
                    .toList();
            if (left.isEmpty()) {
                changes.add(Phase.DROP_NAMESPACE, new DropNamespace(namespace));
            } else {
                changes.warn(
                        "schema-not-empty",
                        Warning.Level.WARNING,
                        left,
                        "schema " + namespace + " stays, because it holds what no revision manages",
                        "drop them by hand, then DROP SCHEMA");
            }
        }
    }

    /** Whether it is dropped, or is the comment on what is. */
    private static boolean goes(Extra extra, Sides sides) {
        return sides.from().extras().stream()
                .filter(Extra::isManaged)
                .filter(e -> e.table() == null && e.name().equals(extra.name()))
                .anyMatch(e -> sides.to().extras().stream().noneMatch(e::isSame));
    }
}

package dev.retort.command.compare;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the operations of a comparison come from; asked for once, because what goes is looked for on the way down. */
public final class ChangeOrigins {

    private final Provenance provenance;
    private final Map<Operation, String> authors;

    /** Only the way back knows which table an index was on that goes. */
    private final Map<String, Operation> indexes = new HashMap<>();

    ChangeOrigins(List<Operation> down, Provenance provenance, Map<Operation, String> authors) {
        this.provenance = provenance;
        this.authors = authors;
        for (Operation back : down) {
            if (back instanceof CreateIndex) {
                indexes.putIfAbsent(back.object(), back);
            }
        }
    }

    /** The entity or attribute that an operation comes from, such as {@code Customer.tier}; empty where the model does not know. */
    public Optional<String> entity(Operation operation) {
        return Origin.of(operation, provenance)
                .or(() -> operation instanceof DropIndex
                        ? Optional.ofNullable(indexes.get(operation.object()))
                                .flatMap(back -> Origin.of(back, provenance))
                        : Optional.empty());
    }

    /** What an operation comes from: the entity or attribute, else the listener that put it in. */
    public Optional<String> of(Operation operation) {
        return entity(operation).or(() -> Optional.ofNullable(authors.get(operation)));
    }

    /** Where the attribute or entity of an operation stands in its source; empty where no source is found. */
    public Optional<EntityFiles.Place> place(Operation operation, EntityFiles sources) {
        return entity(operation).flatMap(sources::of);
    }
}

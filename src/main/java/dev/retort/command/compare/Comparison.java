package dev.retort.command.compare;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Provenance;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What leads from one state to another, and back.
 *
 * @param from the first state, in words
 * @param to the second state, in words
 * @param up the operations from the first to the second
 * @param down the operations from the second to the first
 * @param warnings what has to be said about the way up
 * @param remarks what is worth knowing, and belongs in no revision: what is left alone, what the model's reader noticed
 * @param model the entities, where they are one of the states
 */
public record Comparison(
        String from,
        String to,
        List<Operation> up,
        List<Operation> down,
        List<Warning> warnings,
        List<Warning> remarks,
        @Nullable ModelSide model) {

    public Comparison {
        up = List.copyOf(up);
        down = List.copyOf(down);
        warnings = List.copyOf(warnings);
        remarks = List.copyOf(remarks);
    }

    /** Whether nothing has to be done. */
    public boolean isEmpty() {
        return up.isEmpty();
    }

    /** The same with more warnings. */
    public Comparison with(List<Warning> more) {
        return new Comparison(
                from,
                to,
                up,
                down,
                Stream.concat(warnings.stream(), more.stream()).toList(),
                remarks,
                model);
    }

    /** Warnings and remarks. */
    public List<Warning> allWarnings() {
        return Stream.concat(warnings.stream(), remarks.stream()).toList();
    }

    /** The entities behind tables and columns. */
    public Provenance provenance() {
        return model == null ? Provenance.NONE : model.model().provenance();
    }

    /** The entities that were read. */
    public List<String> entities() {
        return model == null ? List.of() : model.model().entities();
    }
}

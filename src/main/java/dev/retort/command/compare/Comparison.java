package dev.retort.command.compare;

import dev.retort.diff.Doubt;
import dev.retort.diff.Gap;
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
 * @param downgrade what has to be said about the way down, in the file of a revision
 * @param doubts what of the way up can be counted or answered
 * @param remarks what is worth knowing, and belongs in no revision: what is left alone, what the model's reader noticed
 * @param model the entities, where they are one of the states
 */
public record Comparison(
        String from,
        String to,
        List<Operation> up,
        List<Operation> down,
        List<Warning> warnings,
        List<Warning> downgrade,
        List<Doubt> doubts,
        List<Warning> remarks,
        @Nullable ModelSide model) {

    public Comparison {
        up = List.copyOf(up);
        down = List.copyOf(down);
        warnings = List.copyOf(warnings);
        downgrade = List.copyOf(downgrade);
        doubts = List.copyOf(doubts);
        remarks = List.copyOf(remarks);
    }

    /** The same, its warnings in other words. */
    Comparison withWarnings(List<Warning> newWarnings) {
        return new Comparison(from, to, up, down, newWarnings, downgrade, doubts, remarks, model);
    }

    /** What a revision's file says: of both ways. */
    public List<Warning> reviewed() {
        return Stream.concat(warnings.stream(), downgrade.stream()).toList();
    }

    /** What can be answered, of one kind. */
    public <G extends Gap> List<G> gaps(Class<G> kind) {
        return doubts.stream()
                .map(Doubt::gap)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .toList();
    }

    /** Whether nothing has to be done. */
    public boolean isEmpty() {
        return up.isEmpty();
    }

    /** The same with more warnings. */
    public Comparison with(List<Warning> more) {
        return withWarnings(Stream.concat(warnings.stream(), more.stream()).toList());
    }

    /** The same with more remarks. */
    public Comparison noting(List<Warning> more) {
        return new Comparison(
                from,
                to,
                up,
                down,
                warnings,
                downgrade,
                doubts,
                Stream.concat(remarks.stream(), more.stream()).toList(),
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

    /** How the entities were read, and which they are, one a line. */
    public List<String> details() {
        return model == null
                ? List.of()
                : Stream.concat(
                                model.model().reading().stream(),
                                model.model().entities().stream().map(entity -> "entity " + entity))
                        .toList();
    }
}

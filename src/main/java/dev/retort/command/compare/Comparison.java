package dev.retort.command.compare;

import dev.retort.command.standin.StandIns;
import dev.retort.diff.Compared;
import dev.retort.diff.Doubt;
import dev.retort.diff.Gap;
import dev.retort.diff.OnlineForm;
import dev.retort.diff.TableLocks;
import dev.retort.operation.Importance;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * @param heard what listeners made of it
 * @param states the two states themselves
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
        @Nullable ModelSide model,
        Heard heard,
        Compared states) {

    private static final Set<String> UNMANAGED = Set.of(
            "unmanaged-table",
            "unmanaged-view",
            "unmanaged-materialized-view",
            "unmanaged-sequence",
            "unmanaged-domain",
            "unmanaged-type",
            "unmanaged-enum");

    public Comparison {
        up = List.copyOf(up);
        down = List.copyOf(down);
        warnings = Importance.sorted(warnings);
        downgrade = Importance.sorted(downgrade);
        doubts = List.copyOf(doubts);
        remarks = Importance.sorted(remarks);
    }

    /** A comparison of nothing, or without it. */
    public Comparison(
            String from,
            String to,
            List<Operation> up,
            List<Operation> down,
            List<Warning> warnings,
            List<Warning> downgrade,
            List<Doubt> doubts,
            List<Warning> remarks,
            @Nullable ModelSide model) {
        this(from, to, up, down, warnings, downgrade, doubts, remarks, model, new Heard(), Compared.NOTHING);
    }

    /** The same, its warnings in other words. */
    Comparison withWarnings(List<Warning> newWarnings) {
        return new Comparison(from, to, up, down, newWarnings, downgrade, doubts, remarks, model, heard, states);
    }

    /** The same change in more steps, none of which keeps others out for long. */
    public Comparison online() {
        return new Comparison(
                        from,
                        to,
                        OnlineForm.of(up, states.partitioned()),
                        OnlineForm.of(down, states.partitioned()),
                        warnings,
                        downgrade,
                        doubts,
                        remarks,
                        model,
                        heard,
                        states)
                .withLocks(true);
    }

    /** The same, telling who has to wait while a revision of it runs. */
    Comparison withLocks() {
        return withLocks(false);
    }

    private Comparison withLocks(boolean steps) {
        return new Comparison(
                from,
                to,
                up,
                down,
                TableLocks.tell(warnings, TableLocks.up(states, up, steps)),
                TableLocks.tell(downgrade, TableLocks.down(states.back(), down, steps)),
                doubts,
                remarks,
                model,
                heard,
                states);
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

    /** The same where no revision is written: what to write into one, and to answer of it, helps nobody who looks. */
    public Comparison lookedAt() {
        return withWarnings(warnings.stream()
                .map(warning -> new Warning(warning.rule(), warning.level(), warning.objects(), warning.message(), ""))
                .toList());
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
                model,
                heard,
                states);
    }

    /** The same, telling of stand-ins instead of their being in neither the model nor a revision. */
    Comparison withStandIns(StandIns standIns) {
        if (standIns.tables().isEmpty()) {
            return this;
        }
        List<List<String>> names =
                standIns.names().stream().map(name -> List.of(name.qualified())).toList();
        List<Warning> others = remarks.stream()
                .filter(remark -> !remark.rule().equals("unmanaged-table") || !names.contains(remark.objects()))
                .toList();
        return new Comparison(from, to, up, down, warnings, downgrade, doubts, others, model, heard, states)
                .noting(standIns.remarks());
    }

    /** The remarks on objects of the database that neither the model nor a revision made. */
    public List<Warning> unmanaged() {
        return remarks.stream()
                .filter(remark -> UNMANAGED.contains(remark.rule()))
                .toList();
    }

    /** The same, with warnings in the place of those remarks. */
    public Comparison strict() {
        List<Warning> raised = remarks.stream()
                .map(remark -> UNMANAGED.contains(remark.rule())
                        ? new Warning(
                                remark.rule(), Warning.Level.WARNING, remark.objects(), remark.message(), remark.cure())
                        : remark)
                .toList();
        return new Comparison(from, to, up, down, warnings, downgrade, doubts, raised, model, heard, states);
    }

    /** Warnings and remarks. */
    public List<Warning> allWarnings() {
        return Importance.sorted(
                Stream.concat(warnings.stream(), remarks.stream()).toList());
    }

    /** The listener that each operation comes from that was not found, such as {@code listener Grants}. */
    public Map<Operation, String> authors() {
        return heard.authors();
    }

    /** How many differences listeners left as they are. */
    public int leftAlone() {
        return heard.leftAlone();
    }

    /** Where the operations of the way up come from. */
    public ChangeOrigins origins() {
        return new ChangeOrigins(down, provenance(), authors());
    }

    /** Finds the sources of the entities behind operations. */
    public EntityFiles sources() {
        return model == null
                ? new EntityFiles(Path.of(""), Map.of())
                : new EntityFiles(model.folder(), provenance().entities());
    }

    /** The entities behind tables and columns. */
    public Provenance provenance() {
        return model == null ? Provenance.NONE : model.model().provenance();
    }

    /** The entities in the class path's folders that nobody named, so that their tables are none of the model's. */
    public SortedSet<String> entitiesAside() {
        return model == null ? new TreeSet<>() : model.entitiesAside();
    }

    /** How the entities were read, which they are, and what listeners did, one a line. */
    public List<String> details() {
        return model == null
                ? List.of()
                : Stream.of(
                                model.model().reading().stream(),
                                model.model().entities().stream().map(entity -> "entity " + entity),
                                heard.details().stream())
                        .flatMap(lines -> lines)
                        .toList();
    }
}

package dev.retort.codegen;

import dev.retort.operation.Importance;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a revision's source says.
 *
 * @param revises the revisions right before it: none for the first, several for a merge
 * @param message what it does, as the author wrote it; further lines become further paragraphs of the class comment
 * @param created when it was written
 * @param packageName the package of the class; empty for none
 * @param up the operations of the upgrade, in order
 * @param down the operations of the downgrade, in order
 * @param warnings what the reviewer has to know, the most important first
 * @param provenance the entities behind tables and columns
 * @param branchLabels names for the branch that it starts
 * @param dependsOn revisions or labels that must be applied before it without being its ancestors
 * @param transactional whether it runs in one transaction
 * @param style what the team chose about its files
 * @param authors what made an operation of the upgrade that comes from no entity
 */
public record RevisionDraft(
        String id,
        List<String> revises,
        String message,
        Instant created,
        String packageName,
        List<Operation> up,
        List<Operation> down,
        List<Warning> warnings,
        Provenance provenance,
        List<String> branchLabels,
        List<String> dependsOn,
        boolean transactional,
        RevisionStyle style,
        Map<Operation, String> authors) {

    public RevisionDraft {
        revises = List.copyOf(revises);
        up = List.copyOf(up);
        down = List.copyOf(down);
        warnings = Importance.sorted(warnings);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A draft in one transaction whose operations all come from the comparison itself. */
    public RevisionDraft(
            String id,
            List<String> revises,
            String message,
            Instant created,
            String packageName,
            List<Operation> up,
            List<Operation> down,
            List<Warning> warnings,
            Provenance provenance,
            List<String> branchLabels,
            List<String> dependsOn,
            RevisionStyle style) {
        this(
                id,
                revises,
                message,
                created,
                packageName,
                up,
                down,
                warnings,
                provenance,
                branchLabels,
                dependsOn,
                true,
                style,
                Map.of());
    }

    /** A draft without labels and dependencies. */
    public RevisionDraft(
            String id,
            List<String> revises,
            String message,
            Instant created,
            String packageName,
            List<Operation> up,
            List<Operation> down,
            List<Warning> warnings,
            Provenance provenance) {
        this(
                id,
                revises,
                message,
                created,
                packageName,
                up,
                down,
                warnings,
                provenance,
                List.of(),
                List.of(),
                RevisionStyle.DEFAULT);
    }
}

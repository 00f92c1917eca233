package dev.retort.command.revise;

import dev.retort.codegen.RevisionDraft;
import dev.retort.codegen.RevisionSource;
import dev.retort.codegen.RevisionWriter;
import dev.retort.command.Workspace;
import dev.retort.command.compare.Comparison;
import dev.retort.command.files.SafeFiles;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.revision.RevisionGraph;
import dev.retort.schema.Provenance;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Writes the file of a new revision: empty, to be filled by hand, or with operations. */
public final class NewRevision {

    private final Workspace workspace;

    /**
     * A revision as text, and the place it goes to.
     *
     * @param id its id
     * @param request what was asked for
     * @param revises the revisions it follows
     * @param path its file
     * @param source the text
     */
    public record Drafted(String id, RevisionRequest request, List<String> revises, Path path, RevisionSource source) {}

    /** Writes into the revisions folder of a workspace. */
    public NewRevision(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Makes sure that the revision can be written, before any work is done for it. */
    public void check(RevisionRequest request) {
        RevisionGraph graph = workspace.revisions().graph();
        RevisionPlace.revises(graph, request.head(), request.splice());
        if (request.id() != null) {
            RevisionPlace.checkFree(graph, request.id(), request.branchLabels());
        }
        request.dependsOn().forEach(graph::find);
    }

    /** The text of an empty revision. */
    public Drafted draftEmpty(RevisionRequest request) {
        List<String> revises = RevisionPlace.revises(workspace.revisions().graph(), request.head(), request.splice());
        return draft(request, revises, List.of(), List.of(), List.of(), Provenance.NONE, Map.of());
    }

    /**
     * The text of an empty revision that joins heads.
     *
     * @param named the heads, as typed; none for all
     * @throws dev.retort.UsageException if there are not two of them, or one is no head
     */
    public Drafted draftMerge(RevisionRequest request, List<String> named) {
        List<String> revises = RevisionPlace.merged(workspace.revisions().graph(), named, request.splice());
        return draft(request, revises, List.of(), List.of(), changedByBoth(revises), Provenance.NONE, Map.of());
    }

    /** What has to be said where branches that are joined change the same objects. */
    public List<Warning> changedByBoth(List<String> heads) {
        return ChangedTwice.among(workspace.revisions(), heads);
    }

    /**
     * The text of a revision with the operations of a comparison.
     *
     * @param warnings what its reviewer has to know
     */
    public Drafted draft(RevisionRequest request, Comparison comparison, List<Warning> warnings) {
        RevisionGraph graph = workspace.revisions().graph();
        List<String> revises = RevisionPlace.revises(graph, request.head(), request.splice());
        return draft(
                request,
                revises,
                comparison.up(),
                comparison.down(),
                warnings,
                comparison.provenance(),
                comparison.authors());
    }

    private Drafted draft(
            RevisionRequest request,
            List<String> revises,
            List<Operation> up,
            List<Operation> down,
            List<Warning> warnings,
            Provenance provenance,
            Map<Operation, String> authors) {
        RevisionGraph graph = workspace.revisions().graph();
        Instant created = workspace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        String id = request.id();
        if (id == null) {
            id = RevisionIds.next(workspace.config().revisionIds(), graph, revises, request.message(), created);
        }
        RevisionPlace.checkFree(graph, id, request.branchLabels());
        List<String> dependsOn =
                request.dependsOn().stream().map(name -> graph.find(name).id()).toList();
        RevisionSource source = RevisionWriter.write(new RevisionDraft(
                id,
                revises,
                request.message(),
                created,
                workspace.config().packageName(),
                up,
                down,
                warnings,
                provenance,
                request.branchLabels(),
                dependsOn,
                !request.online(),
                workspace.config().revisionStyle(),
                authors));
        return new Drafted(id, request, revises, workspace.config().revisions().resolve(source.path()), source);
    }

    /** Writes the file, whole or not at all, never over another. */
    public void write(Drafted drafted) {
        SafeFiles.writeNew(drafted.path(), drafted.source().text());
        workspace.rescan();
    }
}

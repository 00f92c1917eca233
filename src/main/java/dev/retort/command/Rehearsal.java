package dev.retort.command;

import dev.retort.codegen.RevisionDraft;
import dev.retort.codegen.RevisionWriter;
import dev.retort.diff.Completion;
import dev.retort.diff.Naming;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.model.Model;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.sql.SqlRenderer;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Goes from entities to a revision's text without a database, so that the JVM learns which classes that takes. */
public final class Rehearsal {

    private static final int SERVER = 18;

    private Rehearsal() {}

    /** Goes the way once; nothing is written. */
    public static void of(Workspace workspace) {
        Model model = ModelSource.read(workspace.config(), SERVER);
        Schema wanted = Completion.complete(model.schema(), Schema.EMPTY, Naming.POSTGRESQL, Renames.NONE, Set.of())
                .schema();
        List<Operation> up =
                SchemaDiffer.diff(Schema.EMPTY, wanted, Renames.NONE).operations();
        List<Operation> down =
                SchemaDiffer.diff(wanted, Schema.EMPTY, Renames.NONE).operations();
        SqlRenderer.render(up);
        RevisionWriter.write(new RevisionDraft(
                "0001", List.of(), "rehearsal", Instant.EPOCH, "rehearsal", up, down, List.of(), model.provenance()));
    }
}

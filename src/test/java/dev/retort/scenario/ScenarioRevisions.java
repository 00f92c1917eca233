package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.codegen.Compiled;
import dev.retort.codegen.RevisionDraft;
import dev.retort.codegen.RevisionSource;
import dev.retort.codegen.RevisionWriter;
import dev.retort.diff.Difference;
import dev.retort.diff.DowngradeWarnings;
import dev.retort.migration.Direction;
import dev.retort.migration.Migration;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Provenance;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The differences of scenarios as revision files, compiled at once: run, they are the statements that were tried. */
final class ScenarioRevisions {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private final List<String> names = new ArrayList<>();
    private final List<RevisionDraft> drafts = new ArrayList<>();

    void add(String name, Difference up, Difference down) {
        if (!up.isEmpty() || !down.isEmpty()) {
            names.add(name);
            drafts.add(draft(name, "scenario" + names.size(), up, down));
        }
    }

    /** The file of one scenario, with all that its reviewer is told of both ways. */
    static RevisionSource file(String name, Difference up, Difference down) {
        List<Warning> warnings = new ArrayList<>(up.warnings());
        warnings.addAll(DowngradeWarnings.of(up, down));
        return RevisionWriter.write(draft(name, "scenario", new Difference(up.operations(), warnings), down));
    }

    private static RevisionDraft draft(String name, String packageName, Difference up, Difference down) {
        return new RevisionDraft(
                "0001",
                List.of(),
                name,
                CREATED,
                packageName,
                up.operations(),
                down.operations(),
                up.warnings(),
                Provenance.NONE);
    }

    /** Fails where a file does not compile without a warning or says another statement than its difference. */
    void check() {
        if (drafts.isEmpty()) {
            return;
        }
        List<RevisionSource> sources =
                drafts.stream().map(RevisionWriter::write).toList();
        List<Migration> migrations = Compiled.compile(sources);
        for (int i = 0; i < migrations.size(); i++) {
            RevisionDraft draft = drafts.get(i);
            says(names.get(i) + ", upgrade", migrations.get(i), Direction.UPGRADE, draft.up());
            says(names.get(i) + ", downgrade", migrations.get(i), Direction.DOWNGRADE, draft.down());
        }
    }

    private static void says(String name, Migration migration, Direction direction, List<Operation> operations) {
        List<Statement> said = SqlRenderer.render(RecordingOperations.of(migration, direction));
        assertThat(said).as(name).isEqualTo(SqlRenderer.render(operations));
    }
}

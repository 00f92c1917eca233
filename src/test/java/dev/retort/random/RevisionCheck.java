package dev.retort.random;

import dev.retort.codegen.Compiled;
import dev.retort.codegen.Normal;
import dev.retort.codegen.RevisionDraft;
import dev.retort.codegen.RevisionSource;
import dev.retort.codegen.RevisionWriter;
import dev.retort.diff.Difference;
import dev.retort.migration.Direction;
import dev.retort.migration.Migration;
import dev.retort.migration.RecordingOperations;
import dev.retort.operation.Operation;
import dev.retort.schema.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether the revisions of many differences compile and say the same operations, all of them compiled at once. */
public final class RevisionCheck {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

    private final List<Long> seeds = new ArrayList<>();
    private final List<Difference> ups = new ArrayList<>();
    private final List<Difference> downs = new ArrayList<>();
    private final List<RevisionSource> sources = new ArrayList<>();

    public int size() {
        return seeds.size();
    }

    /** Writes a revision, twice the same. */
    public Failure add(long seed, Difference up, Difference down) {
        RevisionDraft draft = new RevisionDraft(
                String.format("%04d", seeds.size() + 1),
                List.of(),
                "seed " + seed,
                CREATED,
                "seed" + seed + ".migrations",
                up.operations(),
                down.operations(),
                up.warnings(),
                Provenance.NONE);
        RevisionSource source;
        try {
            source = RevisionWriter.write(draft);
        } catch (RuntimeException e) {
            return new Failure("write the revision", e.toString());
        }
        if (!source.equals(RevisionWriter.write(draft))) {
            return new Failure("write the revision", "the second is another");
        }
        seeds.add(seed);
        ups.add(up);
        downs.add(down);
        sources.add(source);
        return null;
    }

    /** What does not hold, with its seed in front; empty where all does. Starts over. */
    public List<Failure> finish() {
        List<Failure> failures = new ArrayList<>();
        List<Migration> migrations = compiled(failures);
        for (int i = 0; i < migrations.size(); i++) {
            String seed = "revision of seed " + seeds.get(i);
            record(seed, migrations.get(i), Direction.UPGRADE, ups.get(i), failures);
            record(seed, migrations.get(i), Direction.DOWNGRADE, downs.get(i), failures);
        }
        seeds.clear();
        ups.clear();
        downs.clear();
        sources.clear();
        return failures;
    }

    private List<Migration> compiled(List<Failure> failures) {
        if (sources.isEmpty()) {
            return List.of();
        }
        try {
            return Compiled.compile(sources);
        } catch (AssertionError all) {
            for (int i = 0; i < sources.size(); i++) {
                try {
                    Compiled.compile(List.of(sources.get(i)));
                } catch (AssertionError e) {
                    failures.add(new Failure(
                            "compile the revision of seed " + seeds.get(i), String.valueOf(e.getMessage())));
                }
            }
            if (failures.isEmpty()) {
                failures.add(new Failure("compile the revisions", String.valueOf(all.getMessage())));
            }
            return List.of();
        }
    }

    private static void record(
            String seed, Migration migration, Direction direction, Difference difference, List<Failure> failures) {
        try {
            List<String> recorded = texts(RecordingOperations.of(migration, direction));
            List<String> drafted = texts(difference.operations());
            for (int i = 0; i < Math.max(recorded.size(), drafted.size()); i++) {
                String is = i < recorded.size() ? recorded.get(i) : "nothing";
                String shall = i < drafted.size() ? drafted.get(i) : "nothing";
                if (!is.equals(shall)) {
                    failures.add(new Failure(seed, direction + " records\n  " + is + "\n  for\n  " + shall));
                    return;
                }
            }
        } catch (RuntimeException e) {
            failures.add(new Failure(seed, direction + " " + e));
        }
    }

    private static List<String> texts(List<Operation> operations) {
        return Normal.of(operations).stream().map(Operation::toString).toList();
    }
}

package dev.retort.codegen;

import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Provenance;
import java.time.Instant;
import java.util.List;

/** Drafts whose operations are all that matters. */
final class Drafts {

    static final Instant CREATED = Instant.parse("2026-11-20T14:02:11.123456Z");

    private Drafts() {}

    static RevisionDraft of(List<Operation> up, List<Operation> down) {
        return of("0007", "add customer tier", up, down, List.of());
    }

    static RevisionDraft of(
            String id, String message, List<Operation> up, List<Operation> down, List<Warning> warnings) {
        return new RevisionDraft(
                id, List.of("0006"), message, CREATED, "com.acme.shop.migrations", up, down, warnings, Provenance.NONE);
    }
}

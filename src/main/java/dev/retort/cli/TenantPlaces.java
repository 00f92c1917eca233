package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.TenantsJson;
import dev.retort.command.Workspace;
import dev.retort.command.tenant.Outcome;
import dev.retort.command.tenant.TenantCurrent;
import dev.retort.command.tenant.TenantCurrent.Place;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.HalfDone;
import dev.retort.runtime.Standing;
import java.util.ArrayList;
import java.util.List;

/** {@code current} where the settings name tenants. */
final class TenantPlaces {

    private final RetortCommand retort;
    private final Workspace workspace;
    private final boolean noRevisions;

    TenantPlaces(RetortCommand retort, Workspace workspace) {
        this.retort = retort;
        this.workspace = workspace;
        this.noRevisions = workspace.revisions().graph().isEmpty();
    }

    int run(boolean json, boolean checkHeads) {
        List<Place> places = new TenantCurrent(workspace).run();
        if (json) {
            RevisionGraph graph = workspace.revisions().graph();
            retort.terminal().document(TenantsJson.of(places, (tenant, left) -> TenantNames.of(List.of(tenant))
                    .errors(retort)
                    .typed(left.cure(graph))));
        } else {
            places.forEach(this::line);
            new TenantStories(retort, workspace.revisions().graph()).tell(places);
        }
        int code = new TenantSummary(retort)
                .failures(places.stream()
                        .map(Place::found)
                        .filter(found -> found.failure() != null)
                        .map(Outcome::unmoved)
                        .toList());
        long behind = places.stream()
                .filter(place -> place.found().failure() == null && !place.complete())
                .count();
        if (behind > 0) {
            retort.terminal()
                    .remark(Shown.count((int) behind, "tenant") + " of " + places.size()
                            + (behind == 1 ? " is" : " are") + " not at head. Run: "
                            + retort.typed("retort upgrade head"));
        }
        return code == Subcommand.DONE && checkHeads && behind > 0 ? Subcommand.NO : code;
    }

    private void line(Place place) {
        if (place.found().failure() == null) {
            String doubts = doubts(place);
            String head = place.complete() && !noRevisions ? "  (head)" : "";
            retort.terminal()
                    .line(
                            Part.plain(place.found().tenant().name() + "  "
                                    + TenantSummary.place(place.found().rows())),
                            new Part(Ink.FAINT, head),
                            new Part(Ink.WARNING, doubts));
        }
    }

    private static String doubts(Place place) {
        Standing standing = place.found().standing();
        List<String> doubts = new ArrayList<>();
        if (!place.unknown().isEmpty()) {
            doubts.add("no file has " + String.join(", ", place.unknown()));
        }
        if (!standing.halfDone().isEmpty()) {
            doubts.add("half done: "
                    + String.join(
                            ", ",
                            standing.halfDone().stream().map(HalfDone::revision).toList()));
        }
        if (!place.edited().isEmpty()) {
            doubts.add("edited since: "
                    + String.join(
                            ", ",
                            place.edited().stream()
                                    .map(edited -> edited.revision().id())
                                    .toList()));
        }
        if (!standing.synced().isEmpty()) {
            doubts.add("synced ahead of its revisions");
        }
        return doubts.isEmpty() ? "" : "  (" + String.join("; ", doubts) + ")";
    }
}

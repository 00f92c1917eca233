package dev.retort.cli;

import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.TenantsJson;
import dev.retort.command.Workspace;
import dev.retort.command.tenant.Outcome;
import dev.retort.command.tenant.TenantCurrent;
import dev.retort.command.tenant.TenantCurrent.Place;
import java.util.List;

/** {@code current} where the settings name tenants. */
final class TenantPlaces {

    private final RetortCommand retort;
    private final Workspace workspace;

    TenantPlaces(RetortCommand retort, Workspace workspace) {
        this.retort = retort;
        this.workspace = workspace;
    }

    int run(boolean json, boolean checkHeads) {
        List<Place> places = new TenantCurrent(workspace).run();
        if (json) {
            retort.terminal().document(TenantsJson.of(places));
        } else {
            places.forEach(this::line);
        }
        int code = new TenantSummary(retort.terminal(), retort.errors())
                .failures(places.stream()
                        .map(Place::found)
                        .filter(found -> found.failure() != null)
                        .map(found ->
                                new Outcome(found.tenant(), found.rows(), found.rows(), List.of(), found.failure()))
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
            String note = place.unknown().isEmpty()
                    ? place.complete() ? "  (head)" : ""
                    : "  (no file has " + String.join(", ", place.unknown()) + ")";
            retort.terminal()
                    .line(
                            Part.plain(place.found().tenant().name() + "  "
                                    + TenantSummary.place(place.found().rows())),
                            new Part(place.unknown().isEmpty() ? Ink.FAINT : Ink.WARNING, note));
        }
    }
}

package dev.retort.cli;

import dev.retort.cli.output.ErrorPrinter;
import dev.retort.command.tenant.Tenant;
import dev.retort.command.tenant.TenantCurrent.Place;
import dev.retort.runtime.Edited;
import dev.retort.runtime.HalfDone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what is not as it should be where tenants stand, and how to go on: once for all that have it in common. */
final class TenantStories {

    private final ErrorPrinter errors;

    TenantStories(ErrorPrinter errors) {
        this.errors = errors;
    }

    void tell(List<Place> places) {
        Map<HalfDone, List<Tenant>> halfDone = new LinkedHashMap<>();
        Map<String, List<Tenant>> edited = new LinkedHashMap<>();
        Map<String, Edited> first = new LinkedHashMap<>();
        for (Place place : places) {
            Tenant tenant = place.found().tenant();
            place.found().standing().halfDone().forEach(left -> halfDone.computeIfAbsent(
                            left, none -> new ArrayList<>())
                    .add(tenant));
            for (Edited one : place.edited()) {
                String id = one.revision().id();
                first.putIfAbsent(id, one);
                edited.computeIfAbsent(id, none -> new ArrayList<>()).add(tenant);
            }
        }
        halfDone.forEach((left, tenants) ->
                errors.warn(TenantSummary.names(tenants) + ": " + left.what(), left.story(), left.cure()));
        first.forEach((id, one) -> tell(one, edited.getOrDefault(id, List.of())));
    }

    /** A stamp as one database has it would be one of every tenant, wherever it stands. */
    private void tell(Edited edited, List<Tenant> tenants) {
        errors.warn(
                TenantSummary.names(tenants) + ": " + edited.what(),
                tenants.size() == 1 ? edited.why() : edited.whyOfMany(),
                edited.cure().replaceFirst("(?s): retort stamp .*", "")
                        + ", by a stamp with options that name "
                        + (tenants.size() == 1 ? "this tenant" : "one of these tenants")
                        + " alone, and where it stands");
    }
}

package dev.retort.cli;

import dev.retort.command.tenant.Tenant;
import dev.retort.command.tenant.TenantCurrent.Place;
import dev.retort.revision.RevisionGraph;
import dev.retort.runtime.Edited;
import dev.retort.runtime.HalfDone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what is not as it should be where tenants stand, and how to go on: once for all that have it in common. */
final class TenantStories {

    private final RetortCommand retort;
    private final RevisionGraph graph;

    TenantStories(RetortCommand retort, RevisionGraph graph) {
        this.retort = retort;
        this.graph = graph;
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
        halfDone.forEach((left, tenants) -> {
            TenantNames names = TenantNames.of(tenants);
            names.errors(retort).warn(names + ": " + left.what(), left.story(), names.completed(left.cure(graph)));
        });
        first.forEach((id, one) -> tell(one, edited.getOrDefault(id, List.of())));
    }

    /** The stamp says where the first one stands; the others may stand elsewhere. */
    private void tell(Edited edited, List<Tenant> tenants) {
        TenantNames.of(tenants.subList(0, 1))
                .errors(retort)
                .warn(
                        TenantNames.of(tenants) + ": " + edited.what(),
                        tenants.size() == 1 ? edited.why() : edited.whyOfMany(),
                        edited.cure()
                                + (tenants.size() == 1
                                        ? ""
                                        : "\nThe others in the same way, each where it stands: retort current says where"));
    }
}

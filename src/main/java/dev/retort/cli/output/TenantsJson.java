package dev.retort.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retort.command.tenant.Tenant;
import dev.retort.command.tenant.TenantCurrent.Place;
import dev.retort.runtime.HalfDone;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiFunction;

/** Where tenants stand, as JSON; names and keys are a contract that scripts rely on. */
public final class TenantsJson {

    private TenantsJson() {}

    /**
     * {@code {"tenants": [{"tenant": …, "revisions": […], "at_head": …, "unknown": […], "half_done": […], "edited": […], "error": …}]}}, the error null where it
     * could be asked.
     *
     * @param cures how a tenant goes on with what is half done there
     */
    public static String of(List<Place> places, BiFunction<Tenant, HalfDone, String> cures) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeArrayFieldStart("tenants");
            for (Place place : places) {
                json.writeStartObject();
                json.writeStringField("tenant", place.found().tenant().name());
                EntriesJson.strings(json, "revisions", List.copyOf(place.found().rows()));
                json.writeBooleanField("at_head", place.complete());
                EntriesJson.strings(json, "unknown", place.unknown());
                Tenant tenant = place.found().tenant();
                EntriesJson.halfDone(json, place.found().standing().halfDone(), left -> cures.apply(tenant, left));
                EntriesJson.edited(json, place.edited());
                var failure = place.found().failure();
                json.writeStringField("error", failure == null ? null : failure.failure() + ": " + failure.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

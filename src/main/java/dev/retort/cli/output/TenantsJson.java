package dev.retort.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retort.command.tenant.TenantCurrent.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Where tenants stand, as JSON; names and keys are a contract that scripts rely on. */
public final class TenantsJson {

    private TenantsJson() {}

    /** {@code {"tenants": [{"tenant": …, "revisions": […], "at_head": …, "error": …}]}}, the error null where it could be asked. */
    public static String of(List<Place> places) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeArrayFieldStart("tenants");
            for (Place place : places) {
                json.writeStartObject();
                json.writeStringField("tenant", place.found().tenant().name());
                json.writeArrayFieldStart("revisions");
                for (String row : place.found().rows()) {
                    json.writeString(row);
                }
                json.writeEndArray();
                json.writeBooleanField("at_head", place.complete());
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

package dev.retort.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retort.command.verify.Verification;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A verification as JSON. */
public final class VerificationJson {

    private VerificationJson() {}

    /** The JSON, one document ended by a line break. */
    public static String of(Verification verification) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("status", verification.passed() ? "verified" : "failed");
            json.writeStringField("server", verification.server());
            json.writeNumberField("millis", verification.took().toMillis());
            json.writeArrayFieldStart("steps");
            for (Verification.Step step : verification.steps()) {
                json.writeStartObject();
                json.writeStringField("name", step.name());
                json.writeStringField("what", step.what());
                json.writeStringField("outcome", VerificationText.word(step));
                json.writeNumberField("millis", step.took().toMillis());
                json.writeArrayFieldStart("detail");
                for (String line : step.detail()) {
                    json.writeString(line);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }
}

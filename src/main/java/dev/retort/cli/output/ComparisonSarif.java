package dev.retort.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retort.command.compare.ChangeOrigins;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.EntityFiles;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A comparison as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts read. */
public final class ComparisonSarif {

    private ComparisonSarif() {}

    /** The SARIF log of a comparison. */
    public static String of(Comparison comparison) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json, comparison);
            json.writeArrayFieldStart("results");
            EntityFiles sources = comparison.sources();
            ChangeOrigins origins = comparison.origins();
            for (Operation operation : comparison.up()) {
                result(
                        json,
                        operation.kind(),
                        "error",
                        "No revision for: " + operation.summary(),
                        operation.object(),
                        origins.place(operation, sources).orElse(null));
            }
            for (Warning warning : comparison.allWarnings()) {
                result(
                        json,
                        warning.rule(),
                        level(warning),
                        warning.message(),
                        warning.objects().isEmpty() ? "" : warning.objects().get(0),
                        null);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void tool(JsonGenerator json, Comparison comparison) throws IOException {
        SortedSet<String> rules = new TreeSet<>();
        comparison.up().forEach(operation -> rules.add(operation.kind()));
        comparison.allWarnings().forEach(warning -> rules.add(warning.rule()));
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "retort");
        json.writeArrayFieldStart("rules");
        for (String rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(
            JsonGenerator json,
            String rule,
            String level,
            String message,
            String object,
            EntityFiles.@Nullable Place place)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", rule);
        json.writeStringField("level", level);
        json.writeObjectFieldStart("message");
        json.writeStringField("text", message);
        json.writeEndObject();
        if (!object.isEmpty() || place != null) {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            if (place != null) {
                json.writeObjectFieldStart("physicalLocation");
                json.writeObjectFieldStart("artifactLocation");
                json.writeStringField("uri", uri(place.file()));
                json.writeEndObject();
                json.writeObjectFieldStart("region");
                json.writeNumberField("startLine", place.line());
                json.writeEndObject();
                json.writeEndObject();
            }
            if (!object.isEmpty()) {
                json.writeArrayFieldStart("logicalLocations");
                json.writeStartObject();
                json.writeStringField("fullyQualifiedName", object);
                json.writeEndObject();
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** A path as a URI reference, as the format wants it: spaces and the like are escaped. */
    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    private static String level(Warning warning) {
        return switch (warning.level()) {
            case INFO -> "note";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }
}

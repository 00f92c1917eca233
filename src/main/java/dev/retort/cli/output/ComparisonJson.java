package dev.retort.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retort.command.compare.ChangeOrigins;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.Sql;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A comparison as JSON; names and keys are a contract that scripts rely on. */
public final class ComparisonJson {

    private ComparisonJson() {}

    /** The JSON of a comparison, one document ended by a line break; its status is {@code clean} or {@code drift}. */
    public static String of(Comparison comparison) {
        return of(comparison, comparison.isEmpty() ? "clean" : "drift");
    }

    /** The same with a status of its own. */
    public static String of(Comparison comparison, String status) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("status", status);
            json.writeStringField("from", comparison.from());
            json.writeStringField("to", comparison.to());
            json.writeArrayFieldStart("operations");
            Map<String, List<Warning>> risks = risks(comparison.warnings());
            ChangeOrigins origins = comparison.origins();
            for (Operation operation : comparison.up()) {
                operation(json, operation, comparison, origins, risks.getOrDefault(operation.object(), List.of()));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (Warning warning : comparison.allWarnings()) {
                warning(json, warning);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void operation(
            JsonGenerator json, Operation operation, Comparison comparison, ChangeOrigins origins, List<Warning> risks)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", operation.kind());
        json.writeStringField("object", operation.object());
        json.writeStringField("summary", operation.summary());
        optional(json, "entity", origins.entity(operation));
        optional(
                json,
                "listener",
                Optional.ofNullable(comparison.authors().get(operation))
                        .map(author -> author.substring(author.lastIndexOf(' ') + 1)));
        if (operation instanceof AlterColumn alter) {
            json.writeArrayFieldStart("changes");
            for (ColumnChange change : alter.changes()) {
                json.writeStartObject();
                json.writeStringField("aspect", change.aspect());
                json.writeStringField("summary", change.words());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        strings(json, "sql", Sql.of(operation));
        json.writeArrayFieldStart("risks");
        for (Warning risk : risks) {
            risk(json, risk);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Map<String, List<Warning>> risks(List<Warning> warnings) {
        Map<String, List<Warning>> risks = new HashMap<>();
        warnings.forEach(
                warning -> warning.objects().forEach(object -> risks.computeIfAbsent(object, key -> new ArrayList<>())
                        .add(warning)));
        return risks;
    }

    private static void risk(JsonGenerator json, Warning warning) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", warning.rule());
        json.writeStringField("level", warning.level().word());
        json.writeStringField("message", warning.message());
        json.writeEndObject();
    }

    private static void warning(JsonGenerator json, Warning warning) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", warning.rule());
        json.writeStringField("level", warning.level().word());
        strings(json, "objects", warning.objects());
        json.writeStringField("message", warning.message());
        json.writeStringField("cure", warning.cure());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}

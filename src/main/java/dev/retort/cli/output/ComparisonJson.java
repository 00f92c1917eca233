package dev.retort.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retort.command.compare.Comparison;
import dev.retort.command.compare.Origin;
import dev.retort.command.compare.Sql;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Provenance;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A comparison as JSON; names and keys are a contract that scripts rely on. */
public final class ComparisonJson {

    private ComparisonJson() {}

    /** The JSON of a comparison, one document ended by a line break. */
    public static String of(Comparison comparison) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("status", comparison.isEmpty() ? "clean" : "drift");
            json.writeStringField("from", comparison.from());
            json.writeStringField("to", comparison.to());
            json.writeArrayFieldStart("operations");
            for (Operation operation : comparison.up()) {
                operation(json, operation, comparison.provenance());
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

    private static void operation(JsonGenerator json, Operation operation, Provenance provenance) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", operation.kind());
        json.writeStringField("object", operation.object());
        json.writeStringField("summary", operation.summary());
        var origin = Origin.of(operation, provenance);
        if (origin.isPresent()) {
            json.writeStringField("entity", origin.get());
        }
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
        json.writeEndArray();
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

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}

package dev.retort.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.retort.command.compare.Sql;
import dev.retort.command.history.Contents;
import dev.retort.command.history.Current;
import dev.retort.command.history.Entry;
import dev.retort.command.history.Presence;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.Edited;
import dev.retort.runtime.HalfDone;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Revisions as JSON; names and keys are a contract that scripts rely on. */
public final class EntriesJson {

    private final UnaryOperator<String> paths;

    /** Writes paths as this spells them. */
    public EntriesJson(UnaryOperator<String> paths) {
        this.paths = paths;
    }

    /** More keys of a revision, or of the document. */
    @FunctionalInterface
    public interface More<T> {
        /** Writes them, or none. */
        void write(JsonGenerator json, T subject) throws IOException;
    }

    /** {@code {"revisions": […]}}, in the order given. */
    public String of(List<Entry> entries) {
        return of(entries, (json, entry) -> {});
    }

    /** The same with more keys for each. */
    public String of(List<Entry> entries, More<Entry> more) {
        return document(json -> revisions(json, entries, more));
    }

    /** Branch points with what follows each; a command that said it in JSON's own terms would need its library to be looked at. */
    public String withChildren(List<Entry> points, Function<Entry, List<Entry>> followers) {
        return of(points, (json, entry) -> children(json, followers.apply(entry)));
    }

    /** Revisions with what each does, by the word of the way. */
    public String withContents(List<Entry> entries, Function<Entry, Map<String, Contents>> ways) {
        return of(entries, (json, entry) -> {
            for (Map.Entry<String, Contents> way : ways.apply(entry).entrySet()) {
                contents(json, way.getKey(), way.getValue());
            }
        });
    }

    /**
     * Where a database stands.
     *
     * @param typed gives the commands in a text as they are to be typed
     */
    public String of(Current.Result current, UnaryOperator<String> typed) {
        return document(json -> {
            json.writeStringField("database", current.database());
            json.writeBooleanField("at_head", current.complete());
            revisions(json, current.applied(), (generator, entry) -> {});
            strings(json, "unknown", current.unknown());
            halfDone(json, current.halfDone(), left -> typed.apply(left.cure(current.graph())));
            edited(json, current.edited());
        });
    }

    /** What is half done, as a key of where a database stands. */
    static void halfDone(JsonGenerator json, List<HalfDone> halfDone, Function<HalfDone, String> cures)
            throws IOException {
        json.writeArrayFieldStart("half_done");
        for (HalfDone left : halfDone) {
            json.writeStartObject();
            json.writeStringField("revision", left.revision());
            json.writeStringField("story", left.story());
            json.writeStringField("cure", cures.apply(left));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The ids of edited revisions, as a key of where a database stands. */
    static void edited(JsonGenerator json, List<Edited> edited) throws IOException {
        strings(json, "edited", edited.stream().map(one -> one.revision().id()).toList());
    }

    /** The ids of the revisions that follow one, as a key of it. */
    private static void children(JsonGenerator json, List<Entry> children) throws IOException {
        strings(
                json,
                "children",
                children.stream().map(child -> child.revision().id()).toList());
    }

    /** One way of a revision, as a key of it. */
    private static void contents(JsonGenerator json, String way, Contents contents) throws IOException {
        json.writeObjectFieldStart(way);
        json.writeBooleanField("asks_database", contents.asks());
        if (!contents.irreversible().isEmpty()) {
            json.writeStringField("irreversible", contents.irreversible());
        }
        json.writeArrayFieldStart("operations");
        for (Operation operation : contents.operations()) {
            json.writeStartObject();
            json.writeStringField("kind", operation.kind());
            json.writeStringField("object", operation.object());
            json.writeStringField("summary", operation.summary());
            strings(json, "sql", Sql.of(operation));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes the keys of a document. */
    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String document(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void revisions(JsonGenerator json, List<Entry> entries, More<Entry> more) throws IOException {
        json.writeArrayFieldStart("revisions");
        for (Entry entry : entries) {
            json.writeStartObject();
            revision(json, entry);
            more.write(json, entry);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void revision(JsonGenerator json, Entry entry) throws IOException {
        RevisionInfo revision = entry.revision();
        json.writeStringField("id", revision.id());
        strings(json, "revises", revision.revises());
        strings(json, "depends_on", revision.dependsOn());
        strings(json, "branch_labels", revision.branchLabels());
        json.writeStringField("message", revision.message());
        json.writeStringField("created", revision.created().toString());
        json.writeBooleanField("head", entry.head());
        json.writeBooleanField("branch_point", entry.branchPoint());
        json.writeBooleanField("merge_point", entry.mergePoint());
        json.writeFieldName("applied");
        if (entry.presence() == Presence.UNKNOWN) {
            json.writeNull();
        } else {
            json.writeBoolean(entry.presence() == Presence.APPLIED);
        }
        json.writeBooleanField("current", entry.current());
        json.writeBooleanField("half_done", entry.halfDone());
        json.writeBooleanField("transactional", revision.transactional());
        json.writeBooleanField("after_deploy", revision.afterDeploy());
        strings(json, "warnings", revision.warnings());
        strings(json, "acknowledged", revision.acknowledged());
        json.writeStringField("class", revision.className());
        json.writeStringField("path", paths.apply(revision.location()));
    }

    /** Texts, as a key. */
    static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}

package dev.retort.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mapping documents looked through as text, to say in which line an error is. */
final class MappingDocuments {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.]*");
    private static final Pattern PARSED =
            Pattern.compile("(?:mapping document:?|origin) ([^\\s\\[(]+\\.xml)|\\[([^\\s\\[\\]]+\\.xml)]");
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("lineNumber: (\\d+); columnNumber: (\\d+)"),
            Pattern.compile("\\[row,col]:\\[(\\d+),(\\d+)]"),
            Pattern.compile("line number (\\d+) and column (\\d+)"));

    private final EntitySources sources;
    private final ClassLoader loader;

    MappingDocuments(EntitySources sources, ClassLoader loader) {
        this.sources = sources;
        this.loader = loader;
    }

    /** Where a document cannot be parsed, such as {@code META-INF/orm.xml, line 6, column 7}; empty where the message speaks of no document. */
    static Optional<String> unparsed(String message) {
        Matcher document = PARSED.matcher(message);
        if (!document.find()) {
            return Optional.empty();
        }
        String name = document.group(1) == null ? document.group(2) : document.group(1);
        for (Pattern pattern : PLACES) {
            Matcher place = pattern.matcher(message);
            if (place.find() && !place.group(1).equals("0")) {
                return Optional.of(name + ", line " + place.group(1) + ", column " + place.group(2));
            }
        }
        return Optional.of(name);
    }

    /** What to do about a document that cannot be read. */
    static String cure(String message) {
        return message.contains("BadVersion")
                ? "State in its root element a version that Hibernate knows, such as version=\"3.1\"."
                : "Correct the document.";
    }

    /** What the parser says, without where, and with element names as they are written. */
    static String essence(FailureText failure) {
        String message = String.valueOf(failure.root().getMessage()).strip();
        String essence = message.replaceAll("(?s).*\\nMessage: ", "")
                .replaceFirst("(?s).*unmarshalling at line number \\d+ and column \\d+\\. Message: ", "")
                .replaceFirst("\\(uri:\"[^\"]*\", local:\"([^\"]*)\"\\)", "$1")
                .replaceAll("<\\{[^}]*}([\\w-]+)>", "$1")
                .replaceAll("\\s+", " ")
                .strip();
        return essence.equals("null") ? failure.reason() : essence;
    }

    /** The line that holds, as the value of an attribute, a name that a message speaks of; those of attributes go before those of classes. */
    Optional<String> lineOf(String message) {
        List<String> attributes = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        WORD.matcher(message)
                .results()
                .map(r -> r.group().replaceAll("\\.$", ""))
                .forEach(word -> (word.contains(".") ? classes : attributes).add(word));
        for (Map.Entry<String, List<String>> document : texts().entrySet()) {
            boolean speaksOf = classes.isEmpty()
                    || classes.stream().anyMatch(c -> document.getValue().stream()
                            .anyMatch(l -> holds(l, c) || holds(l, MappedClasses.simple(c))));
            for (List<String> words : List.of(attributes, classes)) {
                for (String word : speaksOf ? words : List.<String>of()) {
                    for (int i = 0; i < document.getValue().size(); i++) {
                        if (holds(document.getValue().get(i), word)) {
                            return Optional.of(document.getKey() + ", line " + (i + 1));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(String line, String word) {
        return line.contains('"' + word + '"') || line.contains('\'' + word + '\'') || line.contains('>' + word + '<');
    }

    private Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String resource : sources.resources()) {
            try (InputStream in = loader.getResourceAsStream(resource)) {
                texts.put(resource, in == null ? List.of() : lines(in.readAllBytes()));
            } catch (IOException unreadable) {
                // Then Hibernate could not read it either, and said so.
                texts.put(resource, List.of());
            }
        }
        for (String file : sources.files()) {
            try {
                texts.put(file, lines(Files.readAllBytes(Path.of(file))));
            } catch (IOException unreadable) {
                texts.put(file, List.of());
            }
        }
        return texts;
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
}

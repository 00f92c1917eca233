package dev.retort.command.config.toml;

import dev.retort.command.config.toml.TomlTable.Made;
import java.util.ArrayList;
import java.util.List;

/** Reads a document of TOML 1.0. */
public final class TomlReader {

    private final TomlText text;
    private final TomlStrings strings;
    private final TomlScalars scalars;
    private final TomlTable top = new TomlTable(Made.STATED);

    private TomlReader(String document) {
        this.text = new TomlText(document);
        this.strings = new TomlStrings(text);
        this.scalars = new TomlScalars(text);
    }

    /**
     * Reads a document.
     *
     * @throws TomlException if it is none
     */
    public static TomlTable read(String document) throws TomlException {
        return new TomlReader(document).document();
    }

    private TomlTable document() throws TomlException {
        TomlTable section = top;
        text.blankLines();
        while (!text.atEnd()) {
            if (text.peek() == '[') {
                section = header();
            } else {
                pair(section);
                text.endOfLine("the value");
            }
            text.blankLines();
        }
        return top;
    }

    private TomlTable header() throws TomlException {
        int line = text.line();
        boolean array = text.take("[[");
        if (!array) {
            text.next();
        }
        List<String> key = key();
        if (!text.take(array ? "]]" : "]")) {
            throw text.wrong("The header of a table lacks its closing " + (array ? "]]" : "]") + ".");
        }
        text.endOfLine("the header");
        TomlTable parent = top;
        for (String part : key.subList(0, key.size() - 1)) {
            parent = within(parent, part, line);
        }
        String name = key.get(key.size() - 1);
        return array ? element(parent, name, line) : table(parent, name, line);
    }

    /** The table on the way to a header's own, made if there is none. */
    private static TomlTable within(TomlTable parent, String part, int line) throws TomlException {
        Object value = parent.get(part);
        if (value == null) {
            TomlTable made = new TomlTable(Made.IMPLIED);
            parent.put(part, made, line);
            return made;
        } else if (value instanceof TomlTable table && table.made() != Made.INLINE) {
            return table;
        } else if (value instanceof TomlArray array && array.ofTables()) {
            return (TomlTable) array.last();
        }
        throw taken(parent, part, line);
    }

    private static TomlTable table(TomlTable parent, String name, int line) throws TomlException {
        if (parent.get(name) instanceof TomlTable known && known.made() == Made.IMPLIED) {
            known.state();
            return known;
        }
        TomlTable made = new TomlTable(Made.STATED);
        parent.put(name, made, line);
        return made;
    }

    private static TomlTable element(TomlTable parent, String name, int line) throws TomlException {
        TomlTable made = new TomlTable(Made.STATED);
        if (parent.get(name) instanceof TomlArray known && known.ofTables()) {
            known.add(made, line);
        } else {
            TomlArray array = new TomlArray(true);
            parent.put(name, array, line);
            array.add(made, line);
        }
        return made;
    }

    /** {@code key = value}, where the key may have dots. */
    private void pair(TomlTable section) throws TomlException {
        int line = text.line();
        List<String> key = key();
        if (!text.take("=")) {
            throw text.wrong("A key is followed by = and its value.");
        }
        text.blanks();
        TomlTable table = section;
        for (String part : key.subList(0, key.size() - 1)) {
            Object value = table.get(part);
            if (value == null) {
                TomlTable made = new TomlTable(Made.DOTTED);
                table.put(part, made, line);
                table = made;
            } else if (value instanceof TomlTable known && known.made() == Made.DOTTED) {
                table = known;
            } else {
                throw taken(table, part, line);
            }
        }
        table.put(key.get(key.size() - 1), value(), line);
    }

    private List<String> key() throws TomlException {
        List<String> parts = new ArrayList<>();
        do {
            text.blanks();
            parts.add(strings.here() ? strings.ofOneLine() : bareKey());
            text.blanks();
        } while (text.take("."));
        return parts;
    }

    private String bareKey() throws TomlException {
        StringBuilder key = new StringBuilder();
        for (char c = text.peek();
                (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
                c = text.peek()) {
            key.append(text.next());
        }
        if (key.isEmpty()) {
            throw text.wrong("A key is missing here: " + text.rest());
        }
        return key.toString();
    }

    private Object value() throws TomlException {
        return switch (text.peek()) {
            case '"', '\'' -> strings.any();
            case '[' -> array();
            case '{' -> inline();
            default -> scalars.read();
        };
    }

    private TomlArray array() throws TomlException {
        TomlArray array = new TomlArray(false);
        text.next();
        text.blankLines();
        while (!text.take("]")) {
            int line = text.line();
            array.add(value(), line);
            text.blankLines();
            if (!text.take(",") && text.peek() != ']') {
                throw text.wrong("An array lacks a comma, or its closing ].");
            }
            text.blankLines();
        }
        return array;
    }

    private TomlTable inline() throws TomlException {
        TomlTable table = new TomlTable(Made.INLINE);
        text.next();
        text.blanks();
        if (text.take("}")) {
            return table;
        }
        do {
            pair(table);
            text.blanks();
        } while (text.take(","));
        if (!text.take("}")) {
            throw text.wrong("A table between braces lacks a comma, or its closing }.");
        }
        return table;
    }

    private static TomlException taken(TomlTable table, String key, int line) {
        return new TomlException(
                line, "The key " + key + " stands on line " + table.line(key) + " already, and cannot be added to.");
    }
}

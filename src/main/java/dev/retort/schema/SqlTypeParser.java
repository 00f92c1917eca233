package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads any spelling of a type: words and quoted names, modifiers in parentheses, array marks. */
final class SqlTypeParser {

    private final String text;
    private int at;

    /** The words of the type's name, folded unless quoted. */
    private final List<String> words = new ArrayList<>();

    /** Whether the word of the same position was quoted. */
    private final List<Boolean> quoted = new ArrayList<>();

    private String namespace = "";
    private String modifiers = "";
    private boolean array;

    private SqlTypeParser(String text) {
        this.text = text;
    }

    static SqlType parse(String text) {
        return new SqlTypeParser(text).type();
    }

    private SqlType type() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '(') {
                modifiers = parenthesised();
            } else if (c == '[') {
                array = true;
                at = after(']');
            } else if (c == '.') {
                qualify();
            } else if (c == '"') {
                words.add(quotedWord());
                quoted.add(true);
            } else {
                word();
            }
        }
        if (words.isEmpty()) {
            throw malformed();
        }
        return array ? element().asArray() : element();
    }

    private SqlType element() {
        boolean builtinNamespace = namespace.isEmpty() || namespace.equals("pg_catalog");
        if (!builtinNamespace) {
            return new SqlType(new ObjectName(namespace, only()), "", modifiers, false);
        }
        if (quoted.contains(true)) {
            // "char" is a built-in type that is always quoted; every other quoted name that is no keyword's spelling is
            // what it says.
            return only().equals("char") || BuiltinTypes.isName(only())
                    ? SqlType.builtin(only().equals("char") ? "\"char\"" : only())
                    : new SqlType(ObjectName.of(only()), "", modifiers, false);
        }
        return BuiltinTypes.canonical(words, modifiers)
                .orElseGet(() -> new SqlType(ObjectName.of(String.join(" ", words)), "", modifiers, false));
    }

    private String only() {
        if (words.size() != 1) {
            throw malformed();
        }
        return words.get(0);
    }

    private void qualify() {
        if (words.size() != 1 || !namespace.isEmpty()) {
            throw malformed();
        }
        namespace = words.remove(0);
        quoted.remove(0);
        at++;
    }

    private void word() {
        int from = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw malformed();
        }
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        if (word.equals("array") && !words.isEmpty()) {
            array = true;
        } else {
            words.add(word);
            quoted.add(false);
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    private String quotedWord() {
        StringBuilder word = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                word.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                word.append('"');
                at++;
            } else {
                at++;
                return word.toString();
            }
        }
        throw malformed();
    }

    private String parenthesised() {
        int from = at + 1;
        at = after(')');
        return text.substring(from, at - 1).strip().replaceAll("\\s*,\\s*", ",");
    }

    private int after(char closing) {
        int end = text.indexOf(closing, at);
        if (end < 0) {
            throw malformed();
        }
        return end + 1;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("'" + text + "' is not a type");
    }
}

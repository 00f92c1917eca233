package dev.retort.runtime;

import dev.retort.runtime.JavaLexer.Kind;
import dev.retort.runtime.JavaLexer.MalformedSource;
import dev.retort.runtime.JavaLexer.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the arguments of an annotation: strings (also concatenated), booleans, arrays of them and annotations. */
final class AnnotationReader {

    private final JavaLexer lexer;
    private Token token;

    /** Starts at the token behind the annotation's name. */
    AnnotationReader(JavaLexer lexer, Token first) {
        this.lexer = lexer;
        this.token = first;
    }

    /** The token behind the annotation. */
    Token rest() {
        return token;
    }

    /** The arguments by name, each a {@code String}, a {@code Boolean}, a {@code List} or a {@code Map}. */
    Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (!token.is("(")) {
            return arguments;
        }
        advance();
        while (!token.is(")")) {
            if (token.kind() == Kind.WORD && !token.is("true") && !token.is("false")) {
                String name = token.text();
                int offset = token.offset();
                advance();
                if (!token.is("=")) {
                    throw constant(offset);
                }
                advance();
                arguments.put(name, value());
            } else {
                arguments.put("value", value());
            }
            separator(")");
        }
        advance();
        return arguments;
    }

    /** Skips the arguments of an annotation that is none of ours. */
    void skip() {
        if (!token.is("(")) {
            return;
        }
        int depth = 0;
        do {
            if (token.kind() == Kind.END) {
                throw new MalformedSource("the file ends inside an annotation", token.offset());
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            advance();
        } while (depth > 0);
    }

    private Object value() {
        if (token.is("{")) {
            return array();
        }
        if (token.is("@")) {
            advance();
            name();
            return arguments();
        }
        if (token.is("true") || token.is("false")) {
            boolean flag = token.is("true");
            advance();
            return flag;
        }
        return string();
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        advance();
        while (!token.is("}")) {
            values.add(value());
            separator("}");
        }
        advance();
        return values;
    }

    private String string() {
        StringBuilder text = new StringBuilder(part());
        while (token.is("+")) {
            advance();
            text.append(part());
        }
        return text.toString();
    }

    private String part() {
        if (token.is("(")) {
            advance();
            String inner = string();
            if (!token.is(")")) {
                throw new MalformedSource("a parenthesis does not close", token.offset());
            }
            advance();
            return inner;
        }
        if (token.kind() != Kind.STRING) {
            throw constant(token.offset());
        }
        String text = token.text();
        advance();
        return text;
    }

    /** A dotted name. */
    String name() {
        StringBuilder name = new StringBuilder(token.text());
        advance();
        while (token.is(".")) {
            advance();
            name.append('.').append(token.text());
            advance();
        }
        return name.toString();
    }

    private void separator(String end) {
        if (token.is(",")) {
            advance();
        } else if (!token.is(end)) {
            throw token.kind() == Kind.END
                    ? new MalformedSource("the file ends inside an annotation", token.offset())
                    : constant(token.offset());
        }
    }

    private static MalformedSource constant(int offset) {
        return new MalformedSource(
                "the annotation is read without compiling, so only literals may stand in it (strings, true, false), no constants",
                offset);
    }

    private void advance() {
        token = lexer.next();
    }
}

package dev.retort.runtime;

import dev.retort.runtime.JavaLexer.Kind;
import dev.retort.runtime.JavaLexer.MalformedSource;
import dev.retort.runtime.JavaLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a source file as far as the first top-level type that carries {@code @Revision}. */
final class HeaderReader {

    private static final String API = "dev.retort.migration.";
    private static final String MIGRATION = "Migration";
    private static final Set<String> ANNOTATIONS =
            Set.of("Revision", "Warning", "Acknowledged", "Acknowledged.All", "AfterDeploy");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

    private final JavaLexer lexer;
    private final List<String> imports = new ArrayList<>();
    private String packageName = "";
    private String unmarked = "";
    private Token token;

    HeaderReader(JavaLexer lexer) {
        this.lexer = lexer;
        this.token = lexer.next();
    }

    /**
     * The header of the revision, null where the file has none.
     *
     * @throws MalformedSource if the file breaks a rule of the language
     */
    @Nullable
    RevisionHeader read() {
        List<RevisionHeader.Said> annotations = new ArrayList<>();
        boolean isAbstract = false;
        while (token.kind() != Kind.END) {
            if (token.is("package")) {
                packageName = statement();
                annotations.clear();
            } else if (token.is("import")) {
                imports.add(statement());
            } else if (token.is("@")) {
                advance();
                if (token.is("interface")) {
                    continue;
                }
                annotation(annotations);
            } else if (TYPES.contains(token.text()) && token.kind() == Kind.WORD) {
                boolean concrete = !isAbstract && !token.is("interface");
                isAbstract = false;
                advance();
                String name = token.text();
                if (annotations.stream().anyMatch(said -> said.name().equals("Revision"))) {
                    return new RevisionHeader(packageName, name, List.copyOf(annotations));
                }
                annotations.clear();
                if (skipToBody() && concrete) {
                    unmarked = name;
                }
                skipBody();
            } else {
                isAbstract |= token.is("abstract");
                advance();
            }
        }
        return null;
    }

    private void annotation(List<RevisionHeader.Said> annotations) {
        int offset = token.offset();
        AnnotationReader reader = new AnnotationReader(lexer, token);
        String name = ours(reader.name());
        if (name.isEmpty()) {
            reader.skip();
        } else {
            Map<String, Object> arguments = reader.arguments();
            annotations.add(new RevisionHeader.Said(name, arguments, offset));
        }
        token = reader.rest();
    }

    /** The simple name of an annotation of the migration API; empty for any other. */
    private String ours(String name) {
        String simple = name.startsWith(API) ? name.substring(API.length()) : name;
        return ANNOTATIONS.contains(simple) && (simple.length() < name.length() || imported(simple)) ? simple : "";
    }

    private boolean imported(String name) {
        String outer = name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'));
        for (String imported : imports) {
            if (imported.endsWith("." + outer)) {
                return imported.equals(API + outer);
            }
        }
        return imports.contains(API + "*");
    }

    /** The words up to the semicolon. */
    private String statement() {
        StringBuilder words = new StringBuilder();
        advance();
        while (!token.is(";")) {
            if (token.kind() == Kind.END) {
                throw new MalformedSource("the file ends before a semicolon", token.offset());
            }
            words.append(token.text());
            advance();
        }
        advance();
        return words.toString();
    }

    /** A class of the file that could be run and lacks {@code @Revision}, after {@link #read} found no other; empty for none. */
    String unmarked() {
        return unmarked;
    }

    /** Goes to the body of a type; returns whether the type says that it implements {@code Migration}. */
    private boolean skipToBody() {
        boolean implementing = false;
        boolean migration = false;
        StringBuilder name = new StringBuilder();
        while (!token.is("{") && token.kind() != Kind.END) {
            implementing |= token.is("implements");
            if (token.kind() == Kind.WORD || token.is(".")) {
                name.append(token.text());
            }
            advance();
            boolean ends = !token.is(".") && name.length() > 0 && name.charAt(name.length() - 1) != '.';
            if (ends) {
                migration |= implementing && isMigration(name.toString());
                name.setLength(0);
            }
        }
        return migration;
    }

    private boolean isMigration(String name) {
        return name.equals(API + MIGRATION) || (name.equals(MIGRATION) && imported(MIGRATION));
    }

    private void skipBody() {
        int depth = 0;
        do {
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            advance();
        } while (depth > 0 && token.kind() != Kind.END);
    }

    private void advance() {
        token = lexer.next();
    }
}

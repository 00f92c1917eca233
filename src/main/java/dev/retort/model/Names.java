package dev.retort.model;

import dev.retort.schema.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Names as PostgreSQL comes to hold them: what Hibernate prints without quotes is folded, and all is cut at 63 bytes. */
final class Names {

    /** {@code NAMEDATALEN - 1}. */
    private static final int LONGEST = 63;

    private static final Pattern QUALIFIED =
            Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_$]*)\\.([\\p{L}_][\\p{L}\\p{N}_$]*)");

    private final SqlStringGenerationContext strings;
    private final KeywordQuoting keywords;

    Names(SqlStringGenerationContext strings, KeywordQuoting keywords) {
        this.strings = strings;
        this.keywords = keywords;
    }

    /** The name of a table. */
    ObjectName table(Table table) {
        return object(table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    /** The name of an object whose namespace, where it states none, is the default one. */
    ObjectName object(@Nullable Identifier namespace, Identifier name) {
        // Printed without quotes, shop.orders names a table of another namespace.
        Matcher qualified = QUALIFIED.matcher(name.getText());
        if (!name.isQuoted() && qualified.matches()) {
            return new ObjectName(unquoted(qualified.group(1)), unquoted(qualified.group(2)));
        }
        Identifier schema = strings.schemaWithDefault(namespace);
        return schema == null ? ObjectName.of(identifier(name)) : new ObjectName(identifier(schema), identifier(name));
    }

    /** The object of a name in the default namespace. */
    ObjectName inDefault(String name) {
        Identifier schema = strings.schemaWithDefault(null);
        return schema == null ? ObjectName.of(name) : new ObjectName(identifier(schema), name);
    }

    String column(Column column) {
        return column.isQuoted() ? quoted(column.getName()) : unquoted(column.getName());
    }

    String identifier(Identifier identifier) {
        return identifier.isQuoted() ? quoted(identifier.getText()) : unquoted(identifier.getText());
    }

    /** A name as it is printed into SQL, quotes and all. */
    String printed(String text) {
        return isQuoted(text) ? quoted(text.substring(1, text.length() - 1)) : unquoted(text);
    }

    /** Whether it stands in quotes, or in JPA's backticks, which Hibernate prints as quotes. */
    static boolean isQuoted(String text) {
        return text.length() > 1
                && ((text.startsWith("\"") && text.endsWith("\"")) || (text.startsWith("`") && text.endsWith("`")));
    }

    /** What Hibernate prints between quotes as it stands: it doubles none itself, so two quotes are one. One alone, which no SQL of its own could name, is kept. */
    static String quoted(String text) {
        return cut(text.replace("\"\"", "").contains("\"") ? text : text.replace("\"\"", "\""));
    }

    private String unquoted(String text) {
        return cut(keywords.quotes(text) ? text : fold(text));
    }

    /** Upper-case ASCII letters made lower, all else kept, as PostgreSQL folds in UTF-8 ({@code downcase_identifier}). */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    /** The longest start of whole characters that fits into 63 bytes of UTF-8. */
    static String cut(String text) {
        if (text.length() <= LONGEST && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return text;
        }
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > LONGEST) {
                break;
            }
            at += Character.charCount(point);
        }
        return text.substring(0, at);
    }
}

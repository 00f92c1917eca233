package dev.retort.diff;

import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constants of an enum whose values have other names, also within domains, arrays and composites, in the form in which PostgreSQL writes them. */
final class RenamedConstants {

    /** An element of an array or row, without or with quotes; or what stands between. */
    private static final Pattern ELEMENT = Pattern.compile(
            "(?s)\"(?<quoted>[^\"\\\\]*+(?:(?:\\\\.|\"\")[^\"\\\\]*+)*+)\"|(?<bare>[^{}(),\"]+)|(?<mark>.)");

    private static final Pattern BOUNDS = Pattern.compile("[\\[\\]\\d:+-]+=");
    private static final Pattern QUOTED_IN_ARRAY = Pattern.compile("(?is).*[{},\"\\\\\\s].*|null|");
    private static final Pattern QUOTED_IN_ROW = Pattern.compile("(?s).*[(),\"\\\\\\s].*|");

    private final Map<ObjectName, Map<String, String>> labels;
    private final Schema schema;

    /**
     * Constants of a schema.
     *
     * @param labels the new values by the old ones, by the type's old name
     * @param schema by the old names
     */
    RenamedConstants(Map<ObjectName, Map<String, String>> labels, Schema schema) {
        this.labels = labels;
        this.schema = schema;
    }

    /** The text of a constant of that type. */
    String rename(String text, SqlType type) {
        ObjectName user = type.userType();
        if (user == null || labels.isEmpty()) {
            return text;
        } else if (type.array()) {
            return array(text, type.element());
        }
        Map<String, String> renamed = labels.get(user);
        if (renamed != null) {
            return renamed.getOrDefault(text, text);
        }
        Domain domain = schema.domains().get(user);
        if (domain != null) {
            return rename(text, domain.base());
        }
        CompositeType composite = schema.composites().get(user);
        return composite == null ? text : row(text, composite.attributes());
    }

    private String array(String text, SqlType element) {
        Matcher bounds = BOUNDS.matcher(text);
        int start = bounds.lookingAt() ? bounds.end() : 0;
        StringBuilder out = new StringBuilder(text.substring(0, start));
        Matcher matcher = ELEMENT.matcher(text).region(start, text.length());
        while (matcher.find()) {
            out.append(element(matcher, element, QUOTED_IN_ARRAY));
        }
        return out.toString();
    }

    private String row(String text, List<CompositeType.Attribute> attributes) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = ELEMENT.matcher(text);
        int place = 0;
        while (matcher.find()) {
            out.append(
                    place < attributes.size()
                            ? element(matcher, attributes.get(place).type(), QUOTED_IN_ROW)
                            : matcher.group());
            place += ",".equals(matcher.group("mark")) ? 1 : 0;
        }
        return out.toString();
    }

    private String element(Matcher found, SqlType type, Pattern quoted) {
        String text = found.group();
        String inner = found.group("quoted");
        if (found.group("mark") != null || (inner == null && text.equals("NULL"))) {
            return text;
        }
        String before = inner == null ? text : inner.replaceAll("(?s)\\\\(.)|\"(\")", "$1$2");
        String after = rename(before, type);
        if (after.equals(before)) {
            return text;
        }
        return quoted.matcher(after).matches() ? '"' + escaped(after, quoted) + '"' : after;
    }

    private static String escaped(String text, Pattern quoted) {
        String backslashes = text.replace("\\", "\\\\");
        return backslashes.replace("\"", quoted == QUOTED_IN_ROW ? "\"\"" : "\\\"");
    }
}

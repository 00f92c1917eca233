package dev.retort.schema.expression;

/** Takes the white space out of JSON that stands outside its strings. */
final class JsonSpacing {

    private JsonSpacing() {}

    static String strip(String json) {
        StringBuilder text = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString || !Character.isWhitespace(c)) {
                text.append(c);
            }
            if (inString && c == '\\' && i + 1 < json.length()) {
                text.append(json.charAt(++i));
            } else if (c == '"') {
                inString = !inString;
            }
        }
        return text.toString();
    }
}

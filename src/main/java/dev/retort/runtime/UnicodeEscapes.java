package dev.retort.runtime;

/** Translates {@code \\u} escapes, which Java does before anything else (Java Language Specification 3.3). */
final class UnicodeEscapes {

    private UnicodeEscapes() {}

    /** The text with each eligible escape replaced by its character; a malformed one stays as it is, for the compiler to report. */
    static String translate(String source) {
        StringBuilder text = new StringBuilder(source.length());
        int backslashes = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c != '\\') {
                backslashes = 0;
                text.append(c);
                continue;
            }
            int hex = i + 1;
            while (hex < source.length() && source.charAt(hex) == 'u') {
                hex++;
            }
            int code = hex > i + 1 && backslashes % 2 == 0 ? code(source, hex) : -1;
            if (code < 0) {
                backslashes++;
                text.append(c);
            } else {
                backslashes = 0;
                text.append((char) code);
                i = hex + 3;
            }
        }
        return text.toString();
    }

    private static int code(String source, int from) {
        if (from + 4 > source.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(source.charAt(i), 16);
            if (digit < 0 || source.charAt(i) > 'f') {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}

package dev.retort.codegen;

import java.text.Normalizer;
import java.time.Instant;
import java.util.regex.Pattern;

/** Names of revision classes: {@code R0007_AddCustomerTier}. */
final class RevisionNames {

    private static final int LONGEST_MESSAGE = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");

    private RevisionNames() {}

    /** A class name made of ASCII letters, digits and underscores, whatever identifier and message hold. */
    static String className(RevisionStyle style, String id, String message, Instant created) {
        String summary = camelCase(message.strip().lines().findFirst().orElse(""), LONGEST_MESSAGE);
        return style.className(NO_WORD.matcher(id).replaceAll("_"), summary, created);
    }

    /** The words of a text, each with a capital, as many whole ones as fit; letters lose their accents, other scripts fall away. */
    static String camelCase(String text, int longest) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss");
        StringBuilder name = new StringBuilder();
        for (String word : NO_WORD.split(plain, -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (name.length() + word.length() > longest) {
                return name.isEmpty() ? capital(word.substring(0, longest)) : name.toString();
            }
            name.append(capital(word));
        }
        return name.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

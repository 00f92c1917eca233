package dev.retort.codegen;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a team may choose about its revision files.
 *
 * @param header a comment at the top of each file, such as a licence; may have lines; empty for none
 * @param classPattern the name of the class, with the places <code>{id}</code>, <code>{message}</code> (in camel case) and <code>{date}</code> (yyyyMMdd)
 * @param zone the time zone of the date of creation
 */
public record RevisionStyle(String header, String classPattern, ZoneId zone) {

    /** The pattern where nobody chose one: {@code R0007_AddCustomerTier}. */
    public static final String CLASS_PATTERN = "R{id}_{message}";

    /** No header, {@link #CLASS_PATTERN}, UTC. */
    public static final RevisionStyle DEFAULT = new RevisionStyle("", CLASS_PATTERN, ZoneOffset.UTC);

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    /** Why a pattern cannot name classes, in words; null where it can. */
    public static @Nullable String wrongWith(String pattern) {
        Matcher place = PLACE.matcher(pattern);
        boolean id = false;
        while (place.find()) {
            switch (place.group(1)) {
                case "id" -> id = true;
                case "message", "date" -> {}
                default -> {
                    return "it has no place " + place.group() + "; there are {id}, {message} and {date}";
                }
            }
        }
        if (!id) {
            return "two revisions of one message would have one name without {id}";
        }
        String sample = fill(pattern, "1", "A", "20260101");
        return SourceVersion.isIdentifier(sample) && !SourceVersion.isKeyword(sample)
                ? null
                : "filled in, \"" + sample + "\" is no identifier";
    }

    /** The class name; a separator beside an empty message falls away. */
    String className(String id, String message, Instant created) {
        return fill(classPattern, id, message, DATE.format(created.atZone(zone)));
    }

    private static String fill(String pattern, String id, String message, String date) {
        String open =
                message.isEmpty() ? pattern.replaceAll("_+\\{message}", "").replaceAll("\\{message}_*", "") : pattern;
        return open.replace("{id}", id).replace("{date}", date).replace("{message}", message);
    }
}

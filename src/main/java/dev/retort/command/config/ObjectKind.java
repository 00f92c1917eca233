package dev.retort.command.config;

import dev.retort.Nearest;
import dev.retort.UsageException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of objects that {@code --exclude-kinds} can leave alone, on both sides of every comparison. */
public enum ObjectKind {
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    EXCLUSION,
    INDEX,
    SEQUENCE,
    ENUM,
    COMPOSITE,
    DOMAIN,
    VIEW,
    DEFAULT,
    COMMENT;

    /** The kind as it is written, such as {@code foreign-key}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<ObjectKind> parse(Setting setting) {
        Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
        List<String> words =
                Arrays.stream(values()).map(ObjectKind::word).sorted().toList();
        for (String value : setting.values()) {
            kinds.add(Arrays.stream(values())
                    .filter(kind -> kind.word().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "\"" + value + "\" of " + setting.origin() + " is no kind of object",
                            "the kinds are " + String.join(", ", words) + ".",
                            Nearest.to(value, words)
                                    .map(near -> "Did you mean " + near + "?")
                                    .orElse("Choose among these."))));
        }
        return kinds;
    }
}

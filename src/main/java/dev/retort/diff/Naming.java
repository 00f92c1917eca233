package dev.retort.diff;

import dev.retort.UsageException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a constraint or index is named that the model leaves unnamed.
 *
 * @param style the names of kinds that have no template
 * @param templates names of one's own
 */
public record Naming(Style style, Map<Kind, NameTemplate> templates) {

    /** As PostgreSQL names them. */
    public static final Naming POSTGRESQL = new Naming(Style.POSTGRESQL, Map.of());

    /** As Hibernate names them. */
    public static final Naming HIBERNATE = new Naming(Style.HIBERNATE, Map.of());

    /** Whose way of naming. */
    public enum Style {
        /** As PostgreSQL names it by itself: {@code orders_customer_id_fkey}. */
        POSTGRESQL,
        /** As Hibernate's default strategy names it: {@code FK} and a hash. Checks and primary keys, which it leaves open, PostgreSQL's way. */
        HIBERNATE
    }

    /** What may have a template. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        EXCLUSION,
        INDEX;

        /** The key of the configuration, such as {@code foreign-key}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Naming {
        Map<Kind, NameTemplate> copy = new EnumMap<>(Kind.class);
        copy.putAll(templates);
        templates = Collections.unmodifiableMap(copy);
    }

    /**
     * The naming of a configuration.
     *
     * @param style {@code postgresql} or {@code hibernate}
     * @param templates by the word of a kind, see {@link NameTemplate}
     * @throws UsageException if there is no such kind, or a template cannot be read
     */
    public static Naming of(String style, Map<String, String> templates) {
        Map<Kind, NameTemplate> parsed = new EnumMap<>(Kind.class);
        templates.forEach((word, text) -> {
            Kind kind = Arrays.stream(Kind.values())
                    .filter(known -> known.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "The naming template \"" + word + "\" names no kind of object",
                            "templates are for " + words() + ".",
                            "Correct the key in the table [naming-templates]."));
            parsed.put(kind, NameTemplate.parse(kind, text));
        });
        return new Naming(Style.valueOf(style.toUpperCase(Locale.ROOT)), parsed);
    }

    private static String words() {
        return Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
    }

    @Nullable
    NameTemplate template(Kind kind) {
        return templates.get(kind);
    }
}

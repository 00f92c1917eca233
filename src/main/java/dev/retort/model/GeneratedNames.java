package dev.retort.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells names that somebody stated from those that Hibernate makes up: a prefix and the base-35 digits of an MD5 sum
 * ({@code NamingHelper.generateHashedConstraintName}).
 */
final class GeneratedNames {

    private static final Pattern HASHED = Pattern.compile("(FK|UK|UK_|IDX)[0-9a-y]{20,25}");

    private GeneratedNames() {}

    /** The name as PostgreSQL holds it; null where nobody stated it. */
    static @Nullable String stated(@Nullable String name, Names names) {
        return name == null || name.isBlank() || HASHED.matcher(name).matches() ? null : names.printed(name);
    }
}

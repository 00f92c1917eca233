package dev.retort.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL 18 knows of a {@code NOT NULL} beyond that it is there. A table lists those alone that are more than {@link Column#nullable} says:
 * under a name that the server would not have chosen, not validated, or not inherited.
 *
 * @param validated false for one added {@code NOT VALID} and never validated since
 */
public record NotNull(@Nullable String name, String column, boolean noInherit, boolean validated)
        implements Constraint {

    private static final Pattern CHOSEN = Pattern.compile(".*_not_null\\d*", Pattern.DOTALL);

    /** A plain one. */
    public static NotNull of(@Nullable String name, String column) {
        return new NotNull(name, column, false, true);
    }

    /** Whether the name looks like one of the server's own choice, which it also does after the table or column was renamed. */
    public boolean isNamedByServer() {
        return name == null || CHOSEN.matcher(name).matches();
    }

    /** Whether it says no more than that the column holds no nulls, which is said in a way that every server takes. */
    public boolean isPlain() {
        return validated && !noInherit && isNamedByServer();
    }

    @Override
    public NotNull withName(@Nullable String newName) {
        return new NotNull(newName, column, noInherit, validated);
    }

    public NotNull withColumn(String newColumn) {
        return new NotNull(name, newColumn, noInherit, validated);
    }

    public NotNull withNoInherit(boolean newNoInherit) {
        return new NotNull(name, column, newNoInherit, validated);
    }

    public NotNull withValidated(boolean newValidated) {
        return new NotNull(name, column, noInherit, newValidated);
    }
}

package dev.retort.operation;

import org.jspecify.annotations.Nullable;

/**
 * Runs SQL as it is written.
 *
 * @param shown what it does, where the SQL's first line does not tell; null where it does
 */
public record Execute(String sql, @Nullable String shown) implements Operation {

    /** SQL that tells what it does. */
    public Execute(String sql) {
        this(sql, null);
    }

    @Override
    public String kind() {
        return "execute";
    }

    @Override
    public String object() {
        return "";
    }

    @Override
    public String summary() {
        return "execute " + (shown == null ? beginning(sql, 60) : shown);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The first line of SQL, cut behind so many characters. */
    public static String beginning(String sql, int most) {
        String line = sql.strip().lines().findFirst().orElse("");
        return line.length() > most ? line.substring(0, most) + "…" : line;
    }
}

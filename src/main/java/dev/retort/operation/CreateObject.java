package dev.retort.operation;

import dev.retort.schema.SqlObject;
import java.util.regex.Pattern;

/**
 * Creates an object by SQL of its own.
 *
 * @param sql the statement; one that begins with {@code CREATE OR REPLACE} takes the place of what is there
 */
public record CreateObject(SqlObject target, String sql) implements Operation {

    private static final Pattern REPLACES = Pattern.compile("(?i)\\s*create\\s+or\\s+replace\\b");

    /** Whether it takes the place of what is there. */
    public boolean replaces() {
        return REPLACES.matcher(sql).lookingAt();
    }

    @Override
    public String kind() {
        return "create_object";
    }

    @Override
    public String object() {
        return target.qualified();
    }

    @Override
    public String summary() {
        return (replaces() ? "replace " : "create ") + target.display();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}

package dev.retort.operation;

/**
 * Runs SQL as it is written.
 */
public record Execute(String sql) implements Operation {

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
        return "execute " + firstLine(sql);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    private static String firstLine(String sql) {
        String line = sql.strip().lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}

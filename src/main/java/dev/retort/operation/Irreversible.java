package dev.retort.operation;

/**
 * Says that what follows cannot be undone; the runner refuses it before it touches anything.
 */
public record Irreversible(String reason) implements Operation {

    @Override
    public String kind() {
        return "irreversible";
    }

    @Override
    public String object() {
        return "";
    }

    @Override
    public String summary() {
        return "irreversible: " + reason;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}

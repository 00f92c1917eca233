package dev.retort.random;

/**
 * What does not hold for a pair.
 *
 * @param stage what was being done
 * @param message what went wrong
 */
public record Failure(String stage, String message) {

    /** Whether it is the same fault, names and numbers aside. */
    public boolean isLike(Failure other) {
        return other != null && signature().equals(other.signature());
    }

    public String signature() {
        String first = message.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        return stage + ": "
                + first.replaceAll("\"(?:[^\"]|\"\")*\"", "…")
                        .replaceAll("\\d+", "0")
                        .replaceAll("type \\S+", "type …");
    }
}

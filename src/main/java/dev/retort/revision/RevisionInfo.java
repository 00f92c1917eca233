package dev.retort.revision;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a revision says about itself, known without compiling or running it.
 *
 * @param id its name in the version table; letters, digits, {@code _} and {@code .}
 * @param revises the revisions right before it: none for a base, several for a merge
 * @param message what it does, in a few words
 * @param created when it was written
 * @param branchLabels names of the branch that begins with it
 * @param dependsOn revisions of other branches (or their labels) that must run before it
 * @param transactional whether it runs in a transaction where PostgreSQL allows that
 * @param afterDeploy whether it waits for the application's new version
 * @param warnings the rules that its generation warned of
 * @param acknowledged the rules that somebody has acknowledged in the file
 * @param className its class, fully qualified
 * @param location the file it stands in, or the URL of its class
 */
public record RevisionInfo(
        String id,
        List<String> revises,
        String message,
        Instant created,
        List<String> branchLabels,
        List<String> dependsOn,
        boolean transactional,
        boolean afterDeploy,
        List<String> warnings,
        List<String> acknowledged,
        String className,
        String location) {

    /** By age, the oldest first; revisions of one instant by id. */
    public static final Comparator<RevisionInfo> BY_AGE =
            Comparator.comparing(RevisionInfo::created).thenComparing(RevisionInfo::id);

    public RevisionInfo {
        revises = List.copyOf(revises);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        warnings = List.copyOf(warnings);
        acknowledged = List.copyOf(acknowledged);
    }

    /** A transactional revision without labels, dependencies and warnings. */
    public static RevisionInfo of(
            String id, List<String> revises, String message, Instant created, String className, String location) {
        return new RevisionInfo(
                id, revises, message, created, List.of(), List.of(), true, false, List.of(), List.of(), className,
                location);
    }

    /** The warnings that nobody has acknowledged. */
    public Set<String> openWarnings() {
        Set<String> open = new LinkedHashSet<>(warnings);
        open.removeIf(warning -> acknowledged.stream().anyMatch(said -> answers(said, warning)));
        return open;
    }

    /** The acknowledgements of what the file does not warn of: that was corrected, or the name is wrong. */
    public List<String> staleAcknowledgements() {
        return acknowledged.stream()
                .filter(said -> warnings.stream().noneMatch(warning -> answers(said, warning)))
                .toList();
    }

    /** Whether an acknowledgement is of a warning: of its rule, or of its rule and object, of which a warning of one object alone names the rule. */
    private static boolean answers(String said, String warning) {
        return said.equals(warning) || warning.startsWith(said + ":") || said.startsWith(warning + ":");
    }

    /** Its id and the first line of its message, for a line of output. */
    public String display() {
        String first = message.strip().lines().findFirst().orElse("");
        return first.isEmpty() ? id : id + " (" + first + ")";
    }
}

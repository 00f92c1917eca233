package dev.retort.command.revise;

import dev.retort.UsageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision that somebody asks for.
 *
 * @param message what it does
 * @param id its id; null to make one
 * @param head the revision it follows, as a target; null for the only head
 * @param splice whether that may be one that others follow already
 * @param branchLabels names of the branch that begins with it
 * @param dependsOn revisions of other branches that must run before it
 * @param online whether it shall be made of steps that let others work, each a transaction of its own
 */
public record RevisionRequest(
        String message,
        @Nullable String id,
        @Nullable String head,
        boolean splice,
        List<String> branchLabels,
        List<String> dependsOn,
        boolean online) {

    /** @throws UsageException if the message is empty */
    public RevisionRequest {
        if (message.isBlank()) {
            throw new UsageException(
                    "The message is empty",
                    "it names the file and tells what the revision does.",
                    "-m \"add customer tier\"");
        }
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A revision in one transaction. */
    public RevisionRequest(
            String message,
            @Nullable String id,
            @Nullable String head,
            boolean splice,
            List<String> branchLabels,
            List<String> dependsOn) {
        this(message, id, head, splice, branchLabels, dependsOn, false);
    }
}

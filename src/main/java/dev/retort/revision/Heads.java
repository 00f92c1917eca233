package dev.retort.revision;

import dev.retort.RevisionException;
import java.util.List;
import java.util.stream.Collectors;

/** Says which head is meant where only one can be. */
final class Heads {

    private Heads() {}

    /**
     * The only one of some heads.
     *
     * @param branch the branch that was asked for; empty for none
     */
    static RevisionInfo only(List<RevisionInfo> heads, String branch) {
        String where = branch.isEmpty() ? "" : " on branch " + branch;
        if (heads.isEmpty()) {
            throw new RevisionException(
                    "There is no head" + where,
                    "There are no revisions yet.",
                    "Write the first one with: retort revision --autogenerate -m \"…\"");
        }
        if (heads.size() > 1) {
            String ids = heads.stream().map(RevisionInfo::id).collect(Collectors.joining(" "));
            throw new RevisionException(
                    "There are several heads" + where + ", so head names none of them",
                    heads.stream()
                                    .map(head -> head.display() + " in " + head.location())
                                    .collect(Collectors.joining("; "))
                            + ".",
                    "Join them with: retort merge -m \"merge heads\" " + ids
                            + "\nor name the one you mean, or all of them: heads",
                    heads.stream().map(RevisionInfo::id).toList());
        }
        return heads.get(0);
    }
}

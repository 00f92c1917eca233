package dev.retort.command.revise;

import dev.retort.RevisionException;
import dev.retort.UsageException;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the revisions that a new one follows. */
final class RevisionPlace {

    private RevisionPlace() {}

    /**
     * The ids that the new revision revises: none for the first.
     *
     * @throws RevisionException if there are several heads and none is named, or if the named one is no head and {@code splice} is not given
     */
    static List<String> revises(RevisionGraph graph, @Nullable String head, boolean splice) {
        if (head == null) {
            return graph.isEmpty() ? List.of() : List.of(onlyHead(graph).id());
        }
        List<RevisionInfo> named = graph.resolve(Target.parse(head), List.of());
        // Who says base wants a new one, as with Alembic.
        if (!splice) {
            for (RevisionInfo revision : named) {
                if (!graph.children(revision.id()).isEmpty()) {
                    throw notAHead(revision.id());
                }
            }
        }
        return named.stream().map(RevisionInfo::id).toList();
    }

    /**
     * The ids that a merge joins, in their own order, however they were typed.
     *
     * @param named the heads, as typed; none for all
     * @throws UsageException if there are not two of them, or one is no head
     */
    static List<String> merged(RevisionGraph graph, List<String> named, boolean splice) {
        List<RevisionInfo> joined = named.isEmpty()
                ? graph.heads()
                : named.stream()
                        .flatMap(name -> graph.resolve(Target.parse(name), List.of()).stream())
                        .distinct()
                        .toList();
        for (RevisionInfo revision : joined) {
            if (!splice && !graph.children(revision.id()).isEmpty()) {
                throw new UsageException(
                        "Revision " + revision.id() + " is not a head",
                        "others follow it already, and a merge joins heads.",
                        "Name the heads, or leave them out for all: retort heads\nor, if that is meant, add --splice");
            }
        }
        if (joined.size() < 2) {
            throw new UsageException(
                    "There is nothing to merge",
                    joined.isEmpty()
                            ? "there are no revisions."
                            : "there is one head, " + joined.get(0).display() + ".",
                    "A merge joins two heads or more: retort heads");
        }
        return joined.stream().map(RevisionInfo::id).sorted().toList();
    }

    /** The new id and labels must be names that the command line can say, and free. */
    static void checkFree(RevisionGraph graph, String id, List<String> labels) {
        checkName("--rev-id", id);
        if (graph.contains(id)) {
            throw new UsageException(
                    "There is a revision " + id + " already",
                    graph.get(id).location() + " has this id.",
                    "Choose another --rev-id, or leave it out.");
        }
        Map<String, RevisionInfo> named = new HashMap<>();
        for (RevisionInfo revision : graph.all()) {
            revision.branchLabels().forEach(label -> named.put(label, revision));
        }
        RevisionInfo same = named.get(id);
        if (same != null) {
            throw taken("id", id, "it is the label of the branch that begins with " + same.display(), "--rev-id");
        }
        Set<String> own = new HashSet<>();
        for (String label : labels) {
            checkName("--branch-label", label);
            RevisionInfo other = named.get(label);
            if (other != null) {
                throw taken(
                        "branch label",
                        label,
                        "it names the branch that begins with " + other.display(),
                        "--branch-label");
            }
            if (graph.contains(label) || label.equals(id)) {
                throw taken("branch label", label, "a revision has it as its id", "--branch-label");
            }
            if (!own.add(label)) {
                throw taken("branch label", label, "it is given twice", "--branch-label");
            }
        }
    }

    private static void checkName(String option, String name) {
        if (!RevisionGraph.isName(name)) {
            throw new UsageException(
                    option + " \"" + name + "\" cannot be used",
                    "letters, digits, _ and . may stand in it, and head, heads, base and current are words of the command line.",
                    "Choose another " + option + ".");
        }
    }

    private static UsageException taken(String what, String name, String why, String option) {
        return new UsageException(
                "The " + what + " " + name + " is taken", why + ".", "Choose another " + option + ".");
    }

    private static RevisionInfo onlyHead(RevisionGraph graph) {
        List<RevisionInfo> heads = graph.heads();
        if (heads.size() > 1) {
            throw new UsageException(
                    "There are several heads, and a new revision follows one",
                    heads.stream().map(RevisionInfo::display).collect(Collectors.joining(", ")) + ".",
                    "Name the one: --head " + heads.get(0).id()
                            + "\nor join them first: retort merge -m \"merge heads\" "
                            + heads.stream().map(RevisionInfo::id).collect(Collectors.joining(" ")));
        }
        return heads.get(0);
    }

    private static UsageException notAHead(String id) {
        return new UsageException(
                "Revision " + id + " is not a head",
                "others follow it already, so a new one would begin a branch.",
                "Add --splice if that is meant, or name a head: retort heads");
    }
}

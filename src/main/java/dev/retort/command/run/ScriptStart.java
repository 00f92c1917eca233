package dev.retort.command.run;

import dev.retort.UsageException;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Where a script begins: a target, or several with commas between them where a database stands on several branches. */
final class ScriptStart {

    private ScriptStart() {}

    /**
     * The rows of the version table that it means; none for the base.
     *
     * @param text what stands before the colon of a range; empty for the base
     * @throws UsageException if it counts from where a database stands, which nobody asks here
     * @throws dev.retort.RevisionException if there is no such revision
     */
    static SortedSet<String> rows(RevisionGraph graph, String text) {
        List<String> ids = new ArrayList<>();
        for (String one : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
            Target target = Target.parse(one);
            if (target.fromCurrent()) {
                throw new UsageException(
                        "The start " + one + " counts from where the database stands",
                        "a script is written without one.",
                        "Name a revision: --sql START:END");
            }
            graph.resolve(target, List.of()).stream().map(RevisionInfo::id).forEach(ids::add);
        }
        return graph.applied(ids).rows();
    }

    /** How rows are spoken of. */
    static String place(SortedSet<String> rows) {
        return rows.isEmpty() ? "the base" : String.join(", ", rows);
    }
}

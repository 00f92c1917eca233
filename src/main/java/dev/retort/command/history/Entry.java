package dev.retort.command.history;

import dev.retort.revision.RevisionInfo;

/**
 * A revision and its place in the graph.
 *
 * @param head no other revises it
 * @param branchPoint several others revise it
 * @param current a row of the asked database's version table names it
 * @param presence whether the asked database has it
 * @param halfDone whether the asked database has a part of it
 */
public record Entry(
        RevisionInfo revision,
        boolean head,
        boolean branchPoint,
        boolean current,
        Presence presence,
        boolean halfDone) {

    /** Whether it joins several revisions. */
    public boolean mergePoint() {
        return revision.revises().size() > 1;
    }
}

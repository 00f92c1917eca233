package dev.retort.runtime;

import dev.retort.revision.RevisionInfo;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be done when a revision would make what the database has: somebody was there before it.
 *
 * @param revision the revision
 * @param synced what {@code sync} made in the database
 * @param settings those of the run, which say whether it is one tenant's
 */
record AlreadyThere(RevisionInfo revision, List<SyncTable.Made> synced, RunSettings settings) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /** So many of the things that were made are named. */
    private static final int NAMED = 5;

    /** Who was there, as sentences. */
    String reason() {
        if (!synced.isEmpty()) {
            return "retort sync brought this database ahead of its revisions, last on "
                    + TIME.format(synced.get(synced.size() - 1).at()) + " UTC: "
                    + synced.stream().limit(NAMED).map(SyncTable.Made::summary).collect(Collectors.joining(", "))
                    + (synced.size() > NAMED ? " and " + (synced.size() - NAMED) + " more." : ".");
        }
        return revision.revises().isEmpty()
                ? "No revision was applied to this " + place() + " before, yet it has what the first one makes."
                : "No revision of this " + place() + " made it, so somebody did by hand.";
    }

    private String place() {
        return settings.versionNamespace().equals("public") ? "database" : "schema";
    }

    /** What to type. */
    String cure() {
        if (settings.tenant()) {
            // What compares a database with revisions or a model compares the whole of it, and one alone.
            return "Where the " + place() + " has all that " + revision.id() + " makes, say so: retort stamp "
                    + revision.id() + "\nElse take away what is in the way there, and run it again: retort upgrade "
                    + revision.id();
        }
        if (synced.isEmpty() && revision.revises().isEmpty()) {
            return "If the database holds the schema already, made by hand or by another tool, say where it stands: retort stamp REV"
                    + "\nthen see what parts it from the model: retort check\nOtherwise start on an empty database.";
        }
        String id = revision.id();
        return "See what parts the database from " + id + ": retort drift " + id
                + "\nWhere that is nothing, all that it makes is there (rows that it changes are not looked at), and you say so: retort stamp "
                + id
                + "\nWhere it is something, this is the SQL that does the rest before you stamp:"
                + " retort diff --from database --to revisions@" + id + " --format sql";
    }
}

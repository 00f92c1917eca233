package dev.retort.runtime;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a script begins and ends: in a session like that of a run, on a database that stands where it should, alone. */
final class ScriptGuard {

    private final String namespace;

    ScriptGuard(RunSettings settings) {
        this.namespace = settings.versionNamespace();
    }

    /** Makes psql's session what the driver's is: the file's encoding, backslashes as they are, names in {@code public}, times in UTC. */
    List<String> session() {
        return List.of(
                "SET client_encoding = 'UTF8'",
                "SET standard_conforming_strings = on",
                "SET search_path = public",
                "SET DateStyle = 'ISO'",
                "SET TimeZone = 'UTC'",
                "SET lock_timeout = 0",
                "SET statement_timeout = 0");
    }

    /**
     * A statement that takes the lock of a run, and fails where another run holds it, something is half done, or the database stands elsewhere.
     *
     * @param rows where the script begins; none for the base, null for anywhere and any state
     */
    String begin(@Nullable Collection<String> rows) {
        String body = "\nDECLARE\n    lock bigint := " + AdvisoryLock.keyExpression(namespace) + ";\n"
                + "    work bigint := " + AdvisoryLock.workKeyExpression(namespace) + ";\n"
                + (rows == null ? "" : "    place text := 'the base';\n")
                + "    trouble text;\n"
                + "BEGIN\n    IF NOT pg_try_advisory_lock(lock) THEN\n"
                + "        RAISE EXCEPTION 'another run is going on in this database; nothing was changed';\n    END IF;\n"
                + "    IF pg_try_advisory_lock(work) THEN\n        PERFORM pg_advisory_unlock(work);\n    ELSE\n"
                + "        trouble := 'a statement of an earlier run still goes on in this database';\n    END IF;\n"
                + (rows == null ? "" : place(rows))
                + "    IF trouble IS NOT NULL THEN\n        PERFORM pg_advisory_unlock(lock);\n"
                + "        RAISE EXCEPTION USING MESSAGE = trouble || '; nothing was changed';\n    END IF;\n"
                + "END\n";
        return dollarQuoted(body);
    }

    private String place(Collection<String> rows) {
        String versions = Identifiers.quoted(namespace, VersionTable.NAME);
        String steps = Identifiers.quoted(namespace, StepTable.NAME);
        String wanted = rows.isEmpty() ? "the base" : rows.stream().sorted().collect(Collectors.joining(", "));
        String elsewhere = "this script begins at " + wanted + ", and the database stands at ";
        return "    IF to_regclass(" + Identifiers.literal(versions) + ") IS NOT NULL THEN\n"
                + "        SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE \"C\"), place) INTO place FROM "
                + versions + ";\n    END IF;\n"
                + "    IF place <> " + Identifiers.literal(wanted) + " THEN\n"
                + "        trouble := " + Identifiers.literal(elsewhere) + " || place;\n"
                + "    ELSIF to_regclass(" + Identifiers.literal(steps) + ") IS NOT NULL THEN\n"
                + "        trouble := 'a revision is half done in this database, see retort current';\n    END IF;\n";
    }

    /** Lets go of the lock, for who goes on in the same session. */
    String end() {
        return dollarQuoted(" BEGIN PERFORM pg_advisory_unlock(" + AdvisoryLock.keyExpression(namespace) + "); END ");
    }

    private static String dollarQuoted(String body) {
        String tag = "$retort$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$retort" + i + "$";
        }
        return "DO " + tag + body + tag;
    }
}

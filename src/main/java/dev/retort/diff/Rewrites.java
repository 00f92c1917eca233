package dev.retort.diff;

import dev.retort.schema.SqlType;
import java.util.Set;

/**
 * Whether PostgreSQL writes every row anew for a change of type, under a lock that stops readers: it does not where the old bytes are values of the new type,
 * as of {@code varchar(20)} for {@code varchar(40)}. Between {@code timestamp} and {@code timestamptz} they are in UTC, in which revisions run.
 */
final class Rewrites {

    private static final Set<String> TEXTS = Set.of("text", "character varying");
    private static final Set<String> TIMESTAMPS = Set.of("timestamp without time zone", "timestamp with time zone");
    private static final Set<String> OIDS = Set.of("integer", "oid");

    private Rewrites() {}

    /** Types of users are not looked into: what is said of them is said with what they are. */
    static boolean rewrites(SqlType from, SqlType to) {
        if (from.userType() != null || to.userType() != null) {
            return false;
        }
        if (from.array() || to.array()) {
            return !(from.array() == to.array()
                    && from.base().equals(to.base())
                    && to.modifiers().isEmpty());
        }
        if (from.base().equals("numeric") && to.base().equals("numeric")) {
            return !to.modifiers().isEmpty()
                    && (Narrowing.narrows(from, to) || !scale(from).equals(scale(to)));
        }
        boolean longer = to.modifiers().isEmpty() || !Narrowing.narrows(from, to);
        if (from.base().startsWith("bit")) {
            return !(to.base().equals("bit varying")
                    && (to.modifiers().isEmpty() || (from.base().equals("bit varying") && longer)));
        } else if (TIMESTAMPS.contains(from.base()) && !from.base().equals(to.base())) {
            return !(TIMESTAMPS.contains(to.base()) && to.modifiers().isEmpty());
        } else if (from.base().equals("interval") && !to.modifiers().isEmpty()) {
            return true;
        }
        return !(isAlike(from, to) && longer) || from.base().equals("character");
    }

    /** Whether the bytes are the same, but for what modifiers cut. */
    private static boolean isAlike(SqlType from, SqlType to) {
        String is = from.base();
        String shall = to.base();
        return is.equals(shall)
                || (TEXTS.contains(is) && TEXTS.contains(shall))
                || (TIMESTAMPS.contains(is) && TIMESTAMPS.contains(shall))
                || (OIDS.contains(is) && OIDS.contains(shall))
                || (is.equals("cidr") && shall.equals("inet"));
    }

    private static String scale(SqlType numeric) {
        String[] parts = numeric.modifiers().split(",", -1);
        return numeric.modifiers().isEmpty() ? "any" : parts.length < 2 ? "0" : parts[1].strip();
    }
}

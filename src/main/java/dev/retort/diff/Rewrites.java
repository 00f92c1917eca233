package dev.retort.diff;

import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
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

    /** Also of types that users made: a domain is what it is made of, {@code citext} is a text, and all others have bytes of their own. */
    static boolean rewrites(SqlType from, Schema now, SqlType to, Schema then) {
        SqlType is = base(from, now);
        SqlType shall = base(to, then);
        ObjectName own = is.userType();
        boolean bytes = own != null && !own.name().equals("citext");
        return (bytes && !is.equals(shall)) || rewrites(is, shall);
    }

    private static SqlType base(SqlType type, Schema schema) {
        Domain domain = type.userType() == null || type.array()
                ? null
                : schema.domains().get(type.userType());
        return domain == null ? type : base(domain.base(), schema);
    }

    /** Types of users are not looked into. */
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

    /** Whether values of the same bytes come in another order, so that their indexes are built again. */
    static boolean sortsAnew(SqlType from, SqlType to) {
        return !from.base().equals(to.base()) && (TIMESTAMPS.contains(from.base()) || OIDS.contains(from.base()));
    }

    private static String scale(SqlType numeric) {
        String[] parts = numeric.modifiers().split(",", -1);
        return numeric.modifiers().isEmpty() ? "any" : parts.length < 2 ? "0" : parts[1].strip();
    }
}

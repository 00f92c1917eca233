package dev.retort.diff;

import dev.retort.schema.SqlType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The casts between built-in types that PostgreSQL knows ({@code pg_cast}, the same on 14 to 18), by whether it takes them by itself. */
final class TypeCasts {

    private static final Set<String> STRINGS = Set.of("text", "character varying", "character", "name");

    /** Padded strings, {@code character}, compare otherwise: what was made for them goes on comparing so on a column that is padded no more. */
    private static final Set<String> UNPADDED = Set.of("text", "character varying", "name");

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    private static final Map<String, Set<String>> ASSIGNMENT = new HashMap<>();
    private static final Map<String, Set<String>> EXPLICIT = new HashMap<>();

    static {
        for (String number : Set.of("smallint", "integer", "bigint", "real", "double precision", "numeric")) {
            ASSIGNMENT.put(number, Set.of("smallint", "integer", "bigint", "real", "double precision", "numeric"));
        }
        for (String string : STRINGS) {
            ASSIGNMENT.put(string, STRINGS);
            EXPLICIT.put(string, Set.of());
        }
        assignment("smallint", "oid");
        assignment("integer", "oid", "money");
        assignment("bigint", "oid", "money");
        assignment("numeric", "money");
        assignment("oid", "integer", "bigint");
        assignment("money", "numeric");
        assignment("bit", "bit varying");
        assignment("bit varying", "bit");
        assignment("cidr", "inet");
        assignment("inet", "cidr");
        assignment("date", "timestamp without time zone", "timestamp with time zone");
        assignment("timestamp without time zone", "date", "time without time zone", "timestamp with time zone");
        assignment(
                "timestamp with time zone",
                "date",
                "time without time zone",
                "time with time zone",
                "timestamp without time zone");
        assignment("time without time zone", "interval", "time with time zone");
        assignment("time with time zone", "time without time zone");
        assignment("interval", "time without time zone");
        assignment("json", "jsonb");
        assignment("jsonb", "json");
        assignment("macaddr", "macaddr8");
        assignment("macaddr8", "macaddr");
        explicit("integer", "boolean", "bit");
        explicit("bigint", "bit");
        explicit("boolean", "integer");
        explicit("bit", "integer", "bigint");
        explicit("jsonb", "boolean", "smallint", "integer", "bigint", "real", "double precision", "numeric");
    }

    private TypeCasts() {}

    private static void assignment(String from, String... to) {
        ASSIGNMENT.merge(from, Set.of(to), TypeCasts::union);
    }

    private static void explicit(String from, String... to) {
        EXPLICIT.merge(from, Set.of(to), TypeCasts::union);
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        return Set.copyOf(all);
    }

    static boolean isString(SqlType type) {
        return type.userType() == null && !type.array() && STRINGS.contains(type.base());
    }

    /** Whether {@code ALTER COLUMN TYPE} needs no {@code USING}: same type, an assignment cast, or anything to a string type. */
    static boolean automatic(SqlType from, SqlType to) {
        if (from.array() != to.array()) {
            return false;
        }
        if (from.userType() != null || to.userType() != null) {
            boolean same = from.userType() != null && from.userType().equals(to.userType());
            return same || isString(to);
        }
        return from.base().equals(to.base())
                || ASSIGNMENT.getOrDefault(from.base(), Set.of()).contains(to.base())
                || STRINGS.contains(to.base());
    }

    /** Whether a cast exists when it is written out. */
    static boolean explicit(SqlType from, SqlType to) {
        return from.userType() == null
                && to.userType() == null
                && EXPLICIT.getOrDefault(from.base(), Set.of()).contains(to.base());
    }

    /**
     * Whether values of both types compare with each other, so that keys, checks and indexes on the column live through the change of its type without
     * being dropped.
     */
    static boolean comparable(SqlType from, SqlType to) {
        if (from.array() != to.array() || from.userType() != null || to.userType() != null) {
            return false;
        }
        String a = from.base();
        String b = to.base();
        // Arrays compare with arrays of the very same type only.
        return a.equals(b)
                || (!from.array()
                        && ((UNPADDED.contains(a) && UNPADDED.contains(b))
                                || (WHOLE.contains(a) && WHOLE.contains(b))));
    }
}

package dev.retort.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator class.
 *
 * @param sql its name as SQL says it, without {@code public} and {@code pg_catalog}
 * @param standard whether it is the default for its type
 */
record Opclass(String sql, boolean standard) {

    /** What an index must say about it; null for nothing. */
    @Nullable
    String stated(List<String> options) {
        if (options.isEmpty()) {
            return standard ? null : sql;
        }
        StringBuilder text = new StringBuilder(sql).append('(');
        Rows.storage(options).forEach((name, value) -> text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ")
                .append(Quoted.plainIdentifier(name))
                .append('=')
                .append(Quoted.literal(value)));
        return text.append(')').toString();
    }
}

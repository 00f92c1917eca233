package dev.retort.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Why a statement of the model becomes no operation. */
final class Unread {

    private static final Map<Pattern, String> REASONS = new LinkedHashMap<>();

    private static final String UNSEEN = "Retort reads no definition of such an object to compare it with";

    static {
        reason("insert|update|delete|merge|copy|truncate|select|call|do", "it works on rows, which are never compared");
        reason(
                "comment",
                "the comment is on something that the model does not state, or of a kind whose comments no operation sets, such as a partition");
        reason(
                "grant|revoke|create\\s+(role|user|group)|alter\\s+(role|user|group|default)",
                "who may do what is not managed");
        reason(
                "alter\\s+table\\b.*\\brow\\s+level\\s+security",
                "row level security that is not stated is left as it is, so nothing switches it off");
        reason("alter", "it changes what another statement made, and Retort reads only what makes something");
        reason("set|reset|lock|analyze|vacuum|refresh|cluster|reindex", "it makes nothing that could be compared");
        reason("drop", "what is not there cannot be compared");
        reason(
                "create\\s+(event\\s+trigger|publication|subscription|server|foreign\\s+data\\s+wrapper|user\\s+mapping|language"
                        + "|access\\s+method|tablespace|database)",
                "it is of the whole database or server, which a revision of one application does not manage");
    }

    private Unread() {}

    private static void reason(String beginning, String why) {
        REASONS.put(Pattern.compile("(?is)(?:" + beginning + ")\\b.*"), why);
    }

    /** The reason, as the second half of a sentence. */
    static String why(String sql) {
        String statement = sql.strip();
        return REASONS.entrySet().stream()
                .filter(reason -> reason.getKey().matcher(statement).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNSEEN);
    }
}

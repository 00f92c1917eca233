package dev.retort.model;

import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;

/** What to type for what a mapping says and no schema holds. */
final class LeftAside {

    private LeftAside() {}

    /**
     * A statement for a revision.
     *
     * @param kind {@code TABLE}, {@code SEQUENCE} or {@code INDEX}
     * @param action what follows the name
     */
    static String cure(String kind, ObjectName name, String action) {
        String place = name.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                ? ReservedWords.quote(name.name())
                : ReservedWords.quote(name.namespace()) + "." + ReservedWords.quote(name.name());
        String sql = "ALTER " + kind + " " + place + " " + action;
        return "Write it into a revision where it matters: `op.execute(\""
                + sql.replace("\\", "\\\\").replace("\"", "\\\"") + "\")`.";
    }
}

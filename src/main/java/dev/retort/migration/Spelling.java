package dev.retort.migration;

import dev.retort.RevisionException;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlObject;
import dev.retort.schema.SqlType;
import java.util.function.Function;

/** Reads names, types and index keys; what cannot be read is an error of the revision. */
final class Spelling {

    private Spelling() {}

    static ObjectName name(String text) {
        return read("name", text, ObjectName::parse);
    }

    static SqlType type(String text) {
        return read("type", text, SqlType::parse);
    }

    static Index.Key key(String text) {
        return read("index key", text, Index.Key::parse);
    }

    static SqlObject object(String text) {
        return read("SQL object", text, SqlObject::parse);
    }

    private static <T> T read(String what, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new RevisionException(
                            (what.startsWith("i") || what.startsWith("S") ? "An " : "A ") + what + " cannot be read",
                            String.valueOf(e.getMessage()),
                            "Correct it in the revision.")
                    .causedBy(e);
        }
    }
}

package dev.retort.sql;

import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** Moves an object to another namespace, gives it another name, or both. */
final class Renaming {

    private Renaming() {}

    /**
     * The statements that take an object from one name to the other.
     *
     * @param kind the word after {@code ALTER}, such as {@code TABLE}
     */
    static List<Statement> move(String kind, ObjectName from, ObjectName to) {
        List<Statement> statements = new ArrayList<>();
        ObjectName here = from;
        if (!here.namespace().equals(to.namespace())) {
            statements.add(Statement.of("ALTER " + kind + " " + SqlWriter.name(here) + " SET SCHEMA "
                    + SqlWriter.identifier(to.namespace())));
            here = here.in(to.namespace());
        }
        if (!here.name().equals(to.name())) {
            statements.add(Statement.of(
                    "ALTER " + kind + " " + SqlWriter.name(here) + " RENAME TO " + SqlWriter.identifier(to.name())));
        }
        return statements;
    }
}

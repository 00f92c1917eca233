package dev.retort.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param defaultValue the default; null for none. A {@code serial} column is one with a default of {@code nextval} on a sequence that it owns
 * @param identity the identity; null for none
 * @param generated what computes it; null for an ordinary column
 * @param collation the collation's name where it is not the type's own; null otherwise. {@code namespace.name} outside {@code pg_catalog}
 * @param comment the comment; null for none, never empty, as PostgreSQL has it
 */
public record Column(
        String name,
        SqlType type,
        boolean nullable,
        @Nullable Expression defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String collation,
        @Nullable String comment) {

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        comment = comment == null || comment.isEmpty() ? null : comment;
    }

    /** A nullable column with nothing but a name and a type. */
    public static Column of(String name, SqlType type) {
        return new Column(name, type, true, null, null, null, null, null);
    }

    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withType(SqlType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity, generated, collation, comment);
    }

    public Column withDefault(@Nullable Expression newDefault) {
        return new Column(name, type, nullable, newDefault, identity, generated, collation, comment);
    }

    public Column withIdentity(@Nullable Identity newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, generated, collation, comment);
    }

    public Column withGenerated(@Nullable Generated newGenerated) {
        return new Column(name, type, nullable, defaultValue, identity, newGenerated, collation, comment);
    }

    public Column withCollation(@Nullable String newCollation) {
        return new Column(name, type, nullable, defaultValue, identity, generated, newCollation, comment);
    }

    public Column withComment(@Nullable String newComment) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, newComment);
    }
}

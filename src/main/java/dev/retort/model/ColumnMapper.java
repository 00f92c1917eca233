package dev.retort.model;

import dev.retort.ModelException;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps a column; must run after Bean Validation's part, as Hibernate remembers the first type it is asked for. */
final class ColumnMapper {

    private static final Map<String, String> SERIAL = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");

    /**
     * A column, and what its definition says that does not belong to a column.
     *
     * @param definition the type's text and the options, taken apart
     * @param sequence the sequence of a {@code serial} column; null for none
     */
    record Mapped(
            Column column,
            List<ColumnDefinition> definition,
            @Nullable Sequence sequence) {}

    private final Reading reading;
    private final StructNames structs;

    ColumnMapper(Reading reading) {
        this.reading = reading;
        this.structs = new StructNames(reading.model(), reading.names());
    }

    Mapped map(org.hibernate.mapping.Column column, ObjectName table, boolean inPrimaryKey) {
        String name = reading.names().column(column);
        ColumnDefinition definition = ColumnDefinition.parse(typeText(column, table, name));
        String options = LineMembers.options(column);
        ColumnDefinition more = ColumnDefinition.parseOptions(options == null ? "" : options);
        noteUnknown(definition, table, name);
        noteUnknown(more, table, name);

        Identity identity = identity(column, definition, more);
        boolean nullable = column.isNullable()
                && !inPrimaryKey
                && identity == null
                && !definition.notNull()
                && !more.notNull()
                && !definition.primaryKey();
        String text = definition.type().toLowerCase(Locale.ROOT).strip();
        String serial = SERIAL.get(text);
        Expression defaultValue = defaultValue(column, definition, more);
        Sequence sequence = null;
        if (serial != null && identity == null) {
            ObjectName sequenceName = table.sibling(ImplicitNames.sequence(table.name(), name));
            sequence = new Sequence(
                    sequenceName,
                    new SequenceOptions(SqlType.builtin(serial), null, null, null, null, null, null),
                    new ColumnRef(table, name));
            defaultValue = Expression.of("nextval('" + quoted(sequenceName).replace("'", "''") + "'::regclass)");
            nullable = false;
        }
        Column mapped = new Column(
                name,
                type(serial == null ? definition.type() : serial, table, name),
                nullable,
                defaultValue,
                identity,
                generated(column, definition, more),
                collation(column, definition, more),
                column.getComment());
        return new Mapped(mapped, List.of(definition, more), sequence);
    }

    private String typeText(org.hibernate.mapping.Column column, ObjectName table, String name) {
        String text;
        try {
            text = column.getSqlType(reading.model().metadata());
        } catch (RuntimeException | LinkageError e) {
            // Hibernate asks the application's own types, which may throw anything.
            throw (ModelException)
                    noType(table, name, FailureText.of(e).reason()).causedBy(e);
        }
        if (text == null || text.isBlank()) {
            throw noType(table, name, "its type states none");
        }
        // A quoted struct's name comes in JPA's backticks.
        return text.replace('`', '"');
    }

    private ModelException noType(ObjectName table, String name, String reason) {
        return new ModelException(
                "The attribute " + reading.attributions().originOf(table, name) + " has no SQL type for column "
                        + new ColumnRef(table, name).display(),
                reason,
                "State it: @Column(columnDefinition = \"…\"), or register the type through a TypeContributor on the class path.");
    }

    private SqlType type(String text, ObjectName table, String name) {
        try {
            return structs.parse(text);
        } catch (IllegalArgumentException e) {
            ModelException failure = new ModelException(
                    "The type of column " + new ColumnRef(table, name).display() + " is not understood",
                    reading.attributions().originOf(table, name) + " says '" + text + "': " + e.getMessage(),
                    "Correct the columnDefinition.");
            failure.initCause(e);
            throw failure;
        }
    }

    private void noteUnknown(ColumnDefinition definition, ObjectName table, String name) {
        for (String unknown : definition.unknown()) {
            reading.note(
                    "column-definition",
                    new ColumnRef(table, name).display(),
                    "The column definition of " + reading.attributions().originOf(table, name) + " says '" + unknown
                            + "', which is left aside.",
                    LeftAside.cure("TABLE", table, "ALTER COLUMN " + ReservedWords.quote(name) + " …"));
        }
    }

    private static @Nullable Identity identity(
            org.hibernate.mapping.Column column, ColumnDefinition definition, ColumnDefinition more) {
        String stated = definition.identity() != null ? definition.identity() : more.identity();
        if (stated == null && !column.isIdentity()) {
            return null;
        }
        boolean always = "ALWAYS".equals(stated);
        String options = definition.identity() != null ? definition.identityOptions() : more.identityOptions();
        return new Identity(
                always ? Identity.Kind.ALWAYS : Identity.Kind.BY_DEFAULT,
                SequenceClauses.parse(options).options());
    }

    private static @Nullable Expression defaultValue(
            org.hibernate.mapping.Column column, ColumnDefinition definition, ColumnDefinition more) {
        String text = column.getDefaultValue() != null ? column.getDefaultValue() : definition.defaultValue();
        text = text != null ? text : more.defaultValue();
        // A default of NULL is none: PostgreSQL does not even store it.
        return text == null || text.isBlank() || text.strip().equalsIgnoreCase("null") ? null : Expression.of(text);
    }

    private @Nullable Generated generated(
            org.hibernate.mapping.Column column, ColumnDefinition definition, ColumnDefinition more) {
        if (column.getGeneratedAs() != null) {
            // Hibernate itself says STORED before PostgreSQL 18 and nothing from then on; the entity says neither.
            return new Generated(Expression.of(column.getGeneratedAs()), null);
        }
        ColumnDefinition stating = definition.generated() != null ? definition : more;
        String text = stating.generated();
        return text == null ? null : new Generated(Expression.of(text), !stating.virtual());
    }

    private static @Nullable String collation(
            org.hibernate.mapping.Column column, ColumnDefinition definition, ColumnDefinition more) {
        if (column.getCollation() != null) {
            return column.getCollation();
        }
        String text = definition.collation() != null ? definition.collation() : more.collation();
        return text == null ? null : SqlNames.of(text).catalogSpelling();
    }

    private static String quoted(ObjectName name) {
        return name.namespace().equals(ObjectName.DEFAULT_NAMESPACE)
                ? SqlNames.quote(name.name())
                : SqlNames.quote(name.namespace()) + "." + SqlNames.quote(name.name());
    }
}

package dev.retort.model;

import dev.retort.schema.ObjectName;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.type.SqlTypes;

/**
 * Finds columns of a composite type that Hibernate reads and writes as a document: it keeps one way for an embeddable class, that of the attribute it
 * meets first. Neither such an attribute nor the check over its parts can work.
 */
final class StructsReadAsDocuments {

    private final Reading reading;

    StructsReadAsDocuments(Reading reading) {
        this.reading = reading;
    }

    /** Whether the column is one of these; leaves a note if so. */
    boolean look(AggregateColumn column, ObjectName table) {
        if (column.getComponent().getStructName() == null) {
            return false;
        }
        BasicValue value = (BasicValue) column.getValue();
        String document =
                switch (value.getResolution().getJdbcType().getDefaultSqlTypeCode()) {
                    case SqlTypes.JSON, SqlTypes.JSON_ARRAY -> "JSON";
                    case SqlTypes.SQLXML, SqlTypes.XML_ARRAY -> "XML";
                    default -> "";
                };
        if (document.isEmpty()) {
            return false;
        }
        String origin = reading.attributions().originOf(table, reading.names().column(column));
        reading.note(
                "struct-and-document",
                table.display(),
                origin + " is a composite type, and Hibernate would read and write it as " + document
                        + ", as it does with another attribute of the same embeddable class: the column is made as its type says,"
                        + " the check over its parts is left out, and the running application would fail at it.",
                "Give " + origin + " an embeddable class of its own.");
        return true;
    }
}

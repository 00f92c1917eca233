package dev.retort.model;

import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/** The checks inside structs and JSON documents, which exist only in Hibernate's exporter: so the exporter is asked for them. */
final class AggregateChecks extends StandardTableExporter {

    private static final String CHECK = ", check (";

    AggregateChecks(Dialect dialect) {
        super(dialect);
    }

    /** The check over the parts of an aggregate; empty where they state none. */
    Optional<String> of(AggregateColumn column) {
        if (!dialect.getAggregateSupport().supportsComponentCheckConstraints()) {
            return Optional.empty();
        }
        BasicValue value = (BasicValue) column.getValue();
        int code = value.getResolution().getJdbcType().getDefaultSqlTypeCode();
        boolean skipped =
                switch (code) {
                    case SqlTypes.STRUCT_ARRAY,
                            SqlTypes.STRUCT_TABLE,
                            SqlTypes.JSON_ARRAY,
                            SqlTypes.XML_ARRAY,
                            SqlTypes.ARRAY -> true;
                    // PostgreSQL's dialect leaves XML out, which a check cannot look into.
                    default -> column.getType().getJdbcType().isXml();
                };
        if (skipped) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        applyAggregateColumnCheck(text, column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(CHECK.length(), text.length() - 1));
    }
}

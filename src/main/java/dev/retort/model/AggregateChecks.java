package dev.retort.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.hibernate.HibernateException;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/**
 * The checks inside structs and JSON documents, which exist only in Hibernate's exporter: so the exporter is asked for them, by a method that is
 * private in 6.6.
 */
final class AggregateChecks {

    private static final String CHECK = ", check (";

    private final Dialect dialect;

    AggregateChecks(Dialect dialect) {
        this.dialect = dialect;
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
                            SqlTypes.ARRAY,
                            // PostgreSQL's dialect leaves XML out, which a check cannot look into.
                            SqlTypes.SQLXML -> true;
                    default -> false;
                };
        if (skipped) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        export(text, column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(CHECK.length(), text.length() - 1));
    }

    private void export(StringBuilder text, AggregateColumn column) {
        try {
            Method method = StandardTableExporter.class.getDeclaredMethod(
                    "applyAggregateColumnCheck", StringBuilder.class, AggregateColumn.class);
            method.setAccessible(true);
            method.invoke(new StandardTableExporter(dialect), text, column);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new HibernateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new HibernateException("Hibernate's code for the checks of aggregates is not where it was", e);
        }
    }
}

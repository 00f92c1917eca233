package dev.retort.model;

import dev.retort.ModelException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.SqlTypes;

/**
 * Refuses two enums that Hibernate gives one PostgreSQL type: it names the type by the enum's simple name, and creates the first of them alone, so the
 * values of the other would be refused by the database.
 */
final class NamedEnums {

    private record Use(Class<?> type, String attribute) {

        List<String> labels() {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .sorted()
                    .toList();
        }

        String display() {
            return type.getName() + " (" + attribute + ")";
        }
    }

    private final Reading reading;
    private final Map<String, Use> uses = new TreeMap<>();

    NamedEnums(Reading reading) {
        this.reading = reading;
    }

    /**
     * Looks at all columns.
     *
     * @throws ModelException if enums with different constants have one type
     */
    void check() {
        for (Namespace namespace : reading.model().metadata().getDatabase().getNamespaces()) {
            for (Table table : namespace.getTables()) {
                if (table.isPhysicalTable()) {
                    table.getColumns().forEach(column -> look(table, column));
                }
            }
        }
    }

    private void look(Table table, Column column) {
        if (!(column.getValue() instanceof BasicValue value)) {
            return;
        }
        BasicValue.Resolution<?> resolution = value.resolve();
        int code = resolution.getJdbcType().getDdlTypeCode();
        Class<?> type = resolution.getDomainJavaType().getJavaTypeClass();
        if (type.isEnum() && (code == SqlTypes.NAMED_ENUM || code == SqlTypes.NAMED_ORDINAL_ENUM)) {
            Use use = new Use(
                    type,
                    reading.attributions()
                            .originOf(
                                    reading.names().table(table),
                                    reading.names().column(column)));
            Use other = uses.putIfAbsent(Names.fold(type.getSimpleName()), use);
            if (other != null && !other.labels().equals(use.labels())) {
                throw new ModelException(
                        "The enums " + other.display() + " and " + use.display() + " are the same PostgreSQL type",
                        "Hibernate names the type by the simple name, " + Names.fold(type.getSimpleName())
                                + ", and their constants differ: the database would refuse those of one",
                        "Rename one of the enums, or map one without a type of its own: @Enumerated(EnumType.STRING).");
            }
        }
    }
}

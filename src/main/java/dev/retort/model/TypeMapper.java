package dev.retort.model;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.CompositeType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SchemaBuilder;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;

/** Maps the composite types of {@code @Struct}. */
final class TypeMapper {

    private final Reading reading;
    private final StructNames structs;

    TypeMapper(Reading reading) {
        this.reading = reading;
        this.structs = new StructNames(reading.model(), reading.names());
    }

    void map(Namespace namespace, SchemaBuilder schema) {
        for (UserDefinedType type : namespace.getUserDefinedTypes()) {
            if (type instanceof UserDefinedObjectType struct) {
                map(struct, schema);
            }
        }
    }

    private void map(UserDefinedObjectType struct, SchemaBuilder schema) {
        ObjectName name = structs.of(struct);
        List<CompositeType.Attribute> attributes = new ArrayList<>();
        for (Column column : struct.getColumns()) {
            String type = ColumnDefinition.parse(
                            column.getSqlType(reading.model().metadata()))
                    .type();
            String attribute = reading.names().column(column);
            attributes.add(new CompositeType.Attribute(attribute, structs.parse(type.replace('`', '"'))));
            if (column.getComment() != null && !column.getComment().isEmpty()) {
                schema.comment(CommentTarget.column(name, attribute), column.getComment());
            }
        }
        schema.composite(new CompositeType(name, attributes));
        if (struct.getComment() != null && !struct.getComment().isEmpty()) {
            schema.comment(new CommentTarget(CommentTarget.Kind.TYPE, name, ""), struct.getComment());
        }
    }
}

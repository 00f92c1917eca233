package dev.retort.model;

import dev.retort.schema.CommentTarget;
import dev.retort.schema.CompositeType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;

/** Maps the composite types of {@code @Struct}. */
final class TypeMapper {

    private final Reading reading;

    TypeMapper(Reading reading) {
        this.reading = reading;
    }

    void map(Namespace namespace, SchemaBuilder schema) {
        for (UserDefinedType type : namespace.getUserDefinedTypes()) {
            if (type instanceof UserDefinedObjectType struct) {
                map(struct, schema);
            }
        }
    }

    private void map(UserDefinedObjectType struct, SchemaBuilder schema) {
        Identifier namespace = struct.getSchema() == null
                ? null
                : Identifier.toIdentifier(struct.getSchema(), struct.isSchemaQuoted());
        ObjectName name = reading.names().object(namespace, struct.getNameIdentifier());
        List<CompositeType.Attribute> attributes = new ArrayList<>();
        for (Column column : struct.getColumns()) {
            String type = ColumnDefinition.parse(
                            column.getSqlType(reading.model().metadata()))
                    .type();
            attributes.add(new CompositeType.Attribute(reading.names().column(column), SqlType.parse(type)));
        }
        schema.composite(new CompositeType(name, attributes));
        if (struct.getComment() != null && !struct.getComment().isEmpty()) {
            schema.comment(new CommentTarget(CommentTarget.Kind.TYPE, name, ""), struct.getComment());
        }
    }
}

package dev.retort.catalog;

import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** User types by a bare name, such as {@code citext}, which the model puts into the default namespace and an extension may have put elsewhere. */
final class UserTypes {

    private UserTypes() {}

    /** The names of wanted types that are in the default namespace as far as the model knows, and of which neither side knows any more. */
    static Set<String> unknown(Schema wanted, Schema actual) {
        Set<ObjectName> known = new HashSet<>();
        Stream.of(wanted, actual).forEach(schema -> {
            known.addAll(schema.enums().keySet());
            known.addAll(schema.composites().keySet());
            known.addAll(schema.domains().keySet());
        });
        Stream.of(wanted, actual)
                .flatMap(schema -> schema.extras().stream())
                .filter(extra -> extra.kind() == Extra.Kind.TYPE)
                .forEach(extra -> known.add(extra.name()));
        types(actual).map(SqlType::userType).flatMap(Stream::ofNullable).forEach(known::add);
        Set<String> unknown = new TreeSet<>();
        types(wanted)
                .map(SqlType::userType)
                .flatMap(Stream::ofNullable)
                .filter(name -> name.namespace().equals(ObjectName.DEFAULT_NAMESPACE) && !known.contains(name))
                .forEach(name -> unknown.add(name.name()));
        return unknown;
    }

    private static Stream<SqlType> types(Schema schema) {
        return Stream.of(
                        schema.tables().values().stream()
                                .flatMap(table -> table.columns().stream())
                                .map(Column::type),
                        schema.domains().values().stream().map(Domain::base),
                        schema.composites().values().stream()
                                .flatMap(type -> type.attributes().stream())
                                .map(CompositeType.Attribute::type))
                .flatMap(types -> types);
    }

    /** The schema with these types where the server has them. */
    static Schema resolved(Schema schema, Map<String, SqlType> found) {
        if (found.isEmpty()) {
            return schema;
        }
        SchemaBuilder builder = schema.toBuilder();
        for (Table table : schema.tables().values()) {
            builder.table(table.toBuilder()
                    .columns(table.columns().stream()
                            .map(column -> column.withType(resolved(column.type(), found)))
                            .toList())
                    .build());
        }
        schema.domains()
                .values()
                .forEach(domain -> builder.domain(new Domain(
                        domain.name(),
                        resolved(domain.base(), found),
                        domain.nullable(),
                        domain.defaultValue(),
                        domain.collation(),
                        domain.checks())));
        schema.composites()
                .values()
                .forEach(type -> builder.composite(new CompositeType(
                        type.name(),
                        type.attributes().stream()
                                .map(attribute -> new CompositeType.Attribute(
                                        attribute.name(), resolved(attribute.type(), found)))
                                .toList())));
        return builder.build();
    }

    private static SqlType resolved(SqlType type, Map<String, SqlType> found) {
        ObjectName name = type.userType();
        SqlType there =
                name != null && name.namespace().equals(ObjectName.DEFAULT_NAMESPACE) ? found.get(name.name()) : null;
        return there == null ? type : new SqlType(there.userType(), there.base(), type.modifiers(), type.array());
    }
}

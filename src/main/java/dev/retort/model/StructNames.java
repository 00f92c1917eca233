package dev.retort.model;

import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.UserDefinedType;

/** Where the model's composite types lie: Hibernate creates them in the default namespace, and names them without it. */
final class StructNames {

    private final Names names;
    private final Map<String, ObjectName> byName = new HashMap<>();

    StructNames(LoadedModel model, Names names) {
        this.names = names;
        for (Namespace namespace : model.metadata().getDatabase().getNamespaces()) {
            for (UserDefinedType type : namespace.getUserDefinedTypes()) {
                ObjectName name = of(type);
                byName.putIfAbsent(name.name(), name);
            }
        }
    }

    ObjectName of(UserDefinedType type) {
        Identifier namespace =
                type.getSchema() == null ? null : Identifier.toIdentifier(type.getSchema(), type.isSchemaQuoted());
        return names.object(namespace, type.getNameIdentifier());
    }

    /**
     * Reads a type, a composite of the model where it is lying.
     *
     * @throws IllegalArgumentException if the text is no type
     */
    SqlType parse(String text) {
        SqlType type = SqlType.parse(text);
        ObjectName user = type.userType();
        ObjectName struct =
                user == null || !user.namespace().equals(ObjectName.DEFAULT_NAMESPACE) ? null : byName.get(user.name());
        return struct == null ? type : type.withUserType(struct);
    }
}

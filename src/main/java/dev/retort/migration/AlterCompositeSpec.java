package dev.retort.migration;

import dev.retort.operation.AlterComposite;
import dev.retort.operation.AttributeChange;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** Changes of a composite type's attributes, in order. */
public final class AlterCompositeSpec extends Said {

    private final ObjectName type;
    private final List<AttributeChange> changes = new ArrayList<>();

    AlterCompositeSpec(ObjectName type) {
        this.type = type;
    }

    /** Gets an attribute, written as a column: {@code add(varchar("zip", 10))}. */
    public AlterCompositeSpec add(ColumnSpec attribute) {
        return change(new AttributeChange.Add(
                attribute.name(), TypeOperations.attribute(attribute).type()));
    }

    /** Loses an attribute. */
    public AlterCompositeSpec drop(String attribute) {
        return change(new AttributeChange.Drop(attribute));
    }

    /** An attribute gets another type. */
    public AlterCompositeSpec type(String attribute, String newType) {
        return change(new AttributeChange.SetType(attribute, Spelling.type(newType)));
    }

    private AlterCompositeSpec change(AttributeChange change) {
        open();
        changes.add(change);
        return this;
    }

    AlterComposite operation() {
        return new AlterComposite(type, NoChange.refused(changes, "alterComposite", type.display()));
    }
}

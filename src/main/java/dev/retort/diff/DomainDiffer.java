package dev.retort.diff;

import dev.retort.operation.AlterDomain;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropDomain;
import dev.retort.schema.Check;
import dev.retort.schema.Domain;
import dev.retort.schema.Expression;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The domains. */
final class DomainDiffer {

    private DomainDiffer() {}

    static void diff(Domain is, Domain shall, Sides sides) {
        if (sides.impact().replacedTypes.contains(is.name())) {
            TypeReplacer.replace(
                    is.name(), new CreateDomain(shall), DropDomain::new, column -> value(column, is, shall), sides);
            return;
        }
        List<DomainChange> changes = changes(is, shall);
        if (!changes.isEmpty()) {
            sides.changes().add(Phase.REPLACE_TYPE, new AlterDomain(is.name(), changes));
        }
    }

    private static List<DomainChange> changes(Domain is, Domain shall) {
        List<DomainChange> changes = new ArrayList<>();
        NamedDiff<Check> checks = NamedDiff.of(is.checks(), shall.checks(), Check::name, Check::equals);
        checks.dropped().forEach(c -> changes.add(new DomainChange.DropCheck(String.valueOf(c.name()))));
        Expression value = shall.defaultValue();
        if (!Objects.equals(is.defaultValue(), value)) {
            changes.add(value == null ? new DomainChange.DropDefault() : new DomainChange.SetDefault(value));
        }
        if (is.nullable() != shall.nullable()) {
            changes.add(new DomainChange.SetNullable(shall.nullable()));
        }
        checks.added().forEach(c -> changes.add(new DomainChange.AddCheck(c)));
        return changes;
    }

    private static String value(String column, Domain is, Domain shall) {
        String base = column + "::" + is.base().display();
        String using = Conversion.ofExpression(base, is.base(), shall.base()).using();
        return "(" + (using == null ? base : using) + ")::"
                + SqlType.user(shall.name()).display();
    }
}

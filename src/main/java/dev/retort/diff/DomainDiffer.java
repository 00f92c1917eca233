package dev.retort.diff;

import dev.retort.operation.AlterDomain;
import dev.retort.operation.CreateDomain;
import dev.retort.operation.DomainChange;
import dev.retort.schema.Check;
import dev.retort.schema.Domain;
import dev.retort.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The domains. */
final class DomainDiffer {

    private DomainDiffer() {}

    static void create(Domain domain, Sides sides) {
        Domain first = DomainRests.before(domain, sides);
        sides.changes().add(Phase.CREATE_TYPE, new CreateDomain(DomainNotNull.without(first, sides)));
        DomainNotNull.add(first, Phase.CREATE_TYPE, sides);
    }

    static void diff(Domain is, Domain shall, Sides sides) {
        DomainRows.warn(is, shall, sides);
        Domain rest = DomainRests.release(is, sides);
        Domain first = DomainRests.before(shall, sides);
        if (sides.impact().replacedTypes.contains(is.name())) {
            TypeReplacer.replace(is.name(), new CreateDomain(DomainNotNull.without(first, sides)), sides);
            DomainNotNull.add(first, Phase.CREATE_TYPE, sides);
            return;
        }
        List<DomainChange> all = changes(rest, first);
        List<DomainChange> changes = DomainNotNull.without(all, first, sides);
        if (all.size() > changes.size()) {
            DomainNotNull.add(first, Phase.REPLACE_TYPE, sides);
        }
        if (!changes.isEmpty()) {
            // A domain takes over the default of the domain that it is made of, as it is at that moment.
            boolean early = sides.to().domains().values().stream()
                    .anyMatch(d -> is.name().equals(d.base().userType()));
            sides.changes().add(early ? Phase.CREATE_TYPE : Phase.REPLACE_TYPE, new AlterDomain(is.name(), changes));
        }
    }

    static List<DomainChange> changes(Domain is, Domain shall) {
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

    /** Whether values that the one allows may be none of the other. */
    static boolean asksMore(Domain is, Domain shall) {
        return changes(is, shall).stream()
                .anyMatch(c -> c instanceof DomainChange.AddCheck
                        || (c instanceof DomainChange.SetNullable set && !set.nullable()));
    }
}

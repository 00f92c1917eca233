package dev.retort.diff;

import dev.retort.operation.AlterDomain;
import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a domain's checks and its default say by a cast to a type, or by a function over a type, that is made anew: it holds on to the old one, so it goes
 * before and comes again behind.
 */
final class DomainRests {

    private DomainRests() {}

    /** Takes off what is in the way, and says what is left of the domain. */
    static Domain release(Domain is, Sides sides) {
        Domain rest = rest(is, sides);
        if (!rest.equals(is)) {
            sides.changes().add(Phase.DROP_CONSTRAINT, new AlterDomain(is.name(), DomainDiffer.changes(is, rest)));
        }
        return rest;
    }

    /** The domain as it can be before the types and functions stand; what is missing is added behind them. */
    static Domain before(Domain shall, Sides sides) {
        Domain rest = rest(shall, sides);
        Domain complete = shall;
        if (rest.checks().size() < shall.checks().size()
                && sides.to().domains().containsKey(shall.name())
                && isHidden(shall.name(), sides.from())) {
            leaveOff(shall, rest, sides.changes());
            complete = with(rest, shall.defaultValue(), rest.checks());
        }
        if (!rest.equals(complete)) {
            sides.changes()
                    .add(Phase.COMPLETE_DOMAIN, new AlterDomain(shall.name(), DomainDiffer.changes(rest, complete)));
        }
        return rest;
    }

    private static Domain rest(Domain domain, Sides sides) {
        if (!sides.impact().replacesTypes() && sides.impact().createdFunctions.isEmpty()) {
            return domain;
        }
        Expression value = domain.defaultValue();
        return with(
                domain,
                value == null || rests(value, domain.name(), sides) ? null : value,
                domain.checks().stream()
                        .filter(c -> !rests(c.expression(), domain.name(), sides))
                        .toList());
    }

    private static Domain with(Domain domain, @Nullable Expression value, List<Check> checks) {
        return new Domain(domain.name(), domain.base(), domain.nullable(), value, domain.collation(), checks);
    }

    /** One that is made anew itself comes behind the enums that other types are made of, and goes before them. */
    private static boolean rests(Expression expression, ObjectName domain, Sides sides) {
        Impact impact = sides.impact();
        boolean anew = impact.replacedTypes.contains(domain)
                || !sides.from().domains().containsKey(domain)
                || !sides.to().domains().containsKey(domain);
        return impact.callsReplaced(expression.sql())
                || impact.callsCreated(expression.sql())
                || (anew
                        ? Impact.castTypes(expression.sql()).anyMatch(name -> isInTheWay(name, sides))
                        : impact.castsToReplaced(expression.sql()));
    }

    private static boolean isInTheWay(String type, Sides sides) {
        Impact impact = sides.impact();
        return Stream.concat(
                        impact.replacedEnums.keySet().stream(),
                        impact.replacedTypes.stream()
                                .filter(t -> !sides.from().enums().containsKey(t)))
                .anyMatch(t -> t.name().equals(type));
    }

    /** Whether a column holds the domain within an array or a row, so that PostgreSQL adds no check to it. */
    static boolean isHidden(ObjectName domain, Schema schema) {
        return schema.allTables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> hides(column.type(), domain, schema));
    }

    private static boolean hides(SqlType type, ObjectName domain, Schema schema) {
        ObjectName user = type.userType();
        if (user == null) {
            return false;
        }
        Domain of = type.array() ? null : schema.domains().get(user);
        if (of == null) {
            return isOf(type, domain, schema);
        }
        return !user.equals(domain) && hides(of.base(), domain, schema);
    }

    /** Whether a type is the domain or holds it, within whatever. */
    static boolean isOf(SqlType type, ObjectName domain, Schema schema) {
        ObjectName user = type.userType();
        if (user == null || user.equals(domain)) {
            return user != null;
        }
        Domain of = schema.domains().get(user);
        CompositeType row = schema.composites().get(user);
        return (of != null && isOf(of.base(), domain, schema))
                || (row != null && row.attributes().stream().anyMatch(a -> isOf(a.type(), domain, schema)));
    }

    private static void leaveOff(Domain shall, Domain rest, Changes changes) {
        shall.checks().stream()
                .filter(check -> !rest.checks().contains(check))
                .forEach(check -> changes.warn(
                        "domain-check-left-off",
                        Warning.Level.ERROR,
                        List.of(shall.name().qualified(), String.valueOf(check.name())),
                        "the check " + check.name() + " of the domain "
                                + shall.name().display()
                                + " calls a function over a type that is made anew, and columns hold the domain within arrays or rows, where"
                                + " PostgreSQL takes no new check: the domain is left without it",
                        "Apply this revision and generate the next one, which makes the domain anew with the check"));
    }
}

package dev.retort.diff;

import dev.retort.operation.DomainChange;
import dev.retort.operation.Execute;
import dev.retort.schema.Domain;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** A domain's {@code NOT NULL} with a name, which no operation says: where it comes or the domain is made anew, a statement adds it by its name. From PostgreSQL 17. */
final class DomainNotNull {

    /** What the catalog's reader says before the name. */
    private static final String WORDS = "NOT NULL ";

    private DomainNotNull() {}

    private static Optional<String> name(ObjectName domain, Schema schema) {
        return schema.extras().stream()
                .filter(e -> e.kind() == Extra.Kind.CONSTRAINT
                        && e.name().equals(domain)
                        && e.definition().startsWith(WORDS))
                .map(e -> e.definition().substring(WORDS.length()))
                .findFirst();
    }

    /** The domain as it is created: what has a name comes behind it. */
    static Domain without(Domain domain, Sides sides) {
        return domain.nullable() || name(domain.name(), sides.to()).isEmpty()
                ? domain
                : new Domain(
                        domain.name(), domain.base(), true, domain.defaultValue(), domain.collation(), domain.checks());
    }

    /** Right behind, while no column is of the domain, because PostgreSQL adds nothing to one that is within arrays or rows. */
    static void add(Domain domain, Phase phase, Sides sides) {
        if (!domain.nullable()) {
            name(domain.name(), sides.to()).ifPresent(name -> sides.changes()
                    .add(
                            phase,
                            new Execute("ALTER DOMAIN " + SqlText.name(domain.name()) + " ADD CONSTRAINT "
                                    + ReservedWords.quote(name) + " NOT NULL")));
        }
    }

    /** The changes but for one that becomes required by a constraint with a name. */
    static List<DomainChange> without(List<DomainChange> changes, Domain shall, Sides sides) {
        return name(shall.name(), sides.to()).isEmpty()
                ? changes
                : changes.stream().filter(c -> !isRequired(c)).toList();
    }

    static boolean isRequired(DomainChange change) {
        return change instanceof DomainChange.SetNullable set && !set.nullable();
    }

    /** Whether a difference of the name is none once the operations ran: the domain comes, goes, is made anew, or becomes nullable or required. */
    static boolean isSettled(Extra extra, Sides sides) {
        Domain is = sides.from().domains().get(extra.name());
        Domain shall = sides.to().domains().get(extra.name());
        return extra.kind() == Extra.Kind.CONSTRAINT
                && (is == null
                        || shall == null
                        || is.nullable()
                        || shall.nullable()
                        || sides.impact().replacedTypes.contains(extra.name()));
    }
}

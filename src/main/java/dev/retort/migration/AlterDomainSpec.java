package dev.retort.migration;

import dev.retort.operation.AlterDomain;
import dev.retort.operation.DomainChange;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a domain, in order. */
public final class AlterDomainSpec extends Said {

    private final ObjectName domain;
    private final List<DomainChange> changes = new ArrayList<>();

    AlterDomainSpec(ObjectName domain) {
        this.domain = domain;
    }

    /** The default, as SQL. */
    public AlterDomainSpec defaultTo(String sql) {
        return change(new DomainChange.SetDefault(Expression.of(sql)));
    }

    /** Has no default. */
    public AlterDomainSpec noDefault() {
        return change(new DomainChange.DropDefault());
    }

    /** Holds no nulls. */
    public AlterDomainSpec notNull() {
        return change(new DomainChange.SetNullable(false));
    }

    /** Holds nulls. */
    public AlterDomainSpec nullable() {
        return change(new DomainChange.SetNullable(true));
    }

    /** Gets a check on {@code VALUE}. */
    public AlterDomainSpec addCheck(@Nullable String constraint, String sql) {
        return addCheck(Columns.check(constraint, sql));
    }

    /** Gets a check on {@code VALUE}, with more to say. */
    public AlterDomainSpec addCheck(CheckSpec check) {
        return change(new DomainChange.AddCheck(check.check()));
    }

    /** Loses a check. */
    public AlterDomainSpec dropCheck(String constraint) {
        return change(new DomainChange.DropCheck(constraint));
    }

    private AlterDomainSpec change(DomainChange change) {
        open();
        changes.add(change);
        return this;
    }

    AlterDomain operation() {
        return new AlterDomain(domain, NoChange.refused(changes, "alterDomain", domain.display()));
    }
}

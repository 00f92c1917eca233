package dev.retort.migration;

import dev.retort.operation.CreateDomain;
import dev.retort.schema.Check;
import dev.retort.schema.Domain;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new domain. */
public final class DomainSpec extends Said {

    private final ObjectName name;
    private final SqlType base;
    private boolean nullable = true;
    private @Nullable Expression defaultValue;
    private @Nullable String collation;
    private final List<Check> checks = new ArrayList<>();

    DomainSpec(ObjectName name, SqlType base) {
        this.name = name;
        this.base = base;
    }

    /** Holds no nulls. */
    public DomainSpec notNull() {
        open();
        nullable = false;
        return this;
    }

    /** The default, as SQL. */
    public DomainSpec defaultTo(String sql) {
        open();
        defaultValue = Expression.of(sql);
        return this;
    }

    /** The collation, {@code name} or {@code namespace.name}. */
    public DomainSpec collate(String name) {
        open();
        collation = name;
        return this;
    }

    /** A check on {@code VALUE}. */
    public DomainSpec check(@Nullable String constraint, String sql) {
        return check(Columns.check(constraint, sql));
    }

    /** A check on {@code VALUE}, with more to say. */
    public DomainSpec check(CheckSpec check) {
        open();
        checks.add(check.check());
        return this;
    }

    CreateDomain operation() {
        return new CreateDomain(new Domain(name, base, nullable, defaultValue, collation, checks));
    }
}

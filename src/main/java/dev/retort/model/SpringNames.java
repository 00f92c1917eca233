package dev.retort.model;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/**
 * Names as Spring Boot's own strategy gives them, for a class path without Spring: those of JPA, but a join table is called after the owning table and
 * the attribute. Public, and with a public constructor, as Hibernate makes it.
 */
public final class SpringNames extends ImplicitNamingStrategyJpaCompliantImpl {

    private static final long serialVersionUID = 1L;

    /** Made by Hibernate. */
    public SpringNames() {}

    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        String attribute = source.getAssociationOwningAttributePath().getProperty();
        return toIdentifier(source.getOwningPhysicalTableName() + "_" + attribute, source.getBuildingContext());
    }
}

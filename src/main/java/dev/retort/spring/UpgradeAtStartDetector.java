package dev.retort.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Spring Boot which bean all that uses the database must wait for: entity managers, {@code JdbcTemplate}, jOOQ, and what is annotated so. */
final class UpgradeAtStartDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(UpgradeAtStart.class);
    }

    /** Before {@code schema.sql} and {@code data.sql}, which fill the tables that the revisions make. */
    @Override
    public int getOrder() {
        return 1;
    }
}

package dev.retort.spring;

import dev.retort.UsageException;
import dev.retort.runtime.Retort;
import dev.retort.runtime.RunListener;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Runs the revisions of {@code retort.package} when a Spring Boot application starts, before anything of it uses the database. An application that has a bean
 * of type {@link Retort} says with it what shall run where; one of type {@link RunListener} hears what happens.
 */
@AutoConfiguration
@Conditional(RevisionsWanted.class)
@EnableConfigurationProperties(RetortProperties.class)
public class RetortAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Retort retort(
            RetortProperties properties,
            ObjectProvider<DataSource> sources,
            ObjectProvider<RunListener> listeners,
            ApplicationContext context) {
        String packageName = properties.packageName();
        if (packageName == null || packageName.isBlank()) {
            throw new UsageException(
                    "The package of the revisions is not known",
                    "retort.enabled is true, and there is neither a property retort.package nor a bean of type Retort.",
                    "State it: retort.package=com.acme.migrations");
        }
        Retort.Configuration configuration = Retort.configure()
                .revisions(packageName.strip())
                .classLoader(classLoader(context))
                .transaction(properties.transaction())
                .listener(listeners.getIfUnique(RunLog::new));
        if (properties.lockWait() != null) {
            configuration.lockWait(properties.lockWait());
        }
        if (properties.lockTimeout() != null) {
            configuration.lockTimeout(properties.lockTimeout());
        }
        if (properties.statementTimeout() != null) {
            configuration.statementTimeout(properties.statementTimeout());
        }
        return new RevisionDatabase(properties, sources).in(configuration).build();
    }

    @Bean
    UpgradeAtStart upgradeAtStart(Retort retort, RetortProperties properties) {
        return new UpgradeAtStart(retort, properties.target(), properties.phase());
    }

    /** The application takes no traffic before the revisions ran, be its beans lazy or not. */
    @Bean
    static LazyInitializationExcludeFilter upgradeIsNotLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(UpgradeAtStart.class);
    }

    private static ClassLoader classLoader(ApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        return loader != null ? loader : RetortAutoConfiguration.class.getClassLoader();
    }

    /** What uses the database waits for the revisions. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = "org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer")
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class UsersWait {}

    /** Nothing else makes the schema. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.jdbc.SchemaManagementProvider")
    static class SchemaIsManaged {

        @Bean
        ManagedSchema retortManagedSchema(BeanFactory beans) {
            return new ManagedSchema(beans.getBeanProvider(DataSource.class));
        }
    }
}

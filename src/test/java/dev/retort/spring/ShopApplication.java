package dev.retort.spring;

import dev.retort.runtime.Retort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application that uses its database as soon as it can. */
@Configuration(proxyBeanMethods = false)
@Import(ShopApplication.Starter.class)
public class ShopApplication {

    /** What the application saw when it began to work. */
    public record Customers(String table) {}

    /** Of all that configures itself the starter alone, as its jar has it in the list: the rest would take seconds. */
    static final class Starter implements DeferredImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata application) {
            List<String> all = new ArrayList<>();
            ImportCandidates.load(AutoConfiguration.class, ShopApplication.class.getClassLoader())
                    .forEach(all::add);
            return all.stream().filter(name -> name.startsWith("dev.retort.")).toArray(String[]::new);
        }
    }

    @Bean
    DataSource dataSource(Environment environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(environment.getRequiredProperty("shop.url"));
        source.setPassword(environment.getProperty("shop.password"));
        return source;
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource source) {
        return new JdbcTemplate(source);
    }

    @Bean
    Customers customers(JdbcTemplate jdbc) {
        return new Customers(Objects.requireNonNullElse(
                jdbc.queryForObject("SELECT to_regclass('customer')::text", String.class), "none"));
    }

    @Bean
    @ConditionalOnProperty("shop.own")
    Retort own(DataSource source) {
        return Retort.configure()
                .dataSource(source)
                .revisions("com.acme.shop.migrations")
                .build();
    }

    /**
     * Starts and ends the application.
     *
     * @return the table that it saw, how many revisions ran, and who makes the schema of its database and of another one
     */
    public static List<String> start(Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(ShopApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(properties);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext context = application.run("--spring.main.banner-mode=off")) {
            return List.of(
                    context.getBean(Customers.class).table(),
                    context.getBeanProvider(UpgradeAtStart.class).stream()
                            .map(upgrade -> "ran " + upgrade.result().ran().size())
                            .findFirst()
                            .orElse("asleep"),
                    context.getBeanProvider(SchemaManagementProvider.class).stream()
                            .map(provider -> provider.getSchemaManagement(context.getBean(DataSource.class)) + " "
                                    + provider.getSchemaManagement(new PGSimpleDataSource()))
                            .findFirst()
                            .orElse("nobody's"));
        }
    }
}

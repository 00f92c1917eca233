package dev.retort.spring;

import dev.retort.runtime.Retort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application that uses its database as soon as it can. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ShopApplication {

    /** What the application saw when it began to work. */
    public record Customers(String table) {}

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
                                    + provider.getSchemaManagement(new org.postgresql.ds.PGSimpleDataSource()))
                            .findFirst()
                            .orElse("nobody's"));
        }
    }
}

package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.retort.ModelException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken from a Spring Boot application's own files. */
class SpringPropertiesTest {

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private SpringProperties read() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return SpringProperties.of(loader);
        }
    }

    @Test
    void settingsNamesAndMappingsAreTakenInAnySpelling() throws IOException {
        file("application.properties", """
                spring.datasource.url = jdbc:postgresql://db/shop
                spring.jpa.hibernate.ddl-auto = update
                spring.jpa.properties.hibernate.default_schema = shop
                spring.jpa.hibernate.naming.physical-strategy: com.acme.Names
                spring.jpa.hibernate.naming.implicitStrategy = com.acme.More
                spring.jpa.mapping-resources = META-INF/a.xml, META-INF/b.xml
                """);
        SpringProperties spring = read();
        assertThat(spring.settings())
                .containsOnly(
                        entry("hibernate.default_schema", "shop"),
                        entry("hibernate.physical_naming_strategy", "com.acme.Names"),
                        entry("hibernate.implicit_naming_strategy", "com.acme.More"));
        assertThat(spring.mappings()).containsExactly("META-INF/a.xml", "META-INF/b.xml");
        assertThat(spring.read())
                .containsExactly("application.properties of the class path, spring.jpa: hibernate.default_schema,"
                        + " hibernate.implicit_naming_strategy, hibernate.physical_naming_strategy, mappings META-INF/a.xml,"
                        + " META-INF/b.xml");
        assertThat(spring.notes(Map.of())).isEmpty();
    }

    @Test
    void theConfigFolderGoesBeforeAndOtherProfilesAreLeft() throws IOException {
        file("application.properties", """
                spring.jpa.properties.hibernate.default_schema=one
                #---
                spring.config.activate.on-profile=prod
                spring.jpa.properties.hibernate.default_schema=prod
                """);
        file("config/application.properties", "spring.jpa.properties.hibernate.default_schema=two\n");
        assertThat(read().settings()).containsOnly(entry("hibernate.default_schema", "two"));
    }

    @Test
    void variablesAndYamlAreNamedUntilSomebodyStatesASetting() throws IOException {
        file("application.properties", "spring.jpa.properties.hibernate.default_schema=${SCHEMA:shop}\n");
        file("application.yml", "spring:\n  jpa:\n    properties:\n      hibernate.default_schema: shop\n");
        SpringProperties spring = read();
        assertThat(spring.settings()).isEmpty();
        assertThat(spring.notes(Map.of("preset", "spring-boot-3")))
                .extracting(ModelNote::message)
                .containsExactlyInAnyOrder(
                        "The value of spring.jpa.properties.hibernate.default_schema=${SCHEMA:shop} in"
                                + " application.properties is a variable, which only the running application knows.",
                        "The class path's application.yml says something about JPA, and the class path holds no SnakeYAML to"
                                + " read it with.");
        assertThat(spring.notes(Map.of("hibernate.default_schema", "shop"))).isEmpty();
    }

    @Test
    void aYamlThatSaysNothingOfNamesIsNoMatter() throws IOException {
        file("application.yml", "spring:\n  jpa:\n    open-in-view: false\n");
        assertThat(read().notes(Map.of())).isEmpty();
    }

    @Test
    void yamlIsReadWithTheApplicationsOwnSnakeYaml() throws IOException {
        file("application.yml", """
                spring:
                  datasource: { url: "jdbc:postgresql://db/shop" }
                  jpa:
                    hibernate: { ddl-auto: update, naming: { physical-strategy: com.acme.Names } }
                    properties:
                      hibernate: { default_schema: shop, globally_quoted_identifiers: true }
                      "[hibernate.default_catalog]": ${CATALOG}
                    mapping-resources:
                      - META-INF/a.xml
                      - META-INF/b.xml
                ---
                spring.config.activate.on-profile: prod
                spring.jpa.properties.hibernate.default_schema: prod
                ---
                spring.jpa.properties.hibernate.type.preferred_uuid_jdbc_type: CHAR
                """);
        file("application.properties", "spring.jpa.properties.hibernate.default_schema=sales\n");
        SpringProperties spring = readWithYaml();
        assertThat(spring.settings())
                .containsOnly(
                        entry("hibernate.default_schema", "sales"),
                        entry("hibernate.globally_quoted_identifiers", "true"),
                        entry("hibernate.physical_naming_strategy", "com.acme.Names"),
                        entry("hibernate.type.preferred_uuid_jdbc_type", "CHAR"));
        assertThat(spring.mappings()).containsExactly("META-INF/a.xml", "META-INF/b.xml");
        assertThat(spring.unread())
                .containsExactly("spring.jpa.properties.hibernate.default_catalog=${CATALOG} in application.yml");
        assertThat(spring.read()).hasSize(2).first().asString().startsWith("application.yml of the class path");
    }

    @Test
    void whatIsNoYamlIsAnError() throws IOException {
        file("application.yml", "spring:\n  jpa:\n   properties: @project.name@\n");
        assertThatThrownBy(this::readWithYaml)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("application.yml cannot be read")
                .hasMessageContaining("preset = \"jpa\"");
    }

    private SpringProperties readWithYaml() throws IOException {
        URL jar = org.yaml.snakeyaml.Yaml.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL(), jar}, null)) {
            return SpringProperties.of(loader);
        }
    }
}

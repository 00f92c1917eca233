package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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
                .containsExactly(
                        "The value of spring.jpa.properties.hibernate.default_schema=${SCHEMA:shop} in"
                                + " application.properties is a variable, which only the running application knows.",
                        "The class path's application.yml says something about JPA. Retort reads application.properties,"
                                + " and no YAML.");
        assertThat(spring.notes(Map.of("hibernate.default_schema", "shop"))).isEmpty();
    }

    @Test
    void aYamlThatSaysNothingOfNamesIsNoMatter() throws IOException {
        file("application.yml", "spring:\n  jpa:\n    open-in-view: false\n");
        assertThat(read().notes(Map.of())).isEmpty();
    }
}

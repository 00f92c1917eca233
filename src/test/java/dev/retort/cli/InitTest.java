package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} reads from a project's files what it can. */
class InitTest {

    private static final Path CLASSES =
            Path.of(System.getProperty("retort.project", ".")).toAbsolutePath().resolve("target/test-classes");

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aSpringBootProjectOnGradleNeedsNoEditing() throws IOException {
        file("build.gradle.kts", "plugins { id(\"org.springframework.boot\") version \"4.0.0\" }");
        file(
                "src/main/java/com/acme/shop/domain/Customer.java",
                "package com.acme.shop.domain;\nimport jakarta.persistence.*;\n@Entity\npublic class Customer {}\n");
        file(
                "src/main/java/com/acme/shop/domain/order/Order.java",
                "package com.acme.shop.domain.order;\n@jakarta.persistence.Entity public class Order {}\n");
        file("src/main/java/com/acme/shop/Other.java", "package com.acme.shop;\n// no @Entity\nclass Other {}\n");
        file(
                "src/main/resources/application.yml",
                "spring:\n  datasource:\n    url: jdbc:postgresql://localhost:5432/shop?password=geheim\n    username: anna\n    password: geheim\n");
        Ran ran = Ran.in(folder, "init");
        assertThat(ran.code()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("com.acme.shop.domain (2 found in src/main/java)", "build/classes/java/main");
        assertThat(ran.err()).contains("./gradlew classes", "retort revision --autogenerate");
        assertThat(Files.readString(folder.resolve("retort.toml")))
                .contains("entities = [\"com.acme.shop.domain\"]", "classpath = [\"build/classes/java/main\"]")
                .contains("package = \"com.acme.shop.migrations\"")
                .contains("\npreset = \"spring-boot-4\"\n")
                .contains("[env.dev]\nurl = \"jdbc:postgresql://localhost:5432/shop\"\nuser = \"anna\"\n")
                .doesNotContain("geheim");
        assertThat(Ran.in(folder, "heads").code()).isZero();
    }

    @Test
    void compiledClassesSayMoreThanSources() throws IOException {
        file("pom.xml", "<project/>");
        Path compiled = Files.createDirectories(folder.resolve("target/classes/com/acme/shop/customer"));
        Files.copy(CLASSES.resolve("com/acme/shop/customer/Customer.class"), compiled.resolve("Customer.class"));
        file("src/main/java/com/other/Old.java", "import jakarta.persistence.*;\n@Entity class Old {}\n");
        Ran ran = Ran.in(folder, "init");
        assertThat(ran.out())
                .contains("com.acme.shop.customer (1 found in target/classes)", "com/acme/shop/customer/migrations");
        assertThat(ran.err()).contains("mvn compile");
    }

    @Test
    void whereNothingCanBeGuessedItSaysWhatToWrite() throws IOException {
        Ran ran = Ran.in(folder, "init", "sub folder");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("none found");
        assertThat(ran.err()).contains("name the package of your entities", "cd 'sub folder' && retort revision");
        assertThat(Files.readString(folder.resolve("sub folder/retort.toml"))).contains("# [env.dev]", "com.example");
    }
}

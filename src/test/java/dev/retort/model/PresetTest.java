package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.ModelException;
import dev.retort.schema.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The defaults that frameworks give Hibernate, chosen by what is on the class path. */
class PresetTest {

    private static final List<String> SPRING = List.of("account_holder", "account_holder_linked_accounts");
    private static final List<String> PLAIN = List.of("accountholder", "accountholder_accountholder");

    @TempDir
    Path folder;

    @Test
    void withoutAFrameworkTheNamesAreHibernates() throws IOException {
        Model model = read(holder("7.4"), Map.of());
        assertThat(tables(model)).containsExactlyElementsOf(PLAIN);
        assertThat(model.reading())
                .last()
                .asString()
                .isEqualTo("preset jpa, as the class path holds neither Spring Boot nor Quarkus");
    }

    @Test
    void aStatedPresetNeedsNoSpring() throws IOException {
        for (String line : List.of("6.6", "7.4")) {
            List<Path> classPath = holder(line);
            for (String preset : List.of("spring-boot-3", "spring-boot-4")) {
                Model model = read(classPath, Map.of("preset", preset));
                assertThat(tables(model)).as(line + " " + preset).containsExactlyElementsOf(SPRING);
                assertThat(model.reading()).last().asString().isEqualTo("preset " + preset + ", as stated");
            }
        }
    }

    @Test
    void springOnTheClassPathIsFound() throws IOException {
        List<Path> classPath = holder("6.6", "org.springframework.boot.autoconfigure.orm.jpa.HibernateProperties");
        Model model = read(classPath, Map.of());
        assertThat(tables(model)).containsExactlyElementsOf(SPRING);
        assertThat(model.reading()).last().asString().contains("spring-boot-3", "HibernateProperties");
        assertThat(tables(read(classPath, Map.of("preset", "jpa")))).containsExactlyElementsOf(PLAIN);
    }

    @Test
    void springWithoutItsAutoConfigurationSetsNothing() throws IOException {
        Model model = read(holder("7.4", "org.springframework.boot.SpringApplication"), Map.of());
        assertThat(tables(model)).containsExactlyElementsOf(PLAIN);
        assertThat(model.reading())
                .last()
                .asString()
                .startsWith("preset jpa, as the class path holds Spring Boot without what it sets up Hibernate with");
    }

    @Test
    void theStandardDocumentIsReadAsTheFrameworkDoes() throws IOException {
        List<Path> classPath = holder("7.4");
        Path folder = classPath.get(0);
        assertThat(Files.exists(folder.resolve("com/acme/bank/AccountHolder.class")))
                .isTrue();
        Path document = Files.createDirectories(folder.resolve("META-INF")).resolve("orm.xml");
        Files.writeString(document, """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
                    <entity class="com.acme.bank.AccountHolder"><table name="stated"/></entity>
                </entity-mappings>
                """);
        for (String preset : List.of("jpa", "quarkus", "spring-boot-3", "spring-boot-4")) {
            Model model = read(classPath, Map.of("preset", preset));
            assertThat(tables(model)).as(preset).contains("stated");
            assertThat(model.reading()).last().asString().startsWith("META-INF/orm.xml of " + folder + ", as ");
        }

        // Spring leaves it to the unit beside it, and to whoever names other documents.
        Path unit = folder.resolve("META-INF/persistence.xml");
        Files.writeString(unit, "<persistence/>");
        assertThat(tables(read(classPath, Map.of("preset", "spring-boot-4")))).containsExactlyElementsOf(SPRING);
        assertThat(tables(read(classPath, Map.of("preset", "jpa")))).contains("stated");
        Files.delete(unit);
        Files.copy(document, folder.resolve("META-INF/other.xml"));
        Files.writeString(document, Files.readString(document).replace("stated", "unread"));
        Files.writeString(folder.resolve("application.properties"), "spring.jpa.mapping-resources=META-INF/other.xml");
        assertThat(tables(read(classPath, Map.of("preset", "spring-boot-4")))).contains("stated");

        // A library's own is none of these entities' where nobody takes it for theirs.
        Path library = Files.createDirectories(this.folder.resolve("library/META-INF"));
        Files.move(document, library.resolve("orm.xml"));
        classPath.add(library.getParent());
        assertThat(tables(read(classPath, Map.of("preset", "jpa")))).containsExactlyElementsOf(PLAIN);
    }

    @Test
    void theNewestSpringIsFoundByItsOwnPackage() throws IOException {
        List<Path> classPath = holder("7.4", "org.springframework.boot.hibernate.autoconfigure.HibernateProperties");
        assertThat(read(classPath, Map.of()).reading()).last().asString().contains("spring-boot-4");
    }

    @Test
    void quarkusLeavesHibernatesNames() throws IOException {
        List<Path> classPath = holder("6.6", "io.quarkus.hibernate.orm.runtime.HibernateOrmRecorder");
        Model model = read(classPath, Map.of());
        assertThat(tables(model)).containsExactlyElementsOf(PLAIN);
        assertThat(model.reading()).last().asString().contains("quarkus");
    }

    @Test
    void whatIsStatedGoesBeforeThePreset() throws IOException {
        Map<String, String> settings = Map.of(
                "preset",
                "spring-boot-4",
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl");
        assertThat(tables(read(holder("7.4"), settings)))
                .containsExactly("accountholder", "accountholder_linkedaccounts");
    }

    @Test
    void aPresetThatThereIsNotIsRefused() throws IOException {
        List<Path> classPath = holder("7.4");
        assertThatThrownBy(() -> read(classPath, Map.of("preset", "spring")))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("no preset spring", "spring-boot-3", "quarkus");
    }

    private static Model read(List<Path> classPath, Map<String, String> settings) {
        return new ModelReader().read(new ModelRequest(classPath, List.of("com.acme.bank"), settings, 17));
    }

    private static List<String> tables(Model model) {
        return model.schema().tables().keySet().stream().map(ObjectName::name).toList();
    }

    /** An entity with a join table, compiled with empty classes of these names beside it. */
    private List<Path> holder(String line, String... others) throws IOException {
        Path sources = folder.resolve("src");
        write(sources, "com.acme.bank.AccountHolder", """
                @jakarta.persistence.Entity
                public class AccountHolder {
                    @jakarta.persistence.Id long id;
                    @jakarta.persistence.ManyToMany java.util.Set<AccountHolder> linkedAccounts;
                }
                """);
        for (String other : others) {
            write(sources, other, "public class " + other.substring(other.lastIndexOf('.') + 1) + " {}\n");
        }
        return new ArrayList<>(
                new HibernateLine(line).compiled(sources, Files.createDirectories(folder.resolve("classes-" + line))));
    }

    private static void write(Path sources, String name, String body) throws IOException {
        Path file = sources.resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + body);
    }
}

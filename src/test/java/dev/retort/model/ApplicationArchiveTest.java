package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.ModelException;
import dev.retort.schema.ObjectName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application packed with its libraries, as Spring Boot packs it, read as it is. */
class ApplicationArchiveTest {

    @TempDir
    Path folder;

    private Path cache() {
        return folder.resolve("cache");
    }

    @Test
    void anApplicationIsReadOutOfItsJarWithItsOwnHibernateAndSettings() throws IOException {
        Path jar = application("BOOT-INF/", "app.jar", "spring.jpa.properties.hibernate.default_schema=bank\n");
        List<Path> elements = ApplicationArchive.unpacked(List.of(jar), cache());
        Model model = new ModelReader().read(new ModelRequest(elements, List.of("com.acme.bank"), Map.of(), 17));

        assertThat(model.schema().tables()).containsOnlyKeys(new ObjectName("bank", "account_holder"));
        assertThat(String.join("\n", model.reading()))
                .contains(
                        "Hibernate " + new HibernateLine("6.6").version(),
                        "preset spring-boot-3, as the class path holds",
                        "application.properties of the class path, spring.jpa: hibernate.default_schema");
    }

    @Test
    void unpackingAgainMakesNothingNewAndLeavesNothingHalf() throws IOException {
        Path jar = application("WEB-INF/", "app.war", "");
        List<Path> first = ApplicationArchive.unpacked(List.of(jar), cache());
        List<Path> made = files(cache());
        assertThat(ApplicationArchive.unpacked(List.of(jar), cache())).isEqualTo(first);
        assertThat(files(cache())).isEqualTo(made).noneMatch(f -> f.toString().contains(".part"));

        Path next = application("WEB-INF/", "next.war", "spring.main.banner-mode=off\n");
        List<Path> second = ApplicationArchive.unpacked(List.of(next), cache());
        assertThat(second.get(0)).as("other classes").isNotEqualTo(first.get(0));
        assertThat(second.subList(1, second.size())).as("the same libraries").isEqualTo(first.subList(1, first.size()));
    }

    @Test
    void otherElementsStayAsTheyAre() {
        List<Path> elements = List.of(folder, new HibernateLine("7.4").jars().get(0));
        assertThat(ApplicationArchive.unpacked(elements, cache())).isEqualTo(elements);
        assertThat(cache()).doesNotExist();
    }

    @Test
    void whatLeadsOutOfTheArchiveIsRefusedAndNothingStays() throws IOException {
        Path jar = folder.resolve("evil.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            directory(zip, "BOOT-INF/classes/");
            store(zip, "BOOT-INF/classes/good.txt", new byte[1]);
            store(zip, "BOOT-INF/classes/../../../evil.txt", new byte[1]);
        }
        assertThatThrownBy(() -> ApplicationArchive.unpacked(List.of(jar), cache()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("leads out of it");
        assertThat(files(cache())).isEmpty();
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void whatIsNoArchiveIsAnErrorThatNamesIt() throws IOException {
        Path jar = Files.writeString(folder.resolve("half.jar"), "not a jar");
        assertThatThrownBy(() -> ApplicationArchive.unpacked(List.of(jar), cache()))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("half.jar", "Build it again");
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** An entity, Spring's mark and the settings as classes; Hibernate 6.6 and what it needs as libraries. */
    private Path application(String root, String name, String properties) throws IOException {
        HibernateLine line = new HibernateLine("6.6");
        Path sources = folder.resolve("src");
        write(
                sources,
                "com.acme.bank.AccountHolder",
                "@jakarta.persistence.Entity public class AccountHolder {" + " @jakarta.persistence.Id long id; }");
        write(
                sources,
                "org.springframework.boot.autoconfigure.orm.jpa.HibernateProperties",
                "public class HibernateProperties {}");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        line.compiled(sources, classes);
        Files.writeString(classes.resolve("application.properties"), properties);
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            directory(zip, root + "classes/");
            for (Path file : files(classes)) {
                String entry = classes.relativize(file).toString().replace('\\', '/');
                store(zip, root + "classes/" + entry, Files.readAllBytes(file));
            }
            for (Path library : line.jars()) {
                store(zip, root + "lib/" + library.getFileName(), Files.readAllBytes(library));
            }
        }
        return jar;
    }

    private static void directory(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
    }

    /** As Spring Boot stores what is in it. */
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        ((OutputStream) zip).write(content);
        zip.closeEntry();
    }

    private static void write(Path sources, String name, String body) throws IOException {
        Path file = sources.resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + body + "\n");
    }
}

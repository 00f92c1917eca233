package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units, documents and the column lists of indexes, read alike by the oldest and the newest line. */
class XmlLinesTest {

    private static final Path DOCUMENTS = TestModels.OWN.get(0).resolve("model-xml");
    private static final Path TESTS =
            Path.of(System.getProperty("retort.project", ".")).resolve("src/test");

    @TempDir
    Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.0"})
    void readsUnitsAndDocumentsAsOursDoes(String line) throws IOException {
        List<Path> classPath =
                new ArrayList<>(new HibernateLine(line).compiled(TESTS.resolve("java/dev/retort/model/xml"), classes));
        classPath.add(DOCUMENTS);
        for (String entities : List.of("unit:press", "objects.hbm.xml")) {
            Model theirs = read(classPath, entities);
            Model ours = read(List.of(TestModels.OWN.get(0), DOCUMENTS), entities);
            assertThat(theirs.reading().get(0)).contains(new HibernateLine(line).version());
            assertThat(Agreement.lines(theirs.schema())).as(entities).isEqualTo(Agreement.lines(ours.schema()));
            assertThat(Agreement.statedNames(theirs.schema())).isEqualTo(Agreement.statedNames(ours.schema()));
            assertThat(theirs.initCommands()).isEqualTo(ours.initCommands());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.0"})
    void readsColumnListsAsTheyWereMeant(String line) throws IOException {
        List<Path> classPath = new HibernateLine(line).compiled(TESTS.resolve("resources/hibernate-indexes"), classes);
        assertThat(Agreement.lines(read(classPath, "com.acme.index").schema()))
                .isEqualTo(Agreement.lines(
                        read(classPath.subList(0, 1), "com.acme.index").schema()));
    }

    /** With a strategy that every line has, and not the unit's own, which 6.6 has not. */
    private static Model read(List<Path> classPath, String entities) {
        Map<String, String> settings = Map.of(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");
        return new ModelReader().read(new ModelRequest(classPath, List.of(entities), settings, 17));
    }
}

package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hibernate passes over without a word, and what looks like it and is not. */
class DoubtfulMappingsTest {

    private static final Path ENTITIES =
            Path.of(System.getProperty("retort.project", ".")).resolve("src/test/java/dev/retort/model/doubtful");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.0", "7.4"})
    void overridesThatNameNoAttributeAreTold(String line) throws IOException {
        Model model = read(new HibernateLine(line).compiled(ENTITIES, folder), "dev.retort.model.doubtful");
        assertThat(notes(model, "override-of-nothing"))
                .extracting(
                        note -> note.objects().get(0) + ": " + note.message().replaceFirst(" on .*", ""))
                .containsExactlyInAnyOrder(
                        "Harbour: @AttributeOverride(name = \"where.stret\")",
                        "Place.at: @AttributeOverride(name = \"nroth\")",
                        "Berth.id: @AttributeOverride(name = \"quai\")",
                        "Berth.place: @AssociationOverride(name = \"naer\")",
                        "Berth.others: @AttributeOverride(name = \"value.stret\")");
    }

    @Test
    void anEntityThatIsAMappedSuperclassTooHasNoTable() {
        Model model = read(TestModels.OWN, "dev.retort.model.doubtful");
        assertThat(model.schema().tables().keySet().toString()).doesNotContain("tug");
        assertThat(notes(model, "entity-and-superclass")).singleElement().satisfies(note -> assertThat(note.message())
                .contains("Tug (dev.retort.model.doubtful.Tug)", "no table"));
    }

    @Test
    void anAbstractEntityThatNothingExtendsHasNoCheckThatAllowsNothing() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("Invoice.java"), """
                package dev.retort.model.lonely;

                import jakarta.persistence.*;

                @Entity
                @DiscriminatorColumn(name = "what")
                public abstract class Invoice {

                    @Id
                    Long key;
                }
                """);
        Model model = read(new HibernateLine("7.4").compiled(sources, folder), "dev.retort.model.lonely");
        assertThat(model.schema().tables().values()).singleElement().satisfies(table -> assertThat(table.checks())
                .isEmpty());
        assertThat(notes(model, "no-concrete-entity")).singleElement().satisfies(note -> assertThat(note.message())
                .startsWith("Invoice is abstract and no entity extends it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4"})
    void aCompositeThatHibernateReadsAsADocumentIsTold(String line) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("Booking.java"), """
                package dev.retort.model.mixed;

                import jakarta.persistence.*;
                import org.hibernate.annotations.*;
                import org.hibernate.type.SqlTypes;

                @Entity
                public class Booking {

                    @Id
                    Long key;

                    @JdbcTypeCode(SqlTypes.JSON)
                    @Embedded
                    Money asked;

                    @Struct(name = "money")
                    @Embedded
                    Money paid;

                    @Struct(name = "place")
                    @Embedded
                    Place where;
                }

                @Embeddable
                class Money {

                    @Column(nullable = false)
                    int amount;
                }

                @Embeddable
                class Place {

                    @Column(nullable = false)
                    int north;
                }
                """);
        Model model = read(new HibernateLine(line).compiled(sources, folder), "dev.retort.model.mixed");
        assertThat(notes(model, "struct-and-document")).singleElement().satisfies(note -> assertThat(note.message())
                .startsWith("Booking.paid is a composite type, and Hibernate would read and write it as JSON"));
        assertThat(model.schema().tables().values()).singleElement().satisfies(table -> assertThat(table.checks())
                .extracting(check -> check.expression().sql())
                .hasSize(2)
                .anyMatch(text -> text.contains("asked->>'amount'"))
                .anyMatch(text -> text.contains("north"))
                .noneMatch(text -> text.contains("paid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4"})
    void attributesThatNoMappingHasAreTold(String line) throws IOException {
        List<Path> classPath = new HibernateLine(line).compiled(ENTITIES, folder);
        Path document = folder.resolve("tugs.xml");
        Files.writeString(document, """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0"
                        xmlns:own="urn:of-another">
                    <package>dev.retort.model.doubtful</package>
                    <entity class="Berth" access="FIELD" own:owner="harbour master">
                        <attributes>
                            <embedded-id name="id"/>
                            <embedded name="place">
                                <attribute-override name="street"><column name="road" lenth="12" length="40"/></attribute-override>
                            </embedded>
                        </attributes>
                    </entity>
                </entity-mappings>
                """);
        Model model = new ModelReader()
                .read(new ModelRequest(
                        classPath, List.of("dev.retort.model.doubtful", document.toString()), Map.of(), 17));
        assertThat(notes(model, "unknown-xml-attribute")).singleElement().satisfies(note -> {
            assertThat(note.objects()).containsExactly(document + ", line 8");
            assertThat(note.message()).contains("<column> has no attribute lenth");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4"})
    void overridesInDocumentsThatNameNoAttributeAreTold(String line) throws IOException {
        List<Path> classPath = new HibernateLine(line).compiled(ENTITIES, folder);
        Path document = folder.resolve("berths.xml");
        Files.writeString(document, """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                    <package>dev.retort.model.doubtful</package>
                    <entity class="Harbour" access="FIELD">
                        <attribute-override name="seen"><column name="seen_last"/></attribute-override>
                        <attribute-override name="sene"><column name="seen_first"/></attribute-override>
                    </entity>
                    <entity class="dev.retort.model.doubtful.Berth" access="FIELD">
                        <attributes>
                            <embedded-id name="id">
                                <attribute-override name="quay"><column name="quay_no"/></attribute-override>
                                <attribute-override name="qay"><column name="quay_no"/></attribute-override>
                            </embedded-id>
                            <element-collection name="corners">
                                <attribute-override name="east"><column name="edge_x"/></attribute-override>
                                <attribute-override name="west"><column name="edge_w"/></attribute-override>
                            </element-collection>
                            <embedded name="place">
                                <association-override name="near"><join-column name="nearest"/></association-override>
                                <association-override name="far"><join-column name="farthest"/></association-override>
                            </embedded>
                        </attributes>
                    </entity>
                </entity-mappings>
                """);
        Model model = new ModelReader()
                .read(new ModelRequest(
                        classPath, List.of("dev.retort.model.doubtful", document.toString()), Map.of(), 17));
        assertThat(notes(model, "override-of-nothing").stream()
                        .filter(note -> note.objects().get(0).startsWith(document.toString()))
                        .map(note -> note.objects().get(0).replace(document + ", ", "") + ": "
                                + note.message().replaceFirst(" names no .*", "")))
                .containsExactlyInAnyOrder(
                        "line 5: <attribute-override name=\"sene\"> for Harbour",
                        "line 11: <attribute-override name=\"qay\"> for Berth.id",
                        "line 15: <attribute-override name=\"west\"> for Berth.corners",
                        "line 19: <association-override name=\"far\"> for Berth.place");
    }

    @Test
    void aCatalogIsTold() throws IOException {
        Path document = folder.resolve("catalogs.xml");
        Files.writeString(document, """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                    <package>dev.retort.model.doubtful</package>
                    <entity class="Berth" access="FIELD">
                        <table name="berth" catalog="north" schema="sea"/>
                        <attributes>
                            <embedded-id name="id"/>
                        </attributes>
                    </entity>
                </entity-mappings>
                """);
        Model model = new ModelReader()
                .read(new ModelRequest(
                        TestModels.OWN,
                        List.of("dev.retort.model.doubtful", document.toString()),
                        Map.of("hibernate.default_catalog", "south"),
                        17));
        assertThat(model.schema().tables().keySet().toString()).contains("sea.berth");
        assertThat(notes(model, "catalog"))
                .extracting(ModelNote::message)
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("Of sea.berth the mapping says the catalog north."),
                        message -> assertThat(message)
                                .startsWith("The setting hibernate.default_catalog says the catalog south."));
    }

    private static Model read(List<Path> classPath, String entities) {
        return new ModelReader().read(new ModelRequest(classPath, List.of(entities), Map.of(), 17));
    }

    private static List<ModelNote> notes(Model model, String rule) {
        return model.notes().stream().filter(note -> note.rule().equals(rule)).toList();
    }
}

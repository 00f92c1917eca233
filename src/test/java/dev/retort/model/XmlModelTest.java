package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.ModelException;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.Index;
import dev.retort.schema.Index.Key;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persistence units, mapping documents and the auxiliary objects that they hold. */
class XmlModelTest {

    private static final Path DOCUMENTS = TestModels.OWN.get(0).resolve("model-xml");

    private static Model read(String entities) {
        return new ModelReader()
                .read(new ModelRequest(List.of(TestModels.OWN.get(0), DOCUMENTS), List.of(entities), Map.of(), 17));
    }

    private static Table table(Model model, ObjectName name) {
        return model.schema().table(name).orElseThrow();
    }

    @Test
    void aPersistenceUnitNamesClassesDocumentsAndSettings() {
        Model model = read("unit:press");
        assertThat(model.entities()).containsExactly("dev.retort.model.xml.Author", "dev.retort.model.xml.Magazine");
        assertThat(table(model, ObjectName.of("magazine")).columns())
                .contains(Column.of("main_title", SqlType.parse("varchar(255)")));
    }

    @Test
    void aDocumentOverridesAndItsColumnListsAreReadToo() {
        Table writers = table(read("unit:press"), new ObjectName("press", "writers"));
        assertThat(writers.columns()).extracting(Column::name).containsExactly("id", "full_name", "mail_address");
        assertThat(writers.indexes())
                .containsExactly(Index.of(
                        "writers_by_mail",
                        List.of(Key.ofExpression("lower(mail_address)"), Key.descending("full_name"))));
    }

    @Test
    void aUnitDefinedTwiceAndNotAlike(@TempDir Path other) throws IOException {
        String own = Files.readString(DOCUMENTS.resolve("META-INF/persistence.xml"));
        Path document = Files.createDirectories(other.resolve("META-INF")).resolve("persistence.xml");
        ModelRequest twice =
                new ModelRequest(List.of(TestModels.OWN.get(0), DOCUMENTS, other), List.of("unit:press"), Map.of(), 17);
        Files.writeString(document, own);
        assertThat(new ModelReader().read(twice).entities()).hasSize(2);

        Files.writeString(
                document, own.replace("PhysicalNamingStrategySnakeCaseImpl", "PhysicalNamingStrategyStandardImpl"));
        assertThatThrownBy(() -> new ModelReader().read(twice))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(
                        "press is defined twice", DOCUMENTS.toString(), other.toString(), "--classpath");
    }

    @Test
    void aSettingOfAUnitThatOnlyTheApplicationKnows(@TempDir Path other) throws IOException {
        Path document = Files.createDirectories(other.resolve("META-INF")).resolve("persistence.xml");
        Files.writeString(document, """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                    <persistence-unit name="varied">
                        <class>dev.retort.model.xml.Magazine</class>
                        <exclude-unlisted-classes/>
                        <properties>
                            <property name="hibernate.default_schema" value="${app.schema}"/>
                            <property name="jakarta.persistence.jdbc.url" value="${app.url}"/>
                        </properties>
                    </persistence-unit>
                </persistence>
                """);
        List<Path> classPath = List.of(TestModels.OWN.get(0), other);
        Model model = new ModelReader().read(new ModelRequest(classPath, List.of("unit:varied"), Map.of(), 17));
        assertThat(model.schema().namespaces()).isEmpty();
        assertThat(model.notes()).singleElement().satisfies(note -> {
            assertThat(note.rule()).isEqualTo("unit-settings");
            assertThat(note.message()).contains("hibernate.default_schema = ${app.schema}");
        });
        Model stated = new ModelReader()
                .read(new ModelRequest(
                        classPath, List.of("unit:varied"), Map.of("hibernate.default_schema", "press"), 17));
        assertThat(stated.notes()).isEmpty();
        assertThat(stated.schema().namespaces()).containsExactly("press");
    }

    @Test
    void aUnitThatIsNotThere() {
        assertThatThrownBy(() -> read("unit:none"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("none", "other, press", "unit:NAME");
    }

    @Test
    void aDocumentOfTheClassicKind() {
        Table authors = table(read("objects.hbm.xml"), ObjectName.of("authors"));
        assertThat(authors.indexes())
                .contains(Index.of("authors_by_name", List.of(Key.of("full_name"))))
                .anySatisfy(index -> {
                    assertThat(index.name()).isEqualTo("authors_mail_ci");
                    assertThat(index.unique()).isTrue();
                    assertThat(index.keys()).containsExactly(Key.ofExpression("lower(mail)"));
                    assertThat(index.predicate()).isEqualTo(Expression.of("mail is not null"));
                });
        assertThat(authors.uniques()).singleElement().satisfies(u -> assertThat(u.columns())
                .containsExactly("mail"));
    }

    @Test
    void auxiliaryObjectsAreUnderstoodOrNamed() {
        Model model = read("objects.hbm.xml");
        assertThat(model.schema().domains().get(ObjectName.of("positive"))).satisfies(domain -> {
            assertThat(domain.base()).isEqualTo(SqlType.builtin("integer"));
            assertThat(domain.nullable()).isFalse();
            assertThat(domain.checks()).hasSize(1);
        });
        assertThat(model.schema().enums().values())
                .containsExactly(new EnumType(ObjectName.of("mood"), List.of("sad", "it's ok", "happy")));
        assertThat(model.schema().views()).containsOnlyKeys(ObjectName.of("named_authors"));
        assertThat(model.schema().sequences().get(ObjectName.of("ticket")).options())
                .isEqualTo(new SequenceOptions(null, 100L, 10L, null, null, null, null));
        assertThat(model.schema().extras()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Extra.Kind.FUNCTION);
            assertThat(one.name()).isEqualTo(ObjectName.of("one()"));
            assertThat(one.stated()).startsWith("create function one() returns");
        });
        assertThat(model.notes()).singleElement().satisfies(note -> {
            assertThat(note.objects().get(0)).startsWith("insert into authors");
            assertThat(note.cure())
                    .contains("op.execute(\"insert into authors (id, full_name) values (0, '\\\"\\\\')\");");
        });
    }

    @Test
    void theIdentifiersBehindGeneratorsAndTheEntityOfASecondaryTableAreKnown() {
        Model model = read("numbered-orm.xml");
        assertThat(model.schema().sequences()).containsOnlyKeys(ObjectName.of("number_source"));
        assertThat(model.provenance().of(ObjectName.of("number_source"))).contains("Author.id");
        assertThat(model.provenance().of(ObjectName.of("row_source"))).contains("Magazine.id");
        assertThat(model.provenance().of(ObjectName.of("author_mail"))).contains("Author, secondary table");
        assertThat(model.provenance().of(ObjectName.of("author_mail"), "id")).contains("Author, secondary table");
        assertThat(model.provenance().of(ObjectName.of("author_mail"), "mailaddress"))
                .contains("Author.mailAddress");
    }

    @Test
    void aDocumentThatIsNotThere() {
        assertThatThrownBy(() -> read("nowhere-orm.xml"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("nowhere-orm.xml", "--classpath");
    }
}

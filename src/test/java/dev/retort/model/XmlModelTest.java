package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.ModelException;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import dev.retort.schema.Index;
import dev.retort.schema.Index.Key;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        assertThat(model.notes()).singleElement().satisfies(note -> assertThat(note.message())
                .contains("create function one()"));
    }

    @Test
    void aDocumentThatIsNotThere() {
        assertThatThrownBy(() -> read("nowhere-orm.xml"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("nowhere-orm.xml", "--classpath");
    }
}

package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the entities, said with the entity, the attribute and the cure. */
class ModelErrorsTest {

    @TempDir
    Path folder;

    @Test
    void aPackageThatIsNotThere() {
        refuses(TestModels.OWN, "com.acme.nowhere")
                .hasMessageContainingAll(
                        "com.acme.nowhere", TestModels.OWN.get(0).toString(), "--classpath");
    }

    @Test
    void aPackageWithoutAnEntity() {
        refuses(TestModels.OWN, "dev.retort.scratch")
                .hasMessageContainingAll("dev.retort.scratch has no entity", "Entity");
    }

    @Test
    void anEntityWithoutIdentifier() {
        refuses(TestModels.OWN, "dev.retort.model.broken.NoId").hasMessageContainingAll("NoId", "identifier");
    }

    @Test
    void anAssociationToWhatIsNoEntity() {
        refuses(TestModels.OWN, "dev.retort.model.broken.Dangling")
                .hasMessageContainingAll("Dangling.other", "NotAnEntity", "add dev.retort.model.broken to --entities");
    }

    @Test
    void aTypeThatNothingMaps() {
        refuses(TestModels.OWN, "dev.retort.model.broken.Untyped")
                .hasMessageContainingAll("Untyped.thread", "java.lang.Thread");
    }

    @Test
    void aTypeCodeWithoutSqlType() {
        refuses(TestModels.OWN, "dev.retort.model.broken.Untypable")
                .hasMessageContainingAll("Untypable.odd", "columnDefinition");
    }

    @Test
    void aConverterThatIsNotRead() {
        refuses(TestModels.hibernateTesting(), "org.hibernate.testing.orm.domain.retail")
                .hasMessageContainingAll("Product.currentSellPrice", "MonetaryAmountConverter", "--entities");
    }

    @Test
    void aClassPathThatIsNotThere() {
        refuses(List.of(folder.resolve("classes")), "shop").hasMessageContainingAll("classes", "Compile the entities");
    }

    @Test
    void aDialectOfAnotherDatabase() {
        ModelRequest request = new ModelRequest(
                TestModels.OWN,
                List.of("dev.retort.model.keys"),
                Map.of("hibernate.dialect", "org.hibernate.dialect.H2Dialect"),
                17);
        assertThatThrownBy(() -> new ModelReader().read(request))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("hibernate.dialect", "H2Dialect");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refuses(List<Path> classPath, String entities) {
        ModelRequest request = new ModelRequest(classPath, List.of(entities), Map.of(), 17);
        return assertThatThrownBy(() -> new ModelReader().read(request)).isInstanceOf(ModelException.class);
    }
}

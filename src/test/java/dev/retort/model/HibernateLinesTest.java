package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.Canonical;
import dev.retort.catalog.Canonicalizer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Database;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same example read by the newest release of each line of Hibernate, from a class path of its own. What that release creates is the truth. */
class HibernateLinesTest {

    private static final Path YARD =
            Path.of(System.getProperty("retort.project", ".")).resolve("src/test/resources/hibernate-lines");

    @TempDir
    Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.0", "7.1", "7.2", "7.3", "7.4"})
    void readsWhatThatHibernateCreates(String line) throws IOException {
        List<Path> classPath = new HibernateLine(line).compiled(YARD, classes);
        ModelRequest request =
                new ModelRequest(classPath, List.of("com.acme.yard"), Map.of(), TestServer.majorVersion());
        Model model = new ModelReader().read(request);
        // A generator within a composite key; 6.6 leaves its sequence out of the metadata.
        assertThat(model.schema().sequences()).containsKey(ObjectName.of("stock_numbers"));
        Database database = TestServer.fresh();
        try {
            HibernateCreation.createApart(request, database);
            Schema actual = CatalogReader.read(database, new Scope(null, List.of(), List.of(), Set.of()));
            Canonical wanted = Canonicalizer.canonicalize(model.schema(), actual, database);
            assertThat(wanted.notCompared()).isEmpty();
            assertThat(Agreement.lines(wanted.schema())).isEqualTo(Agreement.lines(actual));
            assertThat(Agreement.statedNames(actual)).containsAll(Agreement.statedNames(model.schema()));
            assertThat(model.notes()).extracting(ModelNote::rule).allMatch(Agreement.REMARKS::contains);
        } finally {
            TestServer.drop(database);
        }
    }
}

package dev.retort.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.TestServer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.model.HibernateCreation;
import dev.retort.model.HibernateLine;
import dev.retort.model.ModelRequest;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that Envers adds to those of the entities: read, written, and quiet afterwards. */
class EnversTest {

    private static final Path LEDGER =
            Path.of(System.getProperty("retort.project", ".")).resolve("src/test/resources/hibernate-envers");

    @TempDir
    Path classes;

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>(TestProject.scratch());

    @Test
    void tablesOfRevisionsAreReadWrittenAndQuiet() throws IOException {
        List<Path> classPath = new HibernateLine("envers").compiled(LEDGER, classes);
        variables.put("RETORT_CLASSPATH", classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)));
        variables.put("RETORT_ENTITIES", "com.acme.ledger");
        variables.put("RETORT_REVISIONS", "db");

        Database theirs = TestServer.fresh();
        HibernateCreation.createApart(
                new ModelRequest(classPath, List.of("com.acme.ledger"), Map.of(), TestServer.majorVersion()), theirs);
        expect(0, theirs, "check");
        Schema wanted = CatalogReader.read(theirs, Scope.ALL);
        assertThat(wanted.tables().keySet())
                .extracting(ObjectName::name)
                .contains(
                        "revinfo",
                        "account_aud",
                        "savings_aud",
                        "owner_history",
                        "account_labels_aud",
                        "account_owner_aud");
        assertThat(wanted.sequences().keySet()).extracting(ObjectName::name).contains("account_seq", "revinfo_seq");
        TestServer.drop(theirs);

        expect(0, null, "revision", "--autogenerate", "-m", "first");
        Database ours = TestServer.fresh();
        expect(0, ours, "upgrade", "head");
        expect(0, ours, "check");
        assertThat(expect(0, ours, "revision", "--autogenerate", "-m", "second").out())
                .contains("no revision was written");
        expect(0, ours, "downgrade", "base", "--yes");
        assertThat(CatalogReader.read(ours, Scope.ALL)).isEqualTo(Schema.EMPTY);
        TestServer.drop(ours);
    }

    private Ran expect(int code, @Nullable Database database, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (database != null) {
            all.addAll(List.of("--url", Addresses.url(database)));
        }
        Ran ran = Ran.in(folder, variables, all.toArray(String[]::new));
        assertThat(ran.code()).as(ran.all()).isEqualTo(code);
        return ran;
    }
}

package dev.retort.cli;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import dev.retort.runtime.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two revisions, and a database whose schemas they are for. */
abstract class TenantsProject {

    @TempDir
    Path folder;

    final Map<String, String> variables = new HashMap<>();
    Database database;

    @BeforeEach
    void project() throws IOException {
        database = TestServer.fresh();
        variables.putAll(Addresses.password(database));
        variables.put("TARGET_URL", Addresses.url(database));
        Files.writeString(folder.resolve("retort.toml"), """
                revisions = "db"
                [env.dev]
                url = "${TARGET_URL}"
                schema-per-tenant = "tenant\\\\_%"
                [env.production]
                url = "${TARGET_URL}"
                schema-per-tenant = "tenant\\\\_%"
                protected = true
                """);
        variables.put("RETORT_ENV", "dev");
        revision(
                "0001",
                "",
                "op.createTable(\"note\", bigint(\"id\").identity(), text(\"body\").notNull(),"
                        + " primaryKey(\"note_pkey\", \"id\"));",
                "op.dropTable(\"note\");");
        revision(
                "0002",
                "\"0001\"",
                "op.execute(\"INSERT INTO note (body) VALUES (current_schema())\");"
                        + " op.outsideTransaction(() -> op.createIndex(\"note_body_idx\").concurrently().on(\"note\", \"body\"));"
                        + " op.inBatches(\"note\", \"id\", 10).set(\"body = body || '!'\").where(\"true\");",
                "op.dropIndex(\"note_body_idx\");");
    }

    void revision(String id, String revises, String upgrade, String downgrade) throws IOException {
        Path file = folder.resolve("db/migrations/R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package migrations;

                import static dev.retort.migration.Columns.*;

                import dev.retort.migration.*;

                @Revision(id = "%s", revises = {%s}, message = "x", created = "2026-01-01T00:00:00Z")
                public final class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(id, revises, id, upgrade, downgrade));
    }

    Ran run(String... args) {
        return Ran.in(folder, variables, args);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    void sql(String text) {
        try (SqlSession session = SqlSession.open(database)) {
            session.execute(text);
        }
    }

    List<String> rows(String query) {
        try (SqlSession session = SqlSession.open(database)) {
            return session.query(query).stream().map(row -> row.string("body")).toList();
        }
    }
}

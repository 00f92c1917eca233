package dev.retort.cli;

import dev.retort.TestServer;
import dev.retort.database.Addresses;
import dev.retort.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A project in a folder, and the test server as its commands reach it. */
final class TestProject {

    private TestProject() {}

    /** Writes the settings of a project with these entities; its revisions stand under {@code db}. */
    static void write(Path folder, Path classes, String entities) throws IOException {
        Files.writeString(folder.resolve("retort.toml"), """
                classpath = ['%s']
                entities = ["%s"]
                revisions = "db"
                package = "shop.migrations"

                [hibernate]
                "hibernate.physical_naming_strategy" = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"
                """.formatted(classes, entities));
    }

    /** The variables that make a command use the test server as its scratch server. */
    static Map<String, String> scratch() {
        Database database = TestServer.fresh();
        Map<String, String> variables = new HashMap<>(Addresses.password(database));
        variables.put("RETORT_SCRATCH", Addresses.url(database));
        return variables;
    }
}

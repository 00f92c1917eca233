package dev.retort.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.DatabaseException;
import dev.retort.database.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedScratchTest {

    @TempDir
    Path temporary;

    private EmbeddedScratch start() {
        CacheDirectory cache = CacheDirectory.of(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        return EmbeddedScratch.start(
                cache, temporary, () -> UUID.randomUUID().toString().replace("-", ""));
    }

    @Test
    void runsTwoAtOnceAndLeavesNothingBehind() throws Exception {
        try (EmbeddedScratch one = start();
                EmbeddedScratch two = start()) {
            assertThat(one.majorVersion()).isEqualTo(18);
            assertThat(one.display()).startsWith("embedded PostgreSQL 18.");
            for (EmbeddedScratch server : new EmbeddedScratch[] {one, two}) {
                Database database = server.create();
                try (Connection connection = database.connect();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "SELECT current_setting('server_encoding'), current_setting('fsync')")) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("UTF8");
                    assertThat(row.getString(2)).isEqualTo("off");
                }
            }
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void sweepsWhatAKilledProcessLeft() throws Exception {
        Path stale = Files.createDirectory(temporary.resolve("retort-postgres-stale"));
        Files.createFile(stale.resolve("lock"));
        Files.createDirectory(stale.resolve("data"));
        try (EmbeddedScratch server = start()) {
            assertThat(stale).doesNotExist();
            assertThat(server.create().display()).contains("127.0.0.1");
        }
    }

    @Test
    void saysWhatToDoWhereItCannotStart() throws Exception {
        Path file = Files.createFile(temporary.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedScratch.start(new CacheDirectory(file.resolve("cache")), temporary, () -> "x"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("the embedded PostgreSQL could not be started")
                .hasMessageContaining("--scratch URL")
                .hasMessageContaining("--scratch container");
    }

    private java.util.List<Path> left() throws Exception {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }
}

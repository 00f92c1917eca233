package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalServerTest {

    @TempDir
    Path folder;

    @Test
    void passesForADatabaseWithNothingInIt() throws IOException {
        try (RehearsalServer server = new RehearsalServer()) {
            for (int i = 0; i < 2; i++) {
                Ran ran = Ran.in(
                        folder, "current", "--revisions", folder.toString(), "--package", "a", "--url", server.url());
                assertThat(ran.code()).as(ran.err()).isZero();
                assertThat(ran.err() + ran.out()).contains("No revision is applied to 127.0.0.1:");
            }
        }
    }
}

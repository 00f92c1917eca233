package dev.retort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that a test produces and the repository holds; {@code -Dgolden=update} writes it anew. */
final class Golden {

    private Golden() {}

    static void check(Path file, String text) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            assertThat(System.getenv("CI"))
                    .as("golden files are never written where nobody reads them")
                    .isNotEqualTo("true");
            Files.writeString(file, text);
        }
        assertThat(file).as("run with -Dgolden=update, then read it").exists();
        assertThat(text).isEqualTo(Files.readString(file));
    }
}

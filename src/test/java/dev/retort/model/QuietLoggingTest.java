package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application brings its own logging along: its Hibernate must not fill the terminal with it while the model is read. */
class QuietLoggingTest {

    private static final Path LOUD =
            Path.of(System.getProperty("retort.project", ".")).resolve("src/test/resources/hibernate-loud");

    @TempDir
    Path classes;

    @Test
    void theApplicationsLoggingIsNotUsed() throws IOException {
        List<Path> classPath = new HibernateLine("7.4").compiled(LOUD, classes);
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.jboss.logging.LoggerProvider"), "com.acme.loud.LoudProvider");

        Model model = new ModelReader().read(new ModelRequest(classPath, List.of("com.acme.loud"), Map.of(), 18));

        assertThat(model.entities()).containsExactly("com.acme.loud.Note");
        assertThat(System.getProperty("com.acme.loud")).as("what it logged").isNull();
        assertThat(System.getProperty("org.jboss.logging.provider")).isNull();
    }
}

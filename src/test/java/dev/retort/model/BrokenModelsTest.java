package dev.retort.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.ModelException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way to break a model that we could think of, with the message that it gets: where, why, and the cure. {@code -Dgolden=update} writes the messages
 * anew; read them.
 */
class BrokenModelsTest {

    private static final List<Path> OURS = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    @TempDir
    Path classes;

    static Stream<BrokenModels> models() throws IOException {
        return BrokenModels.folders().stream().map(BrokenModels::new);
    }

    @ParameterizedTest
    @MethodSource("models")
    void saysWhereWhyAndTheCure(BrokenModels model) throws IOException {
        ModelException failure = failure(model.compile(classes, OURS));
        assertThat(failure.exitCode()).isEqualTo(2);
        assertThat(failure.failure()).doesNotContain("\n");
        assertThat(failure.cure()).isNotBlank();
        int java = Runtime.version().feature();
        String message = failure.getMessage()
                        .replace(classes.toString(), "CLASSES")
                        .replace("runs on Java " + java, "runs on Java JAVA")
                        .replace("--release " + java, "--release JAVA")
                + "\n";
        Path golden = model.folder().resolve("message.txt");
        if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.writeString(golden, message);
        }
        assertThat(message).isEqualTo(Files.readString(golden));
    }

    /** What these Hibernates throw names no attribute, or not the one at fault. */
    @ParameterizedTest
    @CsvSource({
        "6.6, two-attributes-one-column, Car.name and Car.title (shop.Car)",
        "6.6, converter-that-throws, Car.price (shop.Car)",
        "6.6, join-columns-of-composite-key, Car.dock (shop.Car)",
        "6.6, mapped-by-on-both-sides, Car.owners (shop.Car) and Owner.cars (shop.Owner)",
        "7.0, two-embedded-one-column, Address.street (shop.Address) and Car.home and Car.work (shop.Car)",
        "7.0, named-enum-array, Car.kinds (shop.Car)",
    })
    void namesAttributesOnOtherLinesToo(String line, String folder, String place) throws IOException {
        List<Path> jars = new HibernateLine(line).jars();
        Path model = BrokenModels.folders().get(0).resolveSibling(folder);
        ModelRequest request = BrokenModels.with(jars, new BrokenModels(model).compile(classes, jars));
        assertThat(failure(request).failure()).endsWith(" " + place);
    }

    private static ModelException failure(ModelRequest request) {
        return catchThrowableOfType(ModelException.class, () -> new ModelReader().read(request));
    }
}

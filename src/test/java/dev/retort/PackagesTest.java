package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package says in one sentence what it is. */
class PackagesTest {

    private static final Path PROJECT = Path.of(System.getProperty("retort.project", "."));
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    @Test
    void eachHasItsSentence() throws IOException {
        for (String root : List.of("src/main/java", "entities-example/src")) {
            for (Path folder : packages(PROJECT.resolve(root))) {
                Path info = folder.resolve("package-info.java");
                assertThat(info).exists();
                Matcher comment = SENTENCE.matcher(Files.readString(info));
                assertThat(comment.find()).as(info.toString()).isTrue();
                assertThat(comment.group(1).strip()).as(info.toString()).matches("[A-Z](?:[^.]|\\.(?=\\S))+\\.");
            }
        }
    }

    private static List<Path> packages(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}

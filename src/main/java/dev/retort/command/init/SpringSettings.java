package dev.retort.command.init;

import dev.retort.database.ShownUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The database that a Spring Boot application names.
 *
 * @param url its URL, without a password
 * @param user its user; null where none is named
 */
record SpringSettings(String url, @Nullable String user) {

    private static final List<String> FILES = List.of(
            "application.properties",
            "application.yml",
            "application.yaml",
            "application-dev.properties",
            "application-dev.yml",
            "application-local.properties",
            "application-local.yml");

    private static final Pattern URL =
            Pattern.compile("(?m)^[^#\\n]*?\\burl\\s*[:=]\\s*[\"']?(jdbc:postgresql:[^\\s\"']+)");

    private static final Pattern USER =
            Pattern.compile("(?m)^(?:spring\\.datasource\\.|\\s+)username\\s*[:=]\\s*[\"']?([^\\s\"'#]+)");

    /** What the files of a project name; null where they name no database, or one by variables. */
    static @Nullable SpringSettings of(Path directory) {
        for (String name : FILES) {
            Path file = directory.resolve("src/main/resources").resolve(name);
            if (Files.isReadable(file)) {
                SpringSettings settings = in(read(file));
                if (settings != null) {
                    return settings;
                }
            }
        }
        return null;
    }

    private static @Nullable SpringSettings in(String text) {
        Matcher url = URL.matcher(text);
        if (!url.find() || url.group(1).contains("${")) {
            return null;
        }
        Matcher user = USER.matcher(text);
        String name = user.find() && !user.group(1).contains("${") ? user.group(1) : null;
        return new SpringSettings(ShownUrl.of(url.group(1)).text(), name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.retort.command.config;

import dev.retort.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of what holds entities; {@code @FILE} stands for the lines of a file, blank ones and {@code #} comments apart. */
final class EntitiesSetting {

    private EntitiesSetting() {}

    static List<String> expand(Optional<Setting> written) {
        List<String> expanded = new ArrayList<>();
        written.ifPresent(setting -> {
            for (String value : setting.values()) {
                if (value.startsWith("@")) {
                    expanded.addAll(lines(setting.base().resolve(value.substring(1))));
                } else {
                    expanded.add(value);
                }
            }
        });
        return expanded.stream().distinct().toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UsageException(
                            "Cannot read " + file,
                            e.getClass().getSimpleName() + ": " + e.getMessage() + ".",
                            "Correct --entities @FILE; the file holds a package, class or mapping a line.")
                    .causedBy(e);
        }
    }
}

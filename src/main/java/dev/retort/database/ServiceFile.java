package dev.retort.database;

import dev.retort.Nearest;
import dev.retort.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code pg_service.conf}: connection parameters by the name of a service.
 *
 * <p>Source: PostgreSQL's manual, "The Connection Service File".
 */
final class ServiceFile {

    /** So many services are named. */
    private static final int NAMED = 8;

    private ServiceFile() {}

    /**
     * The parameters of a service, in libpq's words.
     *
     * @param stated a file that was named with it; null for the user's own, and then the system's
     * @throws UsageException if there is no such service, or its file is malformed
     */
    static Map<String, String> parameters(String service, @Nullable String stated, Map<String, String> env) {
        List<Path> files = files(stated, env);
        for (Path file : files) {
            Map<String, String> found = read(file, service);
            if (found != null) {
                return found;
            }
        }
        SortedSet<String> names = names(files);
        throw new UsageException(
                "there is no service " + service,
                "it was looked for in "
                        + files.stream()
                                .map(Path::toString)
                                .reduce((a, b) -> a + " and " + b)
                                .orElse("no file")
                        + (names.isEmpty()
                                ? ""
                                : ", which names "
                                        + names.stream().limit(NAMED).collect(Collectors.joining(", "))
                                        + (names.size() > NAMED ? ", …" : "")),
                Nearest.to(service, names)
                                .map(near -> "Is " + near + " meant? ")
                                .orElse("") + "Add a section [" + service
                        + "] there, or name another file in PGSERVICEFILE.");
    }

    private static SortedSet<String> names(List<Path> files) {
        SortedSet<String> names = new TreeSet<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                lines(file).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("[") && line.endsWith("]"))
                        .forEach(line -> names.add(line.substring(1, line.length() - 1)));
            }
        }
        return names;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException(
                    "the service file " + file + " cannot be read", String.valueOf(e), "Make it readable, in UTF-8.");
        }
    }

    private static List<Path> files(@Nullable String stated, Map<String, String> env) {
        String file = stated != null ? stated : env.getOrDefault("PGSERVICEFILE", "");
        Path own = file.isEmpty()
                ? Path.of(env.getOrDefault("HOME", System.getProperty("user.home", ".")), ".pg_service.conf")
                : Path.of(file);
        Optional<Path> systems = Optional.ofNullable(env.get("PGSYSCONFDIR"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "pg_service.conf"));
        return Stream.concat(Stream.of(own), systems.stream()).toList();
    }

    private static @Nullable Map<String, String> read(Path file, String service) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Map<String, String> found = null;
        int number = 0;
        for (String raw : lines(file)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                if (found != null) {
                    return found;
                }
                found = line.equals("[" + service + "]") ? new LinkedHashMap<>() : null;
            } else if (found != null) {
                int equals = line.indexOf('=');
                if (equals < 1 || line.startsWith("service=") || line.startsWith("ldap:")) {
                    throw malformed(file, number);
                }
                found.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return found;
    }

    /** The line itself is not shown: it may hold a password. */
    private static UsageException malformed(Path file, int number) {
        return new UsageException(
                "line " + number + " of the service file " + file + " is malformed",
                "a service is lines of parameter=value; one that leads to another service or to LDAP is not followed",
                "Write the parameters themselves.");
    }
}

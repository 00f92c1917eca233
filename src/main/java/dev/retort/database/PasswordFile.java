package dev.retort.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file {@code .pgpass}: lines of {@code host:port:database:user:password}, {@code *} for any, {@code \:} and {@code \\} for the characters themselves. */
final class PasswordFile {

    private static final int FIELDS = 5;

    private final Path path;

    PasswordFile(Path path) {
        this.path = path;
    }

    /** The file that libpq would read. */
    static PasswordFile of(Map<String, String> env, String osName) {
        String stated = env.getOrDefault("PGPASSFILE", "");
        if (!stated.isEmpty()) {
            return new PasswordFile(Path.of(stated));
        }
        String home = env.getOrDefault("HOME", System.getProperty("user.home", "."));
        String roaming = env.getOrDefault("APPDATA", home);
        return new PasswordFile(
                isWindows(osName) ? Path.of(roaming, "postgresql", "pgpass.conf") : Path.of(home, ".pgpass"));
    }

    /** Whether a system of this name keeps its users' settings where Windows does. */
    static boolean isWindows(String osName) {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /**
     * The password of the first line that matches, for the first of the hosts that has one; null for none, or where others may read the file, as libpq has
     * it.
     */
    @Nullable
    String password(List<Host> hosts, String database, String user) {
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try {
            if (othersMayRead()) {
                log().log(System.Logger.Level.WARNING, "{0} is ignored, as others may read it: chmod 0600 {0}", path);
                return null;
            }
            List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
            for (Host host : hosts) {
                for (String line : lines) {
                    List<String> fields = line.startsWith("#") ? List.of() : fields(line);
                    if (fields.size() == FIELDS
                            && matches(fields.get(0), host.name())
                            && matches(fields.get(1), Integer.toString(host.port()))
                            && matches(fields.get(2), database)
                            && matches(fields.get(3), user)) {
                        return unescaped(fields.get(4));
                    }
                }
            }
            return null;
        } catch (IOException e) {
            log().log(System.Logger.Level.WARNING, "{0} cannot be read: {1}", path, e.getMessage());
            return null;
        }
    }

    private boolean othersMayRead() throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> allowed = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
        return !allowed.containsAll(Files.getPosixFilePermissions(path));
    }

    /** Up to five fields, still escaped; the last one is the rest of the line. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < line.length() && fields.size() < FIELDS - 1; at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == ':') {
                fields.add(line.substring(from, at));
                from = at + 1;
            }
        }
        fields.add(line.substring(from));
        return fields;
    }

    private static boolean matches(String field, String value) {
        return field.equals("*") || unescaped(field).equals(value);
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < field.length(); at++) {
            if (field.charAt(at) == '\\' && at + 1 < field.length()) {
                at++;
            }
            text.append(field.charAt(at));
        }
        return text.toString();
    }

    /** Got when it is needed: the JDK's logging takes longer to set up than many a command to run. */
    private static System.Logger log() {
        return System.getLogger(PasswordFile.class.getName());
    }
}

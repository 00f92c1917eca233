package dev.retort.database;

import dev.retort.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the authority's certificate does to the mode of encryption, as in libpq: where there is one, {@code require} checks the server's against it, as
 * {@code verify-ca} does. The driver would connect to whoever answers.
 *
 * <p>Source: PostgreSQL's manual, "Client Verification of Server Certificates"; {@code initialize_SSL} of fe-secure-openssl.c.
 */
final class RootCertificate {

    private static final String FILE = "sslrootcert";
    private static final String MODE = "sslmode";
    private static final String STRICTEST = "verify-full";

    private RootCertificate() {}

    /**
     * Completes what libpq's words have said.
     *
     * @throws UsageException if the machine's own authorities are trusted with less than the name checked too
     */
    static void apply(SortedMap<String, String> properties, Map<String, String> env) {
        String stated = properties.getOrDefault(FILE, "");
        String mode = properties.getOrDefault(MODE, "");
        if (stated.equals("system")) {
            if (!mode.isEmpty() && !mode.equals(STRICTEST)) {
                throw new UsageException(
                        "sslmode=" + mode + " stands beside sslrootcert=system",
                        "anybody can have a certificate of one of the machine's authorities, so the name has to be checked too",
                        "Write sslmode=verify-full, or name a file with sslrootcert.");
            }
            properties.remove(FILE);
            properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
            properties.put(MODE, STRICTEST);
            return;
        }
        Path file = stated.isEmpty() ? usual(env) : Path.of(stated);
        if ((mode.equals("require") || mode.startsWith("verify-")) && Files.exists(file)) {
            properties.put(FILE, file.toString());
            properties.put(MODE, mode.equals("require") ? "verify-ca" : mode);
        }
    }

    private static Path usual(Map<String, String> env) {
        String home = env.getOrDefault("HOME", System.getProperty("user.home", "."));
        return PasswordFile.isWindows(System.getProperty("os.name", ""))
                ? Path.of(env.getOrDefault("APPDATA", home), "postgresql", "root.crt")
                : Path.of(home, ".postgresql", "root.crt");
    }
}

package dev.retort.scratch;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The unpacked PostgreSQL programs of this platform, once per content in the cache. */
final class EmbeddedBinaries {

    private final Path directory;
    private final boolean unshare;

    private EmbeddedBinaries(Path directory, boolean unshare) {
        this.directory = directory;
        this.unshare = unshare;
    }

    /**
     * Unpacks the programs unless they are. Nobody ever sees a half unpacked directory: it gets its name when it is whole.
     *
     * @param cache the cache, locked by the caller
     */
    static EmbeddedBinaries unpack(Path cache) throws IOException {
        byte[] archive = archive();
        Path directory = cache.resolve("postgres-" + digest(archive));
        if (!Files.isDirectory(directory)) {
            Path partial = cache.resolve("partial-binaries");
            FileTrees.delete(partial);
            Files.createDirectories(partial);
            extract(archive, partial);
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new EmbeddedBinaries(directory, LinuxUtils.isUnshareAvailable());
    }

    private static byte[] archive() throws IOException {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "Windows" : os.startsWith("mac") ? "Darwin" : "Linux";
        String arch = System.getProperty("os.arch", "");
        try (InputStream in =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, arch.equals("amd64") ? "x86_64" : arch)) {
            return in.readAllBytes();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IOException("no PostgreSQL programs for " + system + " on " + arch + " are on the class path", e);
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                extract(entry, tar, target);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive holds the path " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(content, path);
            if ((entry.getMode() & 0111) != 0 && !path.toFile().setExecutable(true, false)) {
                throw new IOException("could not make " + path + " executable");
            }
        }
    }

    /** What tells these programs from those of another version. */
    String key() {
        return String.valueOf(directory.getFileName());
    }

    /** A command line for a program; PostgreSQL refuses to run as root, so root runs it in a user namespace of its own. */
    ProcessBuilder command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (unshare) {
            command.addAll(List.of("unshare", "-U"));
        }
        boolean windows = Files.exists(directory.resolve("bin/postgres.exe"));
        command.add(directory
                .resolve("bin")
                .resolve(windows ? program + ".exe" : program)
                .toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // A user's own settings of libpq and of messages must not reach the throw-away server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.equals("LANGUAGE"));
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true);
    }
}

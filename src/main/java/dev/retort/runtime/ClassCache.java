package dev.retort.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiled classes by the content of their source. A file is written under another name and moved into place, so that processes share the directory; one
 * that is damaged, or whose dependencies have changed, counts as missing.
 */
final class ClassCache {

    private static final int FORMAT = 1;

    private final Path directory;
    private final String fingerprint;

    /**
     * A cache.
     *
     * @param fingerprint what besides the source decides what a compilation gives
     */
    ClassCache(Path directory, String fingerprint) {
        this.directory = directory;
        this.fingerprint = fingerprint;
    }

    /** The classes of a source by binary name; empty if they are not there. */
    Map<String, byte[]> get(String className, String source) {
        Path file = file(className, source);
        try {
            return read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            log().log(
                            System.Logger.Level.WARNING,
                            "Cannot read the cached classes in " + file + "; compiling again",
                            e);
            return Map.of();
        }
    }

    /** Keeps the classes of a source. */
    void put(String className, String source, Map<String, byte[]> classes, List<Path> dependencies) {
        try {
            Files.createDirectories(directory);
            Path written = Files.createTempFile(directory, "new", ".tmp");
            try {
                Files.write(written, bytes(classes, dependencies));
                Files.move(written, file(className, source), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            // Only speed is lost.
            log().log(System.Logger.Level.INFO, "Cannot keep compiled classes in " + directory, e);
        }
    }

    private Path file(String className, String source) {
        String key = FORMAT + "\n" + fingerprint + "\n" + className + "\n" + source;
        return directory.resolve(Hashes.sha256(key) + ".classes");
    }

    private static byte[] bytes(Map<String, byte[]> classes, List<Path> dependencies) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeInt(dependencies.size());
        for (Path dependency : dependencies) {
            out.writeUTF(dependency.toString());
            out.writeUTF(Hashes.sha256(Files.readAllBytes(dependency)));
        }
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Hashes.sha256(body.toByteArray()).getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] bytes) throws IOException {
        if (bytes.length < 64) {
            return Map.of();
        }
        byte[] body = Arrays.copyOfRange(bytes, 64, bytes.length);
        String hash = new String(bytes, 0, 64, StandardCharsets.US_ASCII);
        if (!hash.equals(Hashes.sha256(body))) {
            return Map.of();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        for (int i = in.readInt(); i > 0; i--) {
            Path dependency = Path.of(in.readUTF());
            String expected = in.readUTF();
            if (!Files.isRegularFile(dependency) || !expected.equals(Hashes.sha256(Files.readAllBytes(dependency)))) {
                return Map.of();
            }
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return classes;
    }

    /** Got when it is needed: the JDK's logging takes longer to set up than many a command to run. */
    private static System.Logger log() {
        return System.getLogger(ClassCache.class.getName());
    }
}

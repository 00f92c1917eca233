package dev.retort.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** The user's cache directory for unpacked binaries and the prepared cluster; one process at a time works in it. */
final class CacheDirectory {

    /** File locks are held by a process, not by a thread. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path root;

    CacheDirectory(Path root) {
        this.root = root;
    }

    /** Where the platform wants caches: {@code RETORT_CACHE}, {@code XDG_CACHE_HOME}, {@code ~/Library/Caches}, {@code %LOCALAPPDATA%}, {@code ~/.cache}. */
    static CacheDirectory of(Map<String, String> env, String osName, Path home) {
        String stated = env.getOrDefault("RETORT_CACHE", "");
        if (!stated.isEmpty()) {
            return new CacheDirectory(Path.of(stated));
        }
        String os = osName.toLowerCase(Locale.ROOT);
        String local = env.getOrDefault(os.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME", "");
        Path base = !local.isEmpty()
                ? Path.of(local)
                : os.startsWith("mac") ? home.resolve("Library/Caches") : home.resolve(".cache");
        return new CacheDirectory(base.resolve("retort"));
    }

    Path root() {
        return root;
    }

    /** Work that must not be done twice at a time. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work while no other process and no other thread does any here. */
    <T> T exclusively(Work<T> work) throws IOException {
        IN_THIS_PROCESS.lock();
        try {
            Files.createDirectories(root);
            try (FileChannel channel = FileChannel.open(
                            root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("could not lock " + root.resolve("lock"));
                }
                return work.run();
            }
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }
}

package dev.retort.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The directory of one running server, under the system's temporary directory, locked while its owner lives. */
final class RunDirectory {

    private static final System.Logger LOG = System.getLogger(RunDirectory.class.getName());
    private static final String PREFIX = "retort-postgres-";
    private static final String LOCK = "lock";

    /**
     * The directories of this very process. POSIX gives up a process's lock when the process closes any descriptor of the file, so that a sweep must
     * not even open the lock of one of these.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private RunDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes a directory that is ours while this process lives; the caller holds the cache's lock, so that no sweep comes between. */
    static RunDirectory create(Path temporary) throws IOException {
        Path path = Files.createTempDirectory(temporary, PREFIX);
        OURS.add(path.toRealPath());
        FileChannel channel =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // Held until the channel closes, or the process dies.
        FileLock lock = channel.lock();
        if (!lock.isValid()) {
            throw new IOException("could not lock " + path.resolve(LOCK));
        }
        return new RunDirectory(path, channel);
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("log");
    }

    void delete() throws IOException {
        channel.close();
        OURS.remove(path.toRealPath());
        FileTrees.delete(path);
    }

    /** Stops the servers and removes the directories that killed processes left behind. */
    static void sweep(Path temporary) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path directory : found) {
                try {
                    sweepOne(directory);
                } catch (IOException e) {
                    // Somebody else's, or already going: it is not in our way.
                    LOG.log(System.Logger.Level.DEBUG, "left alone: " + directory, e);
                }
            }
        }
    }

    private static void sweepOne(Path directory) throws IOException {
        Path lockFile = directory.resolve(LOCK);
        if (!Files.isWritable(lockFile) || OURS.contains(directory.toRealPath())) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                PostmasterFile.stopOrphan(directory.resolve("data"));
                FileTrees.delete(directory);
            }
        } catch (OverlappingFileLockException e) {
            // A server of this very process, begun by another copy of this class.
            LOG.log(System.Logger.Level.TRACE, "in use: " + directory);
        }
    }
}

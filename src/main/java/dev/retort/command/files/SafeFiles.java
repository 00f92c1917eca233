package dev.retort.command.files;

import dev.retort.UsageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes files whole or not at all: into a neighbour first, which then takes the name. */
public final class SafeFiles {

    private SafeFiles() {}

    /**
     * Writes a file that must not exist yet.
     *
     * @throws UsageException if it exists or cannot be written
     */
    public static void writeNew(Path file, String text) {
        Path neighbour = written(file, text);
        try {
            // A hard link fails where the name is taken, which a move does not; both are atomic.
            Files.createLink(file, neighbour);
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException | UnsupportedOperationException e) {
            moveNew(neighbour, file);
        } finally {
            delete(neighbour);
        }
    }

    /**
     * Writes a file in the place of the one that is there.
     *
     * @throws UsageException if it cannot be written
     */
    public static void replace(Path file, String text) {
        Path neighbour = written(file, text);
        try {
            Files.move(neighbour, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            delete(neighbour);
        }
    }

    /**
     * Makes a folder and its parents.
     *
     * @throws UsageException if that is refused
     */
    public static void createDirectories(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static Path written(Path file, String text) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        createDirectories(folder);
        Path neighbour = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            return Files.writeString(neighbour, text);
        } catch (IOException e) {
            delete(neighbour);
            throw unwritable(file, e);
        }
    }

    /** For file systems without hard links. */
    private static void moveNew(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (FileAlreadyExistsException e) {
            throw exists(to, e);
        } catch (IOException e) {
            throw unwritable(to, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UsageException exists(Path file, Exception cause) {
        return (UsageException) new UsageException(
                        "Cannot write " + file,
                        "a file of that name exists, and none is ever overwritten.",
                        "Choose another message or id, or remove the file.")
                .causedBy(cause);
    }

    private static UsageException unwritable(Path file, IOException cause) {
        return (UsageException) new UsageException(
                        "Cannot write " + file,
                        cause.getClass().getSimpleName() + ": " + cause.getMessage() + ".",
                        "Make the folder writable, or name another.")
                .causedBy(cause);
    }
}

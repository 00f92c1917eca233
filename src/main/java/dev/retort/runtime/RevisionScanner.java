package dev.retort.runtime;

import dev.retort.RetortException;
import dev.retort.RevisionException;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.JavaLexer.MalformedSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the revisions under a source root by reading their annotations, without compiling. */
public final class RevisionScanner {

    private final Path root;
    private final String packageName;

    /**
     * A scanner of one package and its sub-packages.
     *
     * @param root the source root
     * @param packageName the package, dotted
     */
    public RevisionScanner(Path root, String packageName) {
        this.root = root;
        this.packageName = packageName;
    }

    /** The directory that the revisions stand in. */
    public Path directory() {
        return packageName.isEmpty() ? root : root.resolve(packageName.replace('.', '/'));
    }

    /**
     * The revisions, in the order of their paths; none where the directory does not exist.
     *
     * @throws RevisionException if a file cannot be read, or its annotation says something that cannot be
     */
    public List<RevisionInfo> scan() {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (Path file : sources()) {
            RevisionInfo info = scan(file);
            if (info != null) {
                revisions.add(info);
            }
        }
        return revisions;
    }

    /** Every source file of the package and its sub-packages, in the order of their paths. */
    List<Path> sources() {
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        // The attributes come with the listing, so that no file is asked for twice.
        try (Stream<Path> files = Files.find(
                directory(),
                Integer.MAX_VALUE,
                (file, attributes) -> (attributes.isRegularFile() || attributes.isSymbolicLink())
                        && file.toString().endsWith(".java"))) {
            return files.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(directory(), e);
        }
    }

    private @Nullable RevisionInfo scan(Path file) {
        String source = read(file);
        // Most helpers do not even say the word.
        if (!source.contains("Revision") && !source.contains("\\u")) {
            return null;
        }
        JavaLexer lexer = new JavaLexer(source);
        try {
            RevisionHeader header = new HeaderReader(lexer).read();
            if (header == null) {
                return null;
            }
            checkPackage(file, header);
            return header.info(file.toString());
        } catch (MalformedSource e) {
            throw new RevisionException(
                    "Cannot read the revision in " + file + ":" + lexer.line(e.offset),
                    String.valueOf(e.getMessage()) + ".",
                    "Correct that line.");
        }
    }

    private void checkPackage(Path file, RevisionHeader header) {
        Path parent = file.getParent();
        String expected = parent == null
                ? ""
                : root.relativize(parent).toString().replace('\\', '/').replace('/', '.');
        if (!expected.equals(header.packageName())) {
            throw new RevisionException(
                    "Cannot load the revision in " + file,
                    "It says package " + header.packageName() + "; its folder stands for package " + expected + ".",
                    "Move the file, or correct its package.");
        }
    }

    /** The text of a source file. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new RevisionException("Cannot read " + file, "It is not UTF-8.", "Save it as UTF-8.").causedBy(e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RetortException unreadable(Path file, Exception e) {
        String reason =
                e instanceof NoSuchFileException ? "It went away while it was read." : String.valueOf(e.getMessage());
        return new RevisionException("Cannot read " + file, reason, "Check the permissions of the file and its folder.")
                .causedBy(e);
    }
}

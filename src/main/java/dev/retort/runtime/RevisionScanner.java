package dev.retort.runtime;

import dev.retort.RetortException;
import dev.retort.RevisionException;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.JavaLexer.MalformedSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the revisions under a source root by reading their annotations, without compiling. */
public final class RevisionScanner {

    /** From so many files on, all processors read them: below, to wake the others takes longer. */
    private static final int MANY = 500;

    /** Memory that is new to the process costs more than to read a file. */
    private static final ThreadLocal<ByteBuffer> BUFFER = ThreadLocal.withInitial(() -> ByteBuffer.allocate(8192));

    private static final String SUFFIX = ".java";

    /** What files of revisions are called where nobody says otherwise; none but numbers and hashes are given as ids by themselves. */
    private static final Pattern GENERATED = Pattern.compile("R[0-9a-f]{4,}_[A-Z]\\w*\\.java");

    private final Path root;
    private final String packageName;
    private final Map<Path, String> packages = new ConcurrentHashMap<>();

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
        List<Path> sources = sources();
        Stream<Path> files = sources.size() < MANY ? sources.stream() : sources.parallelStream();
        List<RevisionInfo> revisions = new ArrayList<>();
        for (Found found : files.map(this::find).toList()) {
            if (found.error() != null) {
                throw found.error();
            }
            if (found.revision() != null) {
                revisions.add(found.revision());
            }
        }
        return revisions;
    }

    /** What a file holds, or why that cannot be told: of several that are wrong the first is named, whichever was read first. */
    private record Found(
            @Nullable RevisionInfo revision, @Nullable RetortException error) {}

    private Found find(Path file) {
        try {
            return new Found(scan(file), null);
        } catch (RetortException e) {
            return new Found(null, e);
        }
    }

    /** Every source file of the package and its sub-packages, in the order of their paths. */
    List<Path> sources() {
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        List<Path> sources = new ArrayList<>();
        try {
            collect(directory(), sources);
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable(directory(), e);
        }
        Collections.sort(sources);
        return sources;
    }

    /** Goes by the names, as to ask each file what it is takes longer than to list them; links to folders are not followed. */
    private static void collect(Path folder, List<Path> sources) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (entry.toString().endsWith(SUFFIX)) {
                    sources.add(entry);
                } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    collect(entry, sources);
                }
            }
        }
    }

    private @Nullable RevisionInfo scan(Path file) {
        String source;
        try {
            source = read(file);
        } catch (RevisionException e) {
            if (Files.isDirectory(file)) {
                return null;
            }
            throw e;
        }
        // Most helpers do not even say the words.
        if (!source.contains("Revision") && !source.contains("Migration") && !source.contains("\\u")) {
            requireHelper(file, "");
            return null;
        }
        JavaLexer lexer = new JavaLexer(source);
        try {
            HeaderReader reader = new HeaderReader(lexer);
            RevisionHeader header = reader.read();
            if (header == null) {
                requireHelper(file, reader.unmarked());
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

    /**
     * A revision that lost its annotation must not vanish: nothing would run it, and its id would be given to the next.
     *
     * @param unmarked a class of the file that implements {@code Migration}; empty for none
     */
    private static void requireHelper(Path file, String unmarked) {
        Path name = file.getFileName();
        if (!unmarked.isEmpty()) {
            throw new RevisionException(
                    "The class " + unmarked + " in " + file + " is no revision",
                    "It implements Migration and does not carry @Revision, so that nothing would run it.",
                    "Put @Revision(id = \"…\", revises = …, message = \"…\") above the class; what other revisions extend is abstract.");
        }
        if (name != null && GENERATED.matcher(name.toString()).matches()) {
            throw new RevisionException(
                    "The file " + file + " holds no revision",
                    "It has the name of one, and no class in it carries @Revision, so that nothing would run it and its id would be given again.",
                    "Take the file back from version control, or delete it; a helper needs another name.");
        }
    }

    private void checkPackage(Path file, RevisionHeader header) {
        Path parent = file.getParent();
        String expected = parent == null
                ? ""
                : packages.computeIfAbsent(parent, folder -> root.relativize(folder)
                        .toString()
                        .replace('\\', '/')
                        .replace('/', '.'));
        if (!expected.equals(header.packageName())) {
            throw new RevisionException(
                    "Cannot load the revision in " + file,
                    "It says package " + header.packageName() + "; its folder stands for package " + expected + ".",
                    "Move the file, or correct its package.");
        }
    }

    /** The text of a source file. */
    static String read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = BUFFER.get().clear();
            while (channel.read(bytes) >= 0) {
                if (!bytes.hasRemaining()) {
                    bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
                }
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            // What stands for bytes that are none of UTF-8 may also be what the file says: the strict way takes longer,
            // and knows.
            return text.indexOf('\uFFFD') < 0
                    ? text
                    : StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
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

package dev.retort.command;

import dev.retort.RetortException;
import dev.retort.UsageException;
import dev.retort.command.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells a project without revisions from one whose revisions are looked for in the wrong place; both look the same to the commands. */
public final class EmptyHistory {

    private static final String MARK = "dev.retort.migration.";

    private EmptyHistory() {}

    /**
     * Makes sure that a command which runs revisions does not pass over a wrong setting.
     *
     * @throws UsageException if there are none where they are looked for, and the place is not there or others hold some
     */
    public static void refuse(Workspace workspace) {
        Path root = workspace.config().revisions();
        if (!Files.isDirectory(root)) {
            throw NoSettings.missing(
                    workspace.config(),
                    "There are no revisions: the folder " + root + " does not exist",
                    "the revision classes are looked for under it, in package "
                            + workspace.config().packageName() + ".",
                    "Name the source root that they stand under: --revisions DIR, or revisions = \"…\" in retort.toml."
                            + " The first one is written with: retort revision --autogenerate -m MESSAGE",
                    "--revisions DIR --package NAME");
        }
        doubt(workspace).ifPresent(doubt -> {
            throw doubt;
        });
    }

    /** What speaks against the place where no revision was found; empty where there are some, or there are none anywhere. */
    public static Optional<RetortException> doubt(Workspace workspace) {
        if (!workspace.revisions().graph().isEmpty()) {
            return Optional.empty();
        }
        Config config = workspace.config();
        Path root = config.revisions();
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        SortedMap<String, Integer> others = packages(root);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder held = new StringBuilder();
        others.forEach((name, count) -> held.append(held.isEmpty() ? "" : ", ")
                .append(name)
                .append(" holds ")
                .append(count));
        return Optional.of(new UsageException(
                "There are no revisions in package " + config.packageName(),
                "under " + root + ", " + held + ".",
                "Name the package: --package " + others.firstKey() + ", or package = \"" + others.firstKey()
                        + "\" in retort.toml"));
    }

    /** The packages under a source root that hold revisions, and how many. */
    private static SortedMap<String, Integer> packages(Path root) {
        SortedMap<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
                    .filter(EmptyHistory::isRevision)
                    .map(file -> root.relativize(file.getParent())
                            .toString()
                            .replace('\\', '/')
                            .replace('/', '.'))
                    .forEach(name -> found.merge(name, 1, Integer::sum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Bytes decoded one by one, as a file elsewhere need not be UTF-8 for us to look at it. */
    private static boolean isRevision(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.contains(MARK) && text.contains("@Revision(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

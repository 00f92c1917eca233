package dev.retort.command.revise;

import dev.retort.RevisionException;
import dev.retort.command.Workspace;
import dev.retort.migration.Migration;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.runtime.RevisionLoader;
import dev.retort.runtime.SourceRevisionLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The revisions of the project and one that is not written yet, which stands in a folder of its own. */
public final class DraftLoader implements RevisionLoader, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DraftLoader.class.getName());

    private final RevisionLoader written;
    private final RevisionLoader drafts;
    private final RevisionInfo draft;
    private final RevisionGraph graph;
    private final Path folder;
    private final Thread hook = new Thread(this::delete, "draft-delete");

    /**
     * A loader that knows a draft too.
     *
     * @throws RevisionException if the draft does not fit into the graph
     */
    public DraftLoader(Workspace workspace, NewRevision.Drafted drafted) {
        this.written = workspace.revisions();
        try {
            this.folder = Files.createTempDirectory("retort-draft");
            Runtime.getRuntime().addShutdownHook(hook);
            Path file = folder.resolve(drafted.source().path());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, drafted.source().text());
            String packageName = drafted.source().packageName();
            String className = drafted.source().className();
            RevisionRequest request = drafted.request();
            this.draft = new RevisionInfo(
                    drafted.id(),
                    drafted.revises(),
                    request.message(),
                    workspace.clock().instant(),
                    request.branchLabels(),
                    request.dependsOn().stream()
                            .map(name -> written.graph().find(name).id())
                            .toList(),
                    !request.online(),
                    false,
                    List.of(),
                    List.of(),
                    packageName.isEmpty() ? className : packageName + "." + className,
                    file.toString());
            this.drafts = new SourceRevisionLoader(
                    folder, packageName, List.of(), folder.resolve("classes"), ToolProvider::getSystemJavaCompiler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<RevisionInfo> all = new ArrayList<>(written.graph().all());
        all.add(draft);
        this.graph = RevisionGraph.of(all);
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public void prepare(Collection<RevisionInfo> revisions) {
        written.prepare(revisions.stream().filter(info -> !isDraft(info)).toList());
        drafts.prepare(revisions.stream().filter(this::isDraft).toList());
    }

    @Override
    public Migration load(RevisionInfo revision) {
        return (isDraft(revision) ? drafts : written).load(revision);
    }

    @Override
    public String checksum(RevisionInfo revision) {
        return (isDraft(revision) ? drafts : written).checksum(revision);
    }

    /** The draft's place in the graph. */
    public RevisionInfo draft() {
        return draft;
    }

    /** Removes the folder. */
    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.TRACE, "closed while the JVM ends");
        }
    }

    private synchronized void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isDraft(RevisionInfo info) {
        return info.id().equals(draft.id());
    }
}

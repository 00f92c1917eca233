package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.migration.Migration;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import org.jspecify.annotations.Nullable;

/** Revisions from source files, compiled when they must run; what was compiled once is taken from a cache until its text changes. */
public final class SourceRevisionLoader implements RevisionLoader {

    /** From so many revisions on, all processors take them in: below, to wake the others takes longer. */
    private static final int MANY = 100;

    private final RevisionScanner scanner;
    private final RevisionCompiler compiler;
    private final ClassCache cache;
    private final RevisionClassLoader classes;
    private final Map<String, String> loaded = new LinkedHashMap<>();
    private @Nullable RevisionGraph graph;

    /**
     * A loader of one package and its sub-packages.
     *
     * @param root the source root, which other sources that revisions use stand under too
     * @param packageName the package of the revisions, dotted
     * @param classPath folders and jars that revisions use
     * @param cacheDirectory where compiled classes are kept between runs; shared by processes safely
     * @param compiler gives the compiler, null on a runtime that has none
     */
    public SourceRevisionLoader(
            Path root,
            String packageName,
            List<Path> classPath,
            Path cacheDirectory,
            Supplier<@Nullable JavaCompiler> compiler) {
        this.scanner = new RevisionScanner(root, packageName);
        this.compiler = new RevisionCompiler(root, classPath, compiler);
        this.cache = new ClassCache(cacheDirectory, this.compiler.fingerprint());
        this.classes = new RevisionClassLoader(classPath, this::compiledWith);
    }

    @Override
    public RevisionGraph graph() {
        RevisionGraph known = graph;
        if (known == null) {
            known = RevisionGraph.of(scanner.scan(), scanner.directory().toString());
            graph = known;
        }
        return known;
    }

    @Override
    public void prepare(Collection<RevisionInfo> revisions) {
        List<RevisionInfo> wanted = takeIn(revisions);
        if (wanted.size() >= MANY) {
            classes.link(wanted.stream().map(RevisionInfo::className).toList());
        }
    }

    /** Reads or compiles those that are not loaded yet, which are given back. */
    private synchronized List<RevisionInfo> takeIn(Collection<RevisionInfo> revisions) {
        List<RevisionInfo> wanted = revisions.stream()
                .filter(revision -> !loaded.containsKey(revision.className()))
                .toList();
        Stream<RevisionInfo> each = wanted.size() < MANY ? wanted.stream() : wanted.parallelStream();
        Map<String, String> missing = new LinkedHashMap<>();
        for (Found found : each.map(this::find).toList()) {
            if (found.error() != null) {
                throw found.error();
            }
            if (found.classes().isEmpty()) {
                missing.put(found.revision().location(), found.source());
            } else {
                add(found.revision(), found.classes());
            }
        }
        if (!missing.isEmpty()) {
            compile(wanted, missing);
        }
        return wanted;
    }

    /**
     * What is there of a revision.
     *
     * @param classes those of the cache; none where it must be compiled
     * @param error why its file cannot be read: of several the first is told, whichever was read first
     */
    private record Found(
            RevisionInfo revision,
            String source,
            Map<String, byte[]> classes,
            @Nullable RevisionException error) {}

    private Found find(RevisionInfo revision) {
        try {
            String source = RevisionScanner.read(Path.of(revision.location()));
            return new Found(revision, source, cache.get(revision.className(), source), null);
        } catch (RevisionException e) {
            return new Found(revision, "", Map.of(), e);
        }
    }

    private void compile(List<RevisionInfo> revisions, Map<String, String> missing) {
        Compilation compilation = compiler.compile(missing);
        for (RevisionInfo revision : revisions) {
            String source = missing.get(revision.location());
            if (source != null) {
                Map<String, byte[]> compiled = compilation.classesOf(revision.location());
                cache.put(revision.className(), source, compiled, compilation.dependencies());
                add(revision, compiled);
            }
        }
        classes.add(compilation.otherClasses());
    }

    @Override
    public List<String> faults(RevisionInfo revision) {
        try {
            prepare(List.of(revision));
            return List.of();
        } catch (RevisionException e) {
            return compiler.isThere()
                    ? e.reason().strip().lines().map(String::strip).toList()
                    : List.of();
        }
    }

    @Override
    public Migration load(RevisionInfo revision) {
        prepare(List.of(revision));
        try {
            return RevisionClass.instance(classes.loadClass(revision.className()), revision);
        } catch (ClassNotFoundException e) {
            throw new RevisionException(
                            "Cannot load revision " + revision.display(),
                            "Compiling " + revision.location() + " gave no class " + revision.className() + ".",
                            "Give the class the name of its file.")
                    .causedBy(e);
        }
    }

    @Override
    public String checksum(RevisionInfo revision) {
        return Checksums.ofSource(revision, RevisionScanner.read(Path.of(revision.location())));
    }

    private void add(RevisionInfo revision, Map<String, byte[]> compiled) {
        loaded.put(revision.className(), revision.location());
        classes.add(compiled);
    }

    /** A revision may use the class of another, or a helper that only the other's compilation brought. */
    private boolean compiledWith(String className) {
        String outer = className.indexOf('$') < 0 ? className : className.substring(0, className.indexOf('$'));
        List<RevisionInfo> others = new ArrayList<>();
        for (RevisionInfo info : graph().all()) {
            if (info.className().equals(outer) && !loaded.containsKey(outer)) {
                others.add(info);
            }
        }
        if (others.isEmpty()) {
            return false;
        }
        prepare(others);
        return true;
    }
}

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
import javax.tools.JavaCompiler;
import org.jspecify.annotations.Nullable;

/** Revisions from source files, compiled when they must run; what was compiled once is taken from a cache until its text changes. */
public final class SourceRevisionLoader implements RevisionLoader {

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
        Map<String, String> missing = new LinkedHashMap<>();
        for (RevisionInfo revision : revisions) {
            if (loaded.containsKey(revision.className())) {
                continue;
            }
            String source = RevisionScanner.read(Path.of(revision.location()));
            Map<String, byte[]> cached = cache.get(revision.className(), source);
            if (cached.isEmpty()) {
                missing.put(revision.location(), source);
            } else {
                add(revision, cached);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
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

package dev.retort.runtime;

import dev.retort.RevisionException;
import dev.retort.migration.Acknowledged;
import dev.retort.migration.AfterDeploy;
import dev.retort.migration.Migration;
import dev.retort.migration.Revision;
import dev.retort.migration.Warning;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Revisions that were compiled with the application. */
public final class ClassPathRevisionLoader implements RevisionLoader {

    private final ClassLoader loader;
    private final String packageName;
    private @Nullable RevisionGraph graph;

    /**
     * A loader of one package and its sub-packages.
     *
     * @param loader what the application's classes are loaded by
     * @param packageName the package of the revisions, dotted
     */
    public ClassPathRevisionLoader(ClassLoader loader, String packageName) {
        this.loader = loader;
        this.packageName = packageName;
    }

    @Override
    public RevisionGraph graph() {
        RevisionGraph known = graph;
        if (known == null) {
            List<RevisionInfo> revisions = new ArrayList<>();
            for (PackageClasses.Found found :
                    new PackageClasses(loader, packageName).mentioning(Revision.class, Migration.class)) {
                Class<?> type = type(found.className(), found.location());
                Revision revision = type.getAnnotation(Revision.class);
                if (revision != null) {
                    revisions.add(info(type, revision, found.location()));
                } else if (Migration.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    throw new RevisionException(
                            "The class " + type.getName() + " is no revision",
                            found.location()
                                    + ": it implements Migration and does not carry @Revision, so that nothing would run it.",
                            "Put @Revision(id = \"…\", revises = …, message = \"…\") above the class; what other revisions extend is abstract.");
                }
            }
            if (revisions.isEmpty()) {
                throw new RevisionException(
                        "There are no revisions in the package " + packageName,
                        "No class on the application's class path, there or in a package below, has the annotation @Revision.",
                        "See that the package is that of retort.toml, and that its classes are compiled with the application.");
            }
            known = RevisionGraph.of(revisions, "the package " + packageName);
            graph = known;
        }
        return known;
    }

    @Override
    public void prepare(Collection<RevisionInfo> revisions) {
        // They are compiled.
    }

    @Override
    public Migration load(RevisionInfo revision) {
        return RevisionClass.instance(type(revision.className(), revision.location()), revision);
    }

    @Override
    public String checksum(RevisionInfo revision) {
        return Checksums.ofClass(revision, this);
    }

    private Class<?> type(String className, String location) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new RevisionException(
                            "Cannot load the class " + className,
                            location + ": " + e + ".",
                            "Put what it needs on the class path.")
                    .causedBy(e);
        }
    }

    private static RevisionInfo info(Class<?> type, Revision revision, String location) {
        Warning warning = type.getAnnotation(Warning.class);
        return new RevisionInfo(
                revision.id(),
                List.of(revision.revises()),
                revision.message(),
                created(revision, location),
                List.of(revision.branchLabels()),
                List.of(revision.dependsOn()),
                revision.transactional(),
                type.isAnnotationPresent(AfterDeploy.class),
                warning == null ? List.of() : List.of(warning.value()),
                Arrays.stream(type.getAnnotationsByType(Acknowledged.class))
                        .map(acknowledged -> rule(acknowledged, location))
                        .toList(),
                type.getName(),
                location);
    }

    private static String rule(Acknowledged acknowledged, String location) {
        if (acknowledged.because().isBlank()) {
            throw new RevisionException(
                    "Cannot read the revision in " + location,
                    RevisionHeader.NO_REASON.formatted(acknowledged.value()) + ".",
                    "Say why it is fine, or take the annotation away.");
        }
        return acknowledged.value();
    }

    private static Instant created(Revision revision, String location) {
        try {
            return revision.created().isEmpty() ? Instant.EPOCH : Instant.parse(revision.created());
        } catch (DateTimeParseException e) {
            throw new RevisionException(
                            "Cannot read the revision in " + location,
                            "created = \"" + revision.created() + "\" is no instant such as 2026-11-20T14:02:11Z.",
                            "Correct it.")
                    .causedBy(e);
        }
    }
}

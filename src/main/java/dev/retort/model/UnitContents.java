package dev.retort.model;

import dev.retort.ModelException;
import java.nio.file.Path;

/** What a persistence unit names: its mapping files, jar files and classes, each of which must be there, or part of the model would be missing in silence. */
final class UnitContents {

    private final PersistenceUnit unit;
    private final ClassPath classPath;
    private final ClassLoader loader;

    UnitContents(PersistenceUnit unit, ClassPath classPath, ClassLoader loader) {
        this.unit = unit;
        this.classPath = classPath;
        this.loader = loader;
    }

    /**
     * Asks for each.
     *
     * @throws ModelException for the first that the class path does not hold
     */
    void requirePresent() {
        unit.mappingFiles().forEach(this::requireDocument);
        unit.jars().forEach(this::requireJar);
        unit.classes().forEach(this::requireClass);
    }

    private void requireDocument(String document) {
        if (loader.getResource(document) == null) {
            throw new ModelException(
                    "The persistence unit " + unit.name() + " names the mapping file " + document,
                    "it is not on the class path. Looked through: " + classPath.display(),
                    "Correct <mapping-file> in META-INF/persistence.xml, or add the folder or jar that holds "
                            + document + " to --classpath.");
        }
    }

    /** Hibernate would load nothing from a jar file that is not on the class path, and find no document there. */
    private void requireJar(Path jar) {
        if (!classPath.holds(jar)) {
            throw new ModelException(
                    "The persistence unit " + unit.name() + " names the jar file " + jar.normalize(),
                    "its entities are loaded from the class path, which does not hold it. Looked through: "
                            + classPath.display(),
                    "Add " + jar.normalize() + " to --classpath.");
        }
    }

    private void requireClass(String listed) {
        if (loader.getResource(listed.replace('.', '/') + ".class") == null) {
            throw new ModelException(
                    "The persistence unit " + unit.name() + " lists the class " + listed,
                    "it is not on the class path. Looked through: " + classPath.display(),
                    "Correct <class> in META-INF/persistence.xml, or add the jar or folder that holds " + listed
                            + " to --classpath.");
        }
    }
}

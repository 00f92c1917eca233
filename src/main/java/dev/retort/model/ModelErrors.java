package dev.retort.model;

import dev.retort.ModelException;

/** Explains what went wrong while Hibernate read the entities. */
final class ModelErrors {

    private final ClassPath classPath;

    ModelErrors(ClassPath classPath) {
        this.classPath = classPath;
    }

    ModelException explain(Throwable e) {
        ModelException failure = new ModelException(
                "Hibernate rejects the mapping",
                String.valueOf(e.getMessage()),
                "Looked through: " + classPath.display());
        failure.initCause(e);
        return failure;
    }
}

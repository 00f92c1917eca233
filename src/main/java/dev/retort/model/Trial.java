package dev.retort.model;

/** A reading for the sake of whether it fails. */
@FunctionalInterface
interface Trial {

    /** Reads these sources, whose classes come from this loader, and throws what Hibernate or the application's code throws. */
    void read(ClassLoader loader, EntitySources sources);
}

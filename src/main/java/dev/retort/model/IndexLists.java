package dev.retort.model;

import java.util.function.Consumer;

/** The column lists of all {@code @Index} annotations of a model, as they were written, XML's overrides included. */
@FunctionalInterface
interface IndexLists {

    /** Passes them on, in whatever order. */
    void forEach(Consumer<String> list);
}

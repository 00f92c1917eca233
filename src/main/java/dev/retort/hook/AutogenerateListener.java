package dev.retort.hook;

/**
 * Sees what a comparison with the entities has found before a revision is written of it, and may drop, change or add operations. {@code check}, {@code diff},
 * {@code verify} and the proof ask it as well, so what it drops is no drift, and what it adds is one until {@link Draft#actual()} shows that it is done.
 *
 * <p>It is found by {@link java.util.ServiceLoader} on the class path of the entities: its name stands in
 * {@code META-INF/services/dev.retort.hook.AutogenerateListener}. It has a public constructor without parameters. Several are called in the order of their class
 * names, each with what the one before it left.
 */
@FunctionalInterface
public interface AutogenerateListener {

    /**
     * Called once for every comparison with the entities, also where nothing was found; the same input must lead to the same result. What it throws ends the
     * command with its message.
     *
     * @param draft what was found, to be changed in place
     */
    void generated(Draft draft);
}

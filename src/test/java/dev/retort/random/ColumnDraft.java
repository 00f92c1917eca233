package dev.retort.random;

import dev.retort.random.Draft.Presence;

/** A column in the making. */
final class ColumnDraft {

    final String key;
    final String name;
    final Presence presence;
    final Type a;
    final Type b;
    final boolean computed;
    final boolean filled;
    final boolean requiredA;
    final boolean requiredB;

    /**
     * Makes it.
     *
     * @param name quoted
     * @param a the type on the first side; null where it is not there
     * @param computed whether the server computes its values
     * @param filled whether rows get a value when it is added
     */
    ColumnDraft(
            String key,
            String name,
            Presence presence,
            Type a,
            Type b,
            boolean computed,
            boolean filled,
            boolean requiredA,
            boolean requiredB) {
        this.key = key;
        this.name = name;
        this.presence = presence;
        this.a = a;
        this.b = b;
        this.computed = computed;
        this.filled = filled;
        this.requiredA = requiredA;
        this.requiredB = requiredB;
    }

    Type on(Side side) {
        return side == Side.A ? a : b;
    }

    boolean required(Side side) {
        return side == Side.A ? requiredA : requiredB;
    }

    /** Whether it has an order on every side where it is. */
    boolean isOrdered() {
        return (a == null || a.btree()) && (b == null || b.btree());
    }
}

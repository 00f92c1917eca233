package dev.retort.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Takes away from a pair what its failure does not need. */
final class Shrinker {

    private final Function<Pair, Failure> check;
    private final Failure failure;

    Shrinker(Function<Pair, Failure> check, Failure failure) {
        this.check = check;
        this.failure = failure;
    }

    /** The smallest pair found that fails alike. */
    Pair shrink(Pair pair) {
        Pair smallest = pair;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            List<Part> parts = new ArrayList<>(smallest.parts());
            Collections.reverse(parts);
            for (Part part : parts) {
                Pair next = smallest.parts().contains(part) ? step(smallest, part) : null;
                if (next != null) {
                    smallest = next;
                    smaller = true;
                }
            }
        }
        return smallest;
    }

    private Pair step(Pair pair, Part part) {
        Pair without = pair.without(part);
        if (fails(without)) {
            return without;
        }
        if (part.changes() && part.a() != null && part.b() != null) {
            for (Side side : Side.values()) {
                List<Part> parts = new ArrayList<>(pair.parts());
                parts.set(parts.indexOf(part), part.settled(side));
                if (fails(pair.with(parts))) {
                    return pair.with(parts);
                }
            }
        }
        return null;
    }

    private boolean fails(Pair pair) {
        return failure.isLike(check.apply(pair));
    }
}

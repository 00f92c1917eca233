package dev.retort.random.model;

import dev.retort.random.Failure;
import dev.retort.random.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Takes away from a pair of models what its failure does not need: edits first, then attributes, fields and classes. */
final class ModelShrinker {

    private final Function<ModelPair, Failure> check;
    private final Failure failure;

    ModelShrinker(Function<ModelPair, Failure> check, Failure failure) {
        this.check = check;
        this.failure = failure;
    }

    /** The smallest pair found that fails alike. */
    ModelPair shrink(ModelPair pair) {
        ModelPair smallest = pair;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            List<Piece> pieces = new ArrayList<>(smallest.pieces());
            Collections.reverse(pieces);
            for (Piece piece : pieces) {
                ModelPair next = smallest.pieces().contains(piece) ? step(smallest, piece) : null;
                if (next != null) {
                    smallest = next;
                    smaller = true;
                }
            }
        }
        return smallest;
    }

    private ModelPair step(ModelPair pair, Piece piece) {
        ModelPair without = pair.without(piece);
        if (fails(without)) {
            return without;
        }
        if (piece.changes()) {
            for (Side side : Side.values()) {
                if (piece.on(side) != null && fails(pair.settled(piece, side))) {
                    return pair.settled(piece, side);
                }
            }
        }
        return null;
    }

    private boolean fails(ModelPair pair) {
        return failure.isLike(check.apply(pair));
    }
}

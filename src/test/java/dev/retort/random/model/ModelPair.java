package dev.retort.random.model;

import dev.retort.random.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entities before and after an edit.
 *
 * @param settings Hibernate's, for both
 */
record ModelPair(long seed, Map<String, String> settings, List<Piece> pieces) {

    /** The package of the entities of one side. */
    String packageName(Side side) {
        return "seed" + seed + "." + (side == Side.A ? "before" : "after");
    }

    /** The Java of one side. */
    String source(Side side) {
        return new EntitySource(this, side).text();
    }

    /** Whether nothing is edited. */
    boolean isStill() {
        return pieces.stream().noneMatch(Piece::changes);
    }

    ModelPair with(List<Piece> others) {
        return new ModelPair(seed, settings, others);
    }

    /** The pair without the piece and without what cannot be without it. */
    ModelPair without(Piece gone) {
        Set<String> keys = new HashSet<>(Set.of(gone.key()));
        List<Piece> left = new ArrayList<>(pieces);
        boolean more = true;
        while (more) {
            more = left.removeIf(p -> {
                boolean goes = keys.contains(p.key())
                        || keys.contains(p.owner())
                        || p.needs().stream().anyMatch(keys::contains);
                return goes && keys.add(p.key()) | goes;
            });
        }
        return with(left);
    }

    /** The pair with the piece as it is on one side. */
    ModelPair settled(Piece piece, Side side) {
        List<Piece> others = new ArrayList<>(pieces);
        others.set(others.indexOf(piece), piece.settled(side));
        return with(others);
    }
}

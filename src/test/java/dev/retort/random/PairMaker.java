package dev.retort.random;

import dev.retort.random.Draft.Place;
import java.util.Set;

/** Makes a pair of schemas from a seed: the second is the first with changes. */
final class PairMaker {

    private PairMaker() {}

    static Pair make(long seed, int version) {
        Dice dice = new Dice(seed);
        Draft draft = new Draft(dice, version, dice.chance(70));
        for (int i = dice.between(0, 2); i > 0; i--) {
            String name = NameMaker.quoted(draft.names.make(""));
            Draft.Presence presence = draft.presence();
            String key = draft.key("namespace");
            String create = "CREATE SCHEMA " + name;
            draft.add(Part.of(
                    Part.Kind.NAMESPACE,
                    key,
                    presence.on(Side.A) ? create : null,
                    presence.on(Side.B) ? create : null,
                    Set.of()));
            draft.namespaces.add(new Place(name, presence, Set.of(key)));
            draft.comment("SCHEMA " + name, key, presence);
        }
        new TypeMaker(draft).make();
        new TableMaker(draft).make();
        new RuleMaker(draft).make();
        new IndexMaker(draft).make();
        new ViewMaker(draft).make();
        return new Pair(seed, draft.rows, draft.parts);
    }
}

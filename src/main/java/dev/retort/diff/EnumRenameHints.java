package dev.retort.diff;

import dev.retort.Nearest;
import dev.retort.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Enum types and values that may only have another name. */
final class EnumRenameHints {

    /** The kind of a value. */
    static final String VALUE = "enum value";

    /** Shorter words are apart by an edit without meaning the same. */
    private static final int SHORTEST_SLIP = 5;

    private EnumRenameHints() {}

    static void ofTypes(Sides sides) {
        List<EnumType> candidates = new ArrayList<>();
        sides.to().enums().values().stream()
                .filter(e -> !sides.from().enums().containsKey(e.name()))
                .forEach(candidates::add);
        for (EnumType is : sides.from().enums().values()) {
            if (sides.to().enums().containsKey(is.name())) {
                continue;
            }
            candidates.stream()
                    .filter(c -> c.labels().equals(is.labels())
                            && c.name().namespace().equals(is.name().namespace()))
                    .findFirst()
                    .ifPresent(shall -> {
                        candidates.remove(shall);
                        RenameHint.add(
                                sides.changes(),
                                "enum",
                                is.name().qualified(),
                                shall.name().qualified(),
                                RenameSpec.spell(is.name(), shall.name()),
                                "with the same values");
                    });
        }
    }

    /** Values that go, each with the one that may have come for it: by its letters, all or almost all, then by its place, then by a word that both share. */
    static void ofValues(EnumType is, EnumType shall, Changes changes) {
        candidates(is, shall).forEach(candidate -> RenameHint.add(changes, candidate));
    }

    /** The values that may only have another name. */
    static List<RenameCandidate> candidates(EnumType is, EnumType shall) {
        List<RenameCandidate> found = new ArrayList<>();
        List<String> gone = without(is.labels(), shall.labels());
        List<String> fresh = without(shall.labels(), is.labels());
        BiPredicate<String, String> letters =
                (a, b) -> !Spelling.letters(a).isEmpty() && Spelling.letters(a).equals(Spelling.letters(b));
        BiPredicate<String, String> slip = (a, b) -> Math.min(a.length(), b.length()) >= SHORTEST_SLIP
                && Nearest.isSlip(Spelling.letters(a), Spelling.letters(b));
        BiPredicate<String, String> index =
                (a, b) -> is.labels().size() == shall.labels().size()
                        && is.labels().indexOf(a) == shall.labels().indexOf(b);
        BiPredicate<String, String> gap = (a, b) -> kept(is, a, shall).equals(kept(shall, b, is));
        pairs(is, gone, fresh, letters, "of the same letters", found);
        pairs(is, gone, fresh, slip, "of almost the same letters", found);
        pairs(is, gone, fresh, index, "in the same place", found);
        pairs(is, gone, fresh, gap.and(Spelling::related), "of a like name, in the same place", found);
        pairs(is, gone, fresh, Spelling::related, "of a like name", found);
        pairs(is, gone, fresh, gap, "in the same place", found);
        return found;
    }

    /** Takes the pairs that fit out of the lists. */
    private static void pairs(
            EnumType type,
            List<String> gone,
            List<String> fresh,
            BiPredicate<String, String> fits,
            String why,
            List<RenameCandidate> found) {
        for (String before : List.copyOf(gone)) {
            fresh.stream().filter(f -> fits.test(before, f)).findFirst().ifPresent(after -> {
                gone.remove(before);
                fresh.remove(after);
                found.add(new RenameCandidate(
                        VALUE,
                        type.name().qualified() + "." + before,
                        type.name().qualified() + "." + after,
                        RenameSpec.spell(type.name(), before, after),
                        why,
                        0));
            });
        }
    }

    private static List<String> without(List<String> labels, List<String> others) {
        List<String> rest = new ArrayList<>(labels);
        rest.removeAll(others);
        return rest;
    }

    /** The values that sort before the value and that both types have. */
    private static List<String> kept(EnumType type, String value, EnumType other) {
        List<String> before =
                new ArrayList<>(type.labels().subList(0, type.labels().indexOf(value)));
        before.retainAll(other.labels());
        return before;
    }
}

package dev.retort.diff;

import dev.retort.schema.EnumType;
import java.util.ArrayList;
import java.util.List;

/** Enum types and values that may only have another name. */
final class EnumRenameHints {

    /** The kind of a value. */
    static final String VALUE = "enum value";

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

    /** One value that goes and one that comes in its place. */
    static void ofValues(EnumType is, EnumType shall, Changes changes) {
        if (is.labels().size() != shall.labels().size()) {
            return;
        }
        for (int i = 0; i < is.labels().size(); i++) {
            String before = is.labels().get(i);
            String after = shall.labels().get(i);
            if (!shall.labels().contains(before) && !is.labels().contains(after)) {
                RenameHint.add(
                        changes,
                        VALUE,
                        is.name().qualified() + "." + before,
                        is.name().qualified() + "." + after,
                        RenameSpec.spell(is.name(), before, after),
                        "in the same place");
            }
        }
    }
}

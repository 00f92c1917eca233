package dev.retort.diff;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.SequenceOwner;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sequences that are not part of an identity column. */
final class SequenceDiffer {

    private SequenceDiffer() {}

    static void diff(Sides sides) {
        sides.from().sequences().forEach((name, is) -> {
            Sequence shall = sides.to().sequences().get(name);
            if (shall == null) {
                dropped(is, sides);
            } else if (!is.equals(shall) || Persistence.changes(is, shall, sides)) {
                altered(is, shall, sides);
            }
        });
        sides.to().sequences().forEach((name, shall) -> {
            if (!sides.from().sequences().containsKey(name) && !sides.serial().makes(shall)) {
                sides.changes()
                        .add(
                                Phase.CREATE_SEQUENCE,
                                new CreateSequence(name, shall.options(), Boolean.TRUE.equals(shall.unlogged())));
                if (shall.ownedBy() != null) {
                    sides.changes()
                            .add(
                                    Phase.ALTER_SEQUENCE,
                                    new AlterSequence(
                                            name, SequenceOptions.UNSTATED, new SequenceOwner(shall.ownedBy())));
                }
            }
        });
        renames(sides);
    }

    /** A sequence goes with the column that owns it; only where the column stays it has to be dropped. */
    private static void dropped(Sequence is, Sides sides) {
        Optional<Column> owner = column(sides.to(), is.ownedBy());
        boolean goesAlong = is.ownedBy() != null && owner.isEmpty();
        boolean identity = owner.map(c -> c.identity() != null).orElse(false);
        boolean taken = !identity && sides.impact().wanted().isTaken(is.name());
        boolean aside = taken && (goesAlong || isDrawnFrom(is.name(), sides.from()));
        if (aside) {
            sides.impact().asides().add(is.name());
            sides.changes()
                    .add(
                            Phase.STEP_ASIDE,
                            new RenameSequence(
                                    is.name(), sides.impact().asides().of(is.name())));
        }
        if (!goesAlong) {
            boolean first = identity || (taken && !aside);
            ObjectName name = sides.impact().asides().of(is.name());
            sides.changes().add(first ? Phase.DROP_SEQUENCE_FIRST : Phase.DROP_SEQUENCE, new DropSequence(name));
        }
    }

    /** Whether a default may draw from it, which PostgreSQL does not let it go without. */
    private static boolean isDrawnFrom(ObjectName sequence, Schema schema) {
        return schema.allTables().stream()
                .flatMap(t -> t.columns().stream())
                .map(Column::defaultValue)
                .filter(Objects::nonNull)
                .anyMatch(v -> v.sql().contains("nextval(")
                        && v.sql().contains(sequence.name().replace("'", "''")));
    }

    /** Sequences that nothing owns and that count alike; the best pair is that of related names. */
    private static void renames(Sides sides) {
        List<Sequence> gone = alone(sides.from(), sides.to());
        List<Sequence> fresh = alone(sides.to(), sides.from());
        Set<Sequence> taken = new HashSet<>();
        for (boolean related : List.of(true, false)) {
            for (Sequence is : gone) {
                fresh.stream()
                        .filter(s -> !taken.contains(s) && !taken.contains(is))
                        .filter(s -> Objects.equals(
                                s.options().increment(), is.options().increment()))
                        .filter(s -> !related
                                || Spelling.related(is.name().name(), s.name().name()))
                        .filter(s -> !countsOther(is, s, sides))
                        .findFirst()
                        .ifPresent(shall -> {
                            taken.addAll(List.of(is, shall));
                            RenameHint.add(
                                    sides.changes(),
                                    "sequence",
                                    is.name().qualified(),
                                    shall.name().qualified(),
                                    RenameSpec.spell(is.name(), shall.name()),
                                    "with the same increment");
                        });
            }
        }
    }

    /** Whether the two count the keys of two tables, one of which stands on both sides, or the keys of the new one were counted otherwise. */
    private static boolean countsOther(Sequence is, Sequence shall, Sides sides) {
        ColumnRef gone = CountedKey.byName(is.name(), sides.from(), List.of());
        ColumnRef fresh = CountedKey.byName(shall.name(), sides.to(), List.of());
        if (fresh == null) {
            return false;
        }
        boolean otherwise = column(sides.from(), fresh)
                .map(c -> c.identity() != null || c.defaultValue() != null)
                .orElse(false);
        return otherwise
                || gone != null
                        && !gone.table().equals(fresh.table())
                        && (sides.to().tables().containsKey(gone.table())
                                || sides.from().tables().containsKey(fresh.table()));
    }

    private static List<Sequence> alone(Schema side, Schema other) {
        return side.sequences().values().stream()
                .filter(s -> s.ownedBy() == null && !other.sequences().containsKey(s.name()))
                .toList();
    }

    private static void altered(Sequence is, Sequence shall, Sides sides) {
        SequenceChange options = SequenceChange.between(is.options(), shall.options());
        ColumnRef owner = shall.ownedBy();
        boolean moves = !Objects.equals(is.ownedBy(), owner);
        boolean restarts = SequenceChange.leavesBounds(is.options(), shall.options());
        if (restarts) {
            sides.changes()
                    .warn(
                            "sequence-restart",
                            Warning.Level.WARNING,
                            is.name().qualified(),
                            "the old start lies outside the new bounds: the sequence starts over at "
                                    + shall.options().start(),
                            "See with `SELECT last_value FROM " + SqlText.name(is.name())
                                    + "` how far it is; where the new numbers may be in use, write `"
                                    + SqlText.call("SELECT setval(" + SqlText.literal(SqlText.name(is.name())) + ", "
                                            + shall.options().start() + ", false)")
                                    + "` behind the change, with the first that is free");
        }
        Boolean unlogged = Persistence.changes(is, shall, sides) ? shall.unlogged() : null;
        if (moves || !options.isEmpty() || unlogged != null) {
            sides.changes()
                    .add(
                            Phase.ALTER_SEQUENCE,
                            new AlterSequence(
                                    is.name(),
                                    options.options(),
                                    moves ? new SequenceOwner(owner) : null,
                                    restarts ? shall.options().start() : null,
                                    unlogged));
        }
    }

    private static Optional<Column> column(Schema schema, @Nullable ColumnRef ref) {
        if (ref == null) {
            return Optional.empty();
        }
        Table table = schema.tables().get(ref.table());
        return table == null ? Optional.empty() : table.column(ref.column());
    }
}

package dev.retort.diff;

import dev.retort.operation.Execute;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Extra;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What hangs on tables and views and is in the way: PostgreSQL retypes no column that a trigger, policy or rule reads, so these are taken off and put
 * there again as they were; and what goes with a view that is made anew comes again.
 */
final class AttachedDiffer {

    private static final String ANEW = "reads what changes: it is dropped and created again";
    private static final String AGAIN = "goes with a column, and comes again with it";

    private final Sides sides;
    private final Set<ObjectName> anew;
    private final Set<ObjectName> partitions;
    private final Map<Extra, Extra> wanted = new HashMap<>();

    private AttachedDiffer(Sides sides, Set<ObjectName> anew) {
        this.sides = sides;
        this.anew = anew;
        sides.to().extras().stream()
                .filter(e -> Attached.holds(e) || e.kind() == Extra.Kind.STATISTICS)
                .forEach(e -> wanted.put(new Extra(e.kind(), e.name(), e.table(), ""), e));
        this.partitions = sides.to().extras().stream()
                .filter(e -> e.kind() == Extra.Kind.PARTITION)
                .map(Extra::name)
                .collect(Collectors.toSet());
    }

    /**
     * Adds what is taken off and put there again.
     *
     * @param anew the views that are dropped, to be created again or not
     * @return what does not simply stay, with what becomes of it
     */
    static Map<Extra, String> diff(Sides sides, Set<ObjectName> anew) {
        ReplacedFunctions.defaults(sides);
        if (sides.from().extras().isEmpty() && sides.to().extras().isEmpty()) {
            return Map.of();
        }
        AttachedDiffer differ = new AttachedDiffer(sides, anew);
        Map<Extra, String> off = new HashMap<>();
        ReplacedFunctions functions = new ReplacedFunctions(sides, differ::changes);
        for (Extra extra : sides.from().extras()) {
            if (extra.kind() == Extra.Kind.STATISTICS) {
                differ.statistics(extra).ifPresent(becomes -> off.put(extra, becomes));
            } else if (!functions.replace(extra)
                    && (Attached.holds(extra) || Attached.isParsed(extra))
                    && differ.holder(extra)) {
                off.put(extra, ANEW);
            }
        }
        differ.views();
        return off;
    }

    /** Whether it is there again afterwards, as the other side has it, where this became of it. */
    static boolean comesAgain(Extra extra, String becomes) {
        return Attached.holds(extra) || becomes.equals(ANEW) || becomes.equals(AGAIN);
    }

    /** Whether it was in the way. */
    private boolean holder(Extra extra) {
        ObjectName table = extra.table();
        if (table == null) {
            return isInTheWay(extra);
        } else if (anew.contains(table)) {
            if (sides.to().views().containsKey(table)) {
                create(extra);
            }
            return true;
        } else if (!sides.to().tables().containsKey(table)
                && !sides.to().views().containsKey(table)
                && !partitions.contains(table)) {
            // It goes with its table, which comes after the views.
            extra.uses().stream().filter(this::isViewThatGoes).findFirst().ifPresent(view -> sides.changes()
                    .doubt(Holders.extra(extra, view, false), null, null));
            return false;
        }
        return isInTheWay(extra);
    }

    private boolean isInTheWay(Extra extra) {
        Optional<ColumnRef> gone = extra.uses().stream().filter(this::goes).findFirst();
        if (gone.isPresent() && wanted(extra).uses().stream().anyMatch(this::goes)) {
            sides.changes().doubt(Holders.extra(extra, gone.get(), false), null, null);
        } else if (gone.isPresent()
                || extra.uses().stream().anyMatch(this::changes)
                || (extra.kind() != Extra.Kind.PUBLICATION && sides.impact().restsOnReplaced(extra.definition()))) {
            sides.changes().add(Phase.TAKE_OFF, new Execute(Attached.drop(extra)));
            create(extra);
            return true;
        }
        return false;
    }

    /** What becomes of statistics: PostgreSQL drops them with a column that they read. */
    private Optional<String> statistics(Extra extra) {
        Optional<ColumnRef> gone = extra.uses().stream().filter(this::goes).findFirst();
        if (gone.isPresent()) {
            return gone.map(column -> "goes with " + column.display());
        }
        Impact impact = sides.impact();
        // A model's side has what the database had: on the way down what went with the column comes with it.
        boolean went = extra.uses().stream()
                .anyMatch(u -> impact.isRebuilt(u.table(), u.column())
                        || (has(sides.to(), u)
                                && !has(sides.from(), u)
                                && sides.from().tables().containsKey(u.table())));
        if (went) {
            create(extra);
            return Optional.of(AGAIN);
        } else if (Attached.isOfExpressions(extra)
                && (extra.uses().stream().anyMatch(this::changes) || impact.restsOnReplaced(extra.definition()))) {
            sides.changes().add(Phase.TAKE_OFF, new Execute(Attached.drop(extra)));
            create(extra);
            return Optional.of(ANEW);
        } else if (extra.uses().stream().anyMatch(this::changes)) {
            Attached.target(extra).ifPresent(sql -> sides.changes().add(Phase.PUT_BACK, new Execute(sql)));
        }
        return Optional.empty();
    }

    private static boolean has(Schema schema, ColumnRef ref) {
        Table table = schema.tables().get(ref.table());
        return table != null && table.column(ref.column()).isPresent();
    }

    private void create(Extra extra) {
        // What changes as well comes back as it shall be: the old one need not fit the new types.
        Phase phase =
                extra.uses().isEmpty() && ObjectPlaces.isEarly(extra, sides) ? Phase.CREATE_FUNCTION : Phase.PUT_BACK;
        Attached.create(wanted(extra), sides.from().extras())
                .forEach(sql -> sides.changes().add(phase, new Execute(sql)));
    }

    private Extra wanted(Extra extra) {
        return wanted.getOrDefault(new Extra(extra.kind(), extra.name(), extra.table(), ""), extra);
    }

    private boolean changes(ColumnRef column) {
        Impact impact = sides.impact();
        return impact.retyped.contains(column)
                || impact.isRebuilt(column.table(), column.column())
                || anew.contains(column.table())
                || (column.column().isEmpty() && impact.isReplaced(column.table()));
    }

    private boolean isViewThatGoes(ColumnRef ref) {
        return sides.from().views().containsKey(ref.table())
                && !sides.to().views().containsKey(ref.table());
    }

    private boolean goes(ColumnRef column) {
        if (isViewThatGoes(column)) {
            return true;
        }
        Table is = sides.from().tables().get(column.table());
        Table shall = sides.to().tables().get(column.table());
        return is != null
                && (shall == null
                        || (is.column(column.column()).isPresent()
                                && shall.column(column.column()).isEmpty()));
    }

    /** Options and defaults of views. */
    private void views() {
        Map<Extra, Extra> is = parts(sides.from().extras());
        Map<Extra, Extra> shall = parts(sides.to().extras());
        shall.forEach((key, part) -> {
            ObjectName view = Objects.requireNonNull(part.table());
            Extra before = anew.contains(view) || !sides.from().views().containsKey(view) ? null : is.get(key);
            if (part.equals(before)) {
                return;
            }
            if (before != null && part.kind() == Extra.Kind.VIEW_OPTION) {
                reset(before, names(part));
            }
            sides.changes().add(Phase.PUT_BACK, new Execute(Attached.set(part, sides.to())));
        });
        is.forEach((key, part) -> {
            ObjectName view = Objects.requireNonNull(part.table());
            if (!shall.containsKey(key)
                    && !anew.contains(view)
                    && sides.to().views().containsKey(view)) {
                if (part.kind() == Extra.Kind.VIEW_OPTION) {
                    reset(part, Set.of());
                } else {
                    sides.changes().add(Phase.PUT_BACK, new Execute(Attached.dropDefault(part, sides.to())));
                }
            }
        });
    }

    private void reset(Extra options, Set<String> kept) {
        List<String> gone =
                names(options).stream().filter(o -> !kept.contains(o)).sorted().toList();
        if (!gone.isEmpty()) {
            sides.changes().add(Phase.PUT_BACK, new Execute(Attached.reset(options, sides.to(), gone)));
        }
    }

    private static Set<String> names(Extra options) {
        Set<String> names = new HashSet<>();
        Arrays.stream(options.definition().split(", ", -1)).forEach(o -> names.add(o.replaceFirst("=.*", "")));
        return names;
    }

    /** By themselves without what they say, in the order of the list. */
    private static Map<Extra, Extra> parts(List<Extra> extras) {
        Map<Extra, Extra> parts = new LinkedHashMap<>();
        extras.stream()
                .filter(Attached::isOfView)
                .forEach(e -> parts.put(new Extra(e.kind(), e.name(), e.table(), ""), e));
        return parts;
    }
}

package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds which user types must be rebuilt, which columns that touches, and which types must make room for something of their name. */
final class TypeImpact {

    private final Schema from;
    private final Schema to;
    private final Impact impact;

    /** What is used by columns or types, and what is used by types, alone or in arrays. */
    private final Set<ObjectName> used = new HashSet<>();

    private final Set<ObjectName> inArrays = new HashSet<>();
    private final Map<ObjectName, Set<ObjectName>> madeOfIt = new HashMap<>();

    /** Enums that a column is of that goes, or becomes one of another type: what it holds need not be a value any more. */
    private final Set<ObjectName> left = new HashSet<>();

    private TypeImpact(Schema from, Schema to, Impact impact) {
        this.from = from;
        this.to = to;
        this.impact = impact;
    }

    static void find(Schema from, Schema to, Impact impact) {
        if (from.enums().isEmpty()
                && from.composites().isEmpty()
                && from.domains().isEmpty()) {
            return;
        }
        TypeImpact types = new TypeImpact(from, to, impact);
        types.uses();
        types.replaced();
        impact.asides().addAll(impact.replacedTypes);
        types.inTheWay(from.enums(), to.enums());
        types.inTheWay(from.composites(), to.composites());
        types.inTheWay(from.domains(), to.domains());
        types.columns();
    }

    private void uses() {
        from.allTables().forEach(t -> t.columns().forEach(c -> {
            use(c.type());
            leave(t, c);
        }));
        for (Schema schema : new Schema[] {from, to}) {
            schema.domains().values().forEach(d -> use(d.base(), d.name()));
            schema.composites().values().forEach(t -> t.attributes().forEach(a -> use(a.type(), t.name())));
        }
        from.domains().values().forEach(this::checked);
    }

    /** A domain whose checks cast to an enum and cannot come again by themselves is made anew with it, as if it were made of it. */
    private void checked(Domain domain) {
        Set<String> casts = domain.checks().stream()
                .flatMap(c -> Impact.castTypes(c.expression().sql()))
                .collect(Collectors.toSet());
        from.enums().keySet().stream()
                .filter(type -> casts.contains(type.name()))
                .filter(type -> DomainRests.isHidden(domain.name(), from))
                .forEach(type ->
                        madeOfIt.computeIfAbsent(type, t -> new TreeSet<>()).add(domain.name()));
    }

    private void leave(Table table, Column column) {
        ObjectName type = column.type().userType();
        if (type != null && from.enums().containsKey(type)) {
            Table target = to.tables().get(table.name());
            Column wanted = target == null ? null : target.columnsByName().get(column.name());
            if (wanted == null || !type.equals(wanted.type().userType())) {
                left.add(type);
            }
        }
    }

    private void use(SqlType type) {
        if (type.userType() != null) {
            used.add(type.userType());
            if (type.array()) {
                inArrays.add(type.userType());
            }
        }
    }

    private void use(SqlType type, ObjectName by) {
        if (type.userType() != null) {
            used.add(type.userType());
            madeOfIt.computeIfAbsent(type.userType(), t -> new TreeSet<>()).add(by);
        }
    }

    private void replaced() {
        Deque<ObjectName> found = new ArrayDeque<>();
        from.enums().forEach((name, type) -> {
            EnumType target = to.enums().get(name);
            if (target != null && !EnumDiffer.grows(type, target) && isHeld(name)) {
                boolean loses = !target.labels().containsAll(type.labels());
                if (madeOfIt.containsKey(name) || (loses && left.contains(name))) {
                    found.add(name);
                } else {
                    impact.replacedEnums.put(name, target);
                }
            }
        });
        from.domains().forEach((name, domain) -> {
            Domain target = to.domains().get(name);
            if (target != null && mustReplace(domain, target)) {
                found.add(name);
            }
        });
        from.composites().forEach((name, type) -> {
            CompositeType target = to.composites().get(name);
            if (target != null && CompositeDiffer.mustReplace(type, target, used.contains(name))) {
                found.add(name);
            }
        });
        ofAnotherKind(from.enums(), to.enums());
        ofAnotherKind(from.composites(), to.composites());
        ofAnotherKind(from.domains(), to.domains());
        found.addAll(impact.otherKinds);
        while (!found.isEmpty()) {
            ObjectName name = found.remove();
            if (impact.replacedTypes.add(name)) {
                madeOfIt.getOrDefault(name, Set.of()).stream()
                        .filter(this::stays)
                        .forEach(found::add);
            }
        }
    }

    /** Whether anything holds on to the type, so that it cannot just go and come again. */
    private boolean isHeld(ObjectName type) {
        return used.contains(type) || SpokenTypes.isSpokenOf(type, from);
    }

    /** Types that go, and whose name a type of another kind takes: what is of the old becomes of the new. */
    private void ofAnotherKind(SortedMap<ObjectName, ?> is, SortedMap<ObjectName, ?> shall) {
        is.keySet().stream()
                .filter(name -> !shall.containsKey(name) && used.contains(name))
                .filter(name -> to.enums().containsKey(name)
                        || to.composites().containsKey(name)
                        || to.domains().containsKey(name))
                .forEach(impact.otherKinds::add);
    }

    private boolean stays(ObjectName type) {
        return (from.composites().containsKey(type) && to.composites().containsKey(type))
                || (from.domains().containsKey(type) && to.domains().containsKey(type));
    }

    /** PostgreSQL neither changes a domain's base nor checks values that lie within an array or a row. */
    private boolean mustReplace(Domain is, Domain shall) {
        boolean hidden = inArrays.contains(is.name())
                || madeOfIt.getOrDefault(is.name(), Set.of()).stream()
                        .anyMatch(t -> from.composites().containsKey(t)
                                || from.domains().containsKey(t));
        return !is.base().equals(shall.base())
                || !Objects.equals(is.collation(), shall.collation())
                || (hidden && DomainDiffer.asksMore(is, shall));
    }

    /** A type that goes and whose name something new takes, while columns or types are still of it. */
    private void inTheWay(SortedMap<ObjectName, ?> is, SortedMap<ObjectName, ?> shall) {
        is.keySet().stream()
                .filter(name -> !shall.containsKey(name) && used.contains(name))
                .filter(name -> impact.wanted().isTaken(name))
                .forEach(impact.asides()::add);
    }

    private void columns() {
        if (impact.replacedEnums.isEmpty() && impact.replacedTypes.isEmpty()) {
            return;
        }
        for (Table table : from.allTables()) {
            Map<String, Column> targets = null;
            for (Column column : table.columns()) {
                ObjectName type = column.type().userType();
                if (type == null || !(impact.replacedEnums.containsKey(type) || impact.replacedTypes.contains(type))) {
                    continue;
                }
                if (targets == null) {
                    Table target = to.tables().get(table.name());
                    targets = target == null ? Map.of() : target.columnsByName();
                }
                column(new ColumnRef(table.name(), column.name()), column, targets.get(column.name()), type);
            }
        }
    }

    private void column(ColumnRef ref, Column column, @Nullable Column wanted, ObjectName type) {
        if (column.generated() != null) {
            impact.rebuild(ref);
            return;
        }
        boolean stays = wanted != null && type.equals(wanted.type().userType());
        // An enum that nothing is made of is rebuilt in one stroke, under every column that there is.
        boolean there = to.tables().containsKey(ref.table()) || !impact.dropsTablesFirst(from);
        boolean converted = stays || (there && impact.replacedEnums.containsKey(type));
        if (converted && Inheritance.comesFromParent(ref, column.type(), from)) {
            impact.reshape(ref);
        } else if (converted) {
            impact.usesOfReplaced.computeIfAbsent(type, t -> new TreeSet<>()).add(ref);
            impact.settled.add(ref);
            impact.reshape(ref);
        }
    }
}

package dev.retort.diff;

import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Constraints and indexes that do what another one of their table does: Hibernate's {@code update} leaves such twins. */
public final class Duplicates {

    /** The rule that names them, and that {@code --accept} takes to leave them where they are. */
    public static final String RULE = "duplicate-constraint";

    private static final int SHOWN = 5;

    private final Map<Operation, String> twins = new LinkedHashMap<>();

    private Duplicates() {}

    /** The operations that drop one while another one stays. */
    public static Duplicates among(List<? extends Operation> operations, Schema actual) {
        Duplicates duplicates = new Duplicates();
        Set<String> dropped = new HashSet<>();
        Map<String, Table> byIndex = new HashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof DropConstraint || operation instanceof DropIndex) {
                dropped.add(operation.object());
            }
            if (operation instanceof DropIndex && byIndex.isEmpty()) {
                actual.allTables().forEach(table -> table.indexes()
                        .forEach(index -> byIndex.put(
                                table.name()
                                        .sibling(String.valueOf(index.name()))
                                        .qualified(),
                                table)));
            }
        }
        for (Operation operation : operations) {
            if (operation instanceof DropConstraint drop) {
                actual.table(drop.table())
                        .flatMap(table -> twin(table, drop.name(), dropped))
                        .ifPresent(twin -> duplicates.twins.put(drop, twin));
            } else if (operation instanceof DropIndex drop) {
                Optional.ofNullable(byIndex.get(drop.object()))
                        .flatMap(table -> twin(table, drop.index().name(), dropped))
                        .ifPresent(twin -> duplicates.twins.put(drop, twin));
            }
        }
        return duplicates;
    }

    /** Whether an operation drops one. */
    public boolean drops(Operation operation) {
        return twins.containsKey(operation);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return twins.isEmpty();
    }

    /** What they are, each with the one that stays: {@code customer.uk_1 (as customer_email_key)}. */
    public String words() {
        String more = twins.size() > SHOWN ? " and " + (twins.size() - SHOWN) + " more" : "";
        return twins.entrySet().stream()
                        .limit(SHOWN)
                        .map(twin -> display(twin.getKey()) + " (as " + twin.getValue() + ")")
                        .collect(Collectors.joining(", "))
                + more;
    }

    private static String display(Operation operation) {
        return operation instanceof DropConstraint drop
                ? drop.table().display() + "." + drop.name()
                : operation instanceof DropIndex drop ? drop.index().display() : operation.object();
    }

    /** What is said of them. */
    public Warning warning() {
        return new Warning(
                RULE,
                Warning.Level.INFO,
                twins.keySet().stream().map(Operation::object).sorted().toList(),
                twins.size() == 1
                        ? twins.entrySet().stream()
                                .map(twin -> display(twin.getKey()) + " does what " + twin.getValue()
                                        + " does, which stays; Hibernate's hbm2ddl.auto=update leaves such twins")
                                .collect(Collectors.joining())
                        : "each of these does what another one of its table does, which stays; Hibernate's"
                                + " hbm2ddl.auto=update leaves such twins: " + words(),
                "clean up with this revision, or leave them: `--accept " + RULE + "`");
    }

    /** Those that are left alone because a foreign key rests on them, where the entities name the other one. */
    public static List<Warning> held(Schema actual, Schema wanted) {
        List<Warning> warnings = new ArrayList<>();
        for (Table table : wanted.allTables()) {
            Table is = actual.tables().get(table.name());
            if (is == null || is.uniques().size() + is.indexes().size() < 2) {
                continue;
            }
            Map<String, Object> rules = rules(table);
            rules(is).forEach((name, rule) -> {
                ObjectName full = table.name().sibling(name);
                if (actual.referenced().contains(full) && rule.equals(rules.get(name))) {
                    rules.entrySet().stream()
                            .filter(other -> !other.getKey().equals(name) && rule.equals(other.getValue()))
                            .findFirst()
                            .ifPresent(other -> warnings.add(held(table.name(), name, other.getKey())));
                }
            });
        }
        return warnings;
    }

    private static Warning held(ObjectName table, String name, String twin) {
        return new Warning(
                RULE,
                Warning.Level.INFO,
                List.of(table.qualified() + "." + name),
                name + " on " + table.display() + " does what " + twin
                        + " does, and stays, because a foreign key rests on it",
                "to have one alone, drop the foreign key, then " + name + ", and add the foreign key again");
    }

    private static Optional<String> twin(Table table, String name, Set<String> dropped) {
        Map<String, Object> rules = rules(table);
        Object rule = rules.get(name);
        return rules.entrySet().stream()
                .filter(other ->
                        !other.getKey().equals(name) && other.getValue().equals(rule))
                .map(Map.Entry::getKey)
                .filter(other -> !dropped.contains(table.name().qualified() + "." + other)
                        && !dropped.contains(table.name().sibling(other).qualified()))
                .findFirst();
    }

    /** What each constraint and index does, by its name; a unique index over plain columns does what a constraint does. */
    private static Map<String, Object> rules(Table table) {
        Map<String, Object> rules = new TreeMap<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint.name() != null) {
                rules.put(constraint.name(), rule(constraint));
            }
        }
        for (Index index : table.indexes()) {
            if (index.name() != null) {
                rules.put(
                        index.name(),
                        UniqueCompletion.isPlain(index)
                                ? UniqueCompletion.rule(IndexDiffer.columns(index), index.nullsNotDistinct())
                                : index.withName(null));
            }
        }
        return rules;
    }

    private static Object rule(Constraint constraint) {
        if (constraint instanceof Unique unique) {
            return UniqueCompletion.isPlain(unique)
                    ? UniqueCompletion.rule(unique.columns(), unique.nullsNotDistinct())
                    : UniqueDiffer.definition(unique);
        } else if (constraint instanceof ForeignKey key) {
            return key.withName(null);
        } else if (constraint instanceof Check check) {
            return check.withName(null);
        }
        return Objects.requireNonNull(constraint);
    }
}

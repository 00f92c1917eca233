package dev.retort.diff;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names what is left unnamed, so that no name is taken twice: constraints are one space of names in a namespace, relations another. */
final class NameChooser {

    private static final Pattern CALL = Pattern.compile("(?s)\\(*\\s*([A-Za-z_]\\w*)\\s*\\(.*");
    private static final int ATTEMPTS = 1_000_000;

    private final Naming naming;
    private final Set<ObjectName> relations = new HashSet<>();
    private final Set<ObjectName> constraints = new HashSet<>();

    NameChooser(Naming naming) {
        this.naming = naming;
    }

    /** Marks the names that a schema has already. */
    void take(Schema schema) {
        relations.addAll(schema.sequences().keySet());
        relations.addAll(schema.views().keySet());
        relations.addAll(schema.composites().keySet());
        schema.allTables().forEach(this::take);
    }

    /** Marks the names that a table has already. */
    void take(Table table) {
        ObjectName name = table.name();
        relations.add(name);
        table.indexes().stream()
                .filter(i -> i.name() != null)
                .forEach(i -> relations.add(name.sibling(named(i.name()))));
        for (Constraint constraint : table.constraints()) {
            if (constraint.name() != null) {
                ObjectName taken = name.sibling(named(constraint.name()));
                constraints.add(taken);
                if (!(constraint instanceof Check) && !(constraint instanceof ForeignKey)) {
                    relations.add(taken);
                }
            }
        }
    }

    /** Marks the name of a constraint of a table that is not looked at. */
    void take(ObjectName constraint) {
        constraints.add(constraint);
    }

    /** Marks the name of a relation that belongs to something else. */
    void takeRelation(ObjectName relation) {
        relations.add(relation);
    }

    private static String named(@Nullable String name) {
        return String.valueOf(name);
    }

    String primaryKey(ObjectName table, List<String> columns) {
        NameTemplate template = naming.template(Naming.Kind.PRIMARY_KEY);
        return template != null ? filled(template, table, columns, Map.of(), true) : indexed(table, "", "pkey");
    }

    String unique(ObjectName table, Unique unique) {
        NameTemplate template = naming.template(Naming.Kind.UNIQUE);
        if (template != null) {
            return filled(template, table, unique.columns(), Map.of(), true);
        }
        if (naming.style() == Naming.Style.HIBERNATE) {
            return numbered(table, HibernateNames.unique(table.name(), unique.columns()), true);
        }
        List<String> columns = new ArrayList<>(unique.columns());
        columns.addAll(unique.include());
        return indexed(table, PostgresNames.join(PostgresNames.distinct(columns)), "key");
    }

    String exclusion(ObjectName table) {
        NameTemplate template = naming.template(Naming.Kind.EXCLUSION);
        return template != null ? filled(template, table, List.of(), Map.of(), true) : indexed(table, "", "excl");
    }

    String foreignKey(ObjectName table, ForeignKey key) {
        NameTemplate template = naming.template(Naming.Kind.FOREIGN_KEY);
        if (template != null) {
            Map<String, String> target = Map.of(
                    NameTemplate.TARGET,
                    key.target().name(),
                    NameTemplate.TARGET_COLUMNS,
                    String.join("_", key.targetColumns()));
            return filled(template, table, key.columns(), target, false);
        }
        if (naming.style() == Naming.Style.HIBERNATE) {
            return numbered(
                    table, HibernateNames.foreignKey(table.name(), key.target().name(), key.columns()), false);
        }
        return choose(table, PostgresNames.join(key.columns()), "fkey", false, true);
    }

    /** A check of one column has the column in its name, any other has not. */
    String check(Table table, Check check) {
        Set<String> words = Identifiers.in(check.expression().sql());
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .filter(words::contains)
                .toList();
        NameTemplate template = naming.template(Naming.Kind.CHECK);
        if (template != null) {
            return filled(template, table.name(), columns, Map.of(), false);
        }
        return choose(table.name(), columns.size() == 1 ? columns.get(0) : "", "check", false, true);
    }

    String index(ObjectName table, Index index) {
        List<String> keys = new ArrayList<>();
        index.keys().forEach(k -> keys.add(key(k)));
        keys.addAll(index.include());
        NameTemplate template = naming.template(Naming.Kind.INDEX);
        if (template != null) {
            return filled(template, table, keys, Map.of(), true);
        }
        if (naming.style() == Naming.Style.HIBERNATE) {
            return numbered(table, HibernateNames.index(table.name(), keys), true);
        }
        return choose(table, PostgresNames.join(PostgresNames.distinct(keys)), "idx", true, false);
    }

    private static String key(Index.Key key) {
        if (key.column() != null) {
            return key.column();
        }
        Matcher call = CALL.matcher(String.valueOf(key.expression()));
        return call.matches() ? call.group(1).toLowerCase(Locale.ROOT) : "expr";
    }

    private String indexed(ObjectName table, String columns, String label) {
        return choose(table, columns, label, true, true);
    }

    /** A name of one's own; where it is taken, a number makes it another. Where nothing fills its places, it is the table's. */
    private String filled(
            NameTemplate template, ObjectName table, List<String> columns, Map<String, String> more, boolean relation) {
        Map<String, String> values = new HashMap<>(more);
        values.put(NameTemplate.TABLE, table.name());
        values.put(NameTemplate.COLUMNS, String.join("_", columns));
        String filled = template.fill(values);
        return numbered(table, filled.isBlank() ? table.name() : filled, relation);
    }

    private String numbered(ObjectName table, String wanted, boolean relation) {
        String name = wanted;
        for (int number = 1; number < ATTEMPTS; number++) {
            ObjectName full = table.sibling(name);
            if (!constraints.contains(full) && !(relation && relations.contains(full))) {
                mark(full, relation, true);
                return name;
            }
            name = PostgresNames.clip(wanted, PostgresNames.LONGEST - 7) + number;
        }
        throw new IllegalStateException("no free name like " + wanted + " for " + table.display());
    }

    private String choose(ObjectName table, String columns, String label, boolean relation, boolean constraint) {
        for (int pass = 0; pass < ATTEMPTS; pass++) {
            String name = PostgresNames.make(table.name(), columns, pass == 0 ? label : label + pass);
            ObjectName full = table.sibling(name);
            boolean taken = (relation && relations.contains(full)) || (constraint && constraints.contains(full));
            if (!taken) {
                mark(full, relation, constraint);
                return name;
            }
        }
        throw new IllegalStateException("no free name for a " + label + " of " + table.display());
    }

    private void mark(ObjectName name, boolean relation, boolean constraint) {
        if (relation) {
            relations.add(name);
        }
        if (constraint) {
            constraints.add(name);
        }
    }
}

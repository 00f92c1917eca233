package dev.retort.command.proof;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The order in which tables can be filled: each after those that its required foreign keys point to. Tables that require each other stand together: the
 * strongly connected components of Tarjan, found without recursion, as a chain of keys can be long.
 */
final class SeedOrder {

    private final Schema schema;
    private final Map<ObjectName, Integer> index = new HashMap<>();
    private final Map<ObjectName, Integer> low = new HashMap<>();
    private final Deque<ObjectName> component = new ArrayDeque<>();
    private final Set<ObjectName> open = new HashSet<>();
    private final List<List<Table>> order = new ArrayList<>();

    private SeedOrder(Schema schema) {
        this.schema = schema;
    }

    /** Groups of tables in the order to fill them; a group of more than one is a cycle of required keys. */
    static List<List<Table>> of(Schema schema) {
        SeedOrder order = new SeedOrder(schema);
        for (ObjectName name : schema.tables().keySet()) {
            if (!order.index.containsKey(name)) {
                order.visit(name);
            }
        }
        return order.order;
    }

    /** Whether a row needs another one: every column of the key is required, or it is so for a key that matches fully. */
    static boolean isRequired(Table table, ForeignKey key) {
        Map<String, Column> columns = table.columnsByName();
        return key.columns().stream().allMatch(name -> {
            Column column = columns.get(name);
            return column != null && !column.nullable();
        });
    }

    private record Frame(ObjectName table, Iterator<ObjectName> targets) {}

    private void visit(ObjectName root) {
        Deque<Frame> path = new ArrayDeque<>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            Frame frame = path.peek();
            ObjectName next = nextUnseen(frame);
            if (next != null) {
                path.push(enter(next));
                continue;
            }
            path.pop();
            Frame parent = path.peek();
            if (parent != null) {
                low.merge(parent.table(), low.getOrDefault(frame.table(), 0), Math::min);
            }
            if (index.getOrDefault(frame.table(), 0).equals(low.get(frame.table()))) {
                close(frame.table());
            }
        }
    }

    private Frame enter(ObjectName table) {
        index.put(table, index.size());
        low.put(table, index.size() - 1);
        component.push(table);
        open.add(table);
        TreeSet<ObjectName> targets = new TreeSet<>();
        Table it = schema.tables().get(table);
        if (it != null) {
            it.foreignKeys().stream()
                    .filter(key -> isRequired(it, key) && schema.tables().containsKey(key.target()))
                    .forEach(key -> targets.add(key.target()));
        }
        return new Frame(table, targets.iterator());
    }

    private @Nullable ObjectName nextUnseen(Frame frame) {
        while (frame.targets().hasNext()) {
            ObjectName target = frame.targets().next();
            Integer seen = index.get(target);
            if (seen == null) {
                return target;
            }
            if (open.contains(target)) {
                low.merge(frame.table(), seen, Math::min);
            }
        }
        return null;
    }

    private void close(ObjectName root) {
        TreeSet<ObjectName> members = new TreeSet<>();
        ObjectName member;
        do {
            member = component.pop();
            open.remove(member);
            members.add(member);
        } while (!member.equals(root));
        List<Table> tables = new ArrayList<>();
        members.forEach(name -> schema.table(name).ifPresent(tables::add));
        order.add(tables);
    }
}

package dev.retort.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Two schemas, made of parts that can be taken away one by one.
 *
 * @param rows whether the first has rows in its tables
 */
record Pair(long seed, boolean rows, List<Part> parts) {

    /** The statements that make one of the schemas. */
    String script(Side side) {
        StringBuilder script = new StringBuilder();
        for (Part.Kind kind : Part.Kind.values()) {
            for (Part part : parts) {
                if (kind == Part.Kind.ROWS && part.kind() == Part.Kind.TABLE && rows && side == Side.A) {
                    script.append(insertion(part));
                } else if (part.kind() == kind && kind != Part.Kind.COLUMN && part.on(side) != null) {
                    script.append(statement(part, side)).append(";\n");
                }
            }
        }
        return script.toString();
    }

    private String statement(Part part, Side side) {
        if (part.kind() != Part.Kind.TABLE) {
            return part.on(side);
        }
        StringJoiner columns = new StringJoiner(",\n  ", "(\n  ", ")").setEmptyValue("()");
        columnsOf(part).stream().filter(c -> c.on(side) != null).forEach(c -> columns.add(c.on(side)));
        return part.on(side).replace("\u0001", columns.toString());
    }

    private List<Part> columnsOf(Part table) {
        return parts.stream().filter(p -> p.owner().equals(table.key())).toList();
    }

    private String insertion(Part table) {
        List<Part> columns = columnsOf(table).stream()
                .filter(c -> c.a() != null && !c.values().isEmpty())
                .toList();
        if (table.a() == null || table.a().contains("PARTITION BY") || columns.isEmpty()) {
            return "";
        }
        StringBuilder insert = new StringBuilder("INSERT INTO " + table.name() + " ");
        StringJoiner names = new StringJoiner(", ", "(", ")");
        columns.forEach(c -> names.add(c.name()));
        insert.append(names).append(" OVERRIDING SYSTEM VALUE VALUES ");
        StringJoiner all = new StringJoiner(", ");
        for (int i = 0; i < 2; i++) {
            StringJoiner row = new StringJoiner(", ", "(", ")");
            for (Part column : columns) {
                row.add(column.values().get(i));
            }
            all.add(row.toString());
        }
        return insert.append(all).append(";\n").toString();
    }

    /** This pair with other parts. */
    Pair with(List<Part> others) {
        return new Pair(seed, rows, others);
    }

    /** The pair without the part and without what cannot be without it. */
    Pair without(Part gone) {
        Set<String> keys = new HashSet<>(Set.of(gone.key()));
        List<Part> left = new ArrayList<>(parts);
        boolean more = true;
        while (more) {
            more = left.removeIf(p -> {
                boolean goes = keys.contains(p.key()) || p.needs().stream().anyMatch(keys::contains);
                return goes && keys.add(p.key()) | goes;
            });
        }
        return with(left);
    }
}

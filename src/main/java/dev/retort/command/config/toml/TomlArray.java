package dev.retort.command.config.toml;

import java.util.ArrayList;
import java.util.List;

/** An array, between brackets or made of {@code [[tables]]}. */
public final class TomlArray {

    private final boolean ofTables;
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    TomlArray(boolean ofTables) {
        this.ofTables = ofTables;
    }

    /** How many values it has. */
    public int size() {
        return values.size();
    }

    /** A value, see {@link TomlTable}. */
    public Object get(int index) {
        return values.get(index);
    }

    /** The line on which a value stands, from 1. */
    public int line(int index) {
        return lines.get(index);
    }

    boolean ofTables() {
        return ofTables;
    }

    void add(Object value, int line) {
        values.add(value);
        lines.add(line);
    }

    Object last() {
        return values.get(values.size() - 1);
    }
}

package dev.retort.command.config.toml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table: its keys in the order of the file. A value is a {@link String}, a {@link Boolean}, a {@link Long}, a {@link Double}, a {@link TomlMoment}, a
 * {@link TomlArray} or a table.
 */
public final class TomlTable {

    /** How a table came to be, which says who may add to it. */
    enum Made {
        /** By a longer header, such as {@code [a.b]} for {@code a}: its own header may follow. */
        IMPLIED,
        /** By its own header. */
        STATED,
        /** By a key with dots. */
        DOTTED,
        /** Between braces, where all of it stands. */
        INLINE
    }

    private record Entry(Object value, int line) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Made made;

    TomlTable(Made made) {
        this.made = made;
    }

    /** The keys, in the order of the file. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The value of a key; null for none. */
    public @Nullable Object get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** The line on which a key stands, from 1; 0 where there is none. */
    public int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? 0 : entry.line();
    }

    Made made() {
        return made;
    }

    void state() {
        made = Made.STATED;
    }

    void put(String key, Object value, int line) throws TomlException {
        Entry before = entries.putIfAbsent(key, new Entry(value, line));
        if (before != null) {
            throw new TomlException(line, "The key " + key + " stands on line " + before.line() + " already.");
        }
    }
}

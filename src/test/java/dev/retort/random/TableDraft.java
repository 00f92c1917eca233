package dev.retort.random;

import dev.retort.random.Draft.Presence;
import java.util.ArrayList;
import java.util.List;

/** A table in the making. */
final class TableDraft {

    final String key;
    final String namespace;
    final String name;
    final Presence presence;
    final boolean partitioned;
    final boolean unlogged;
    final List<ColumnDraft> columns = new ArrayList<>();

    /** Sets of columns with a key on them, for foreign keys. */
    final List<Key> keys = new ArrayList<>();

    TableDraft(String key, String namespace, String name, Presence presence, boolean partitioned, boolean unlogged) {
        this.key = key;
        this.namespace = namespace;
        this.name = name;
        this.presence = presence;
        this.partitioned = partitioned;
        this.unlogged = unlogged;
    }

    /** A key: its part, columns and the sides that it is on; the last column of a period is a range. */
    record Key(String part, List<ColumnDraft> columns, Presence presence, boolean period) {}

    /** The full name, quoted. */
    String full() {
        return namespace + "." + name;
    }

    List<ColumnDraft> on(Side side) {
        return columns.stream().filter(c -> c.on(side) != null).toList();
    }
}

package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** The names of the parts of a table. */
final class PartNames {

    private PartNames() {}

    static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    static List<String> constraints(Table table) {
        return table.constraints().stream()
                .flatMap(c -> Stream.ofNullable(c.name()))
                .toList();
    }

    static List<String> indexes(Table table) {
        return table.indexes().stream()
                .flatMap(i -> Stream.ofNullable(i.name()))
                .toList();
    }
}

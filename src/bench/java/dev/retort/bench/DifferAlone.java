package dev.retort.bench;

import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.Unique;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Times the differ alone, in a warm JVM and without any database: two schemas that share no object. Writes {@code docs/benchmarks-differ.md}. */
public final class DifferAlone {

    private static final int WARM = 30;
    private static final int ROUNDS = 41;

    private DifferAlone() {}

    /** Takes the file to write. */
    public static void main(String[] arguments) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int tables : List.of(1_000, 10_000)) {
            Schema from = schema(tables, 0);
            line(lines, tables, "nothing", from, schema(tables, 0));
            line(lines, tables, "one table in a hundred", from, schema(tables, 100));
            line(lines, tables, "every table", from, schema(tables, 1));
        }
        Runtime machine = Runtime.getRuntime();
        Files.writeString(Path.of(arguments[0]), """
                # The differ alone

                Written by `src/bench/differ`; do not edit. Two schemas in memory that share no object, tables of nine columns with a primary key, a unique
                constraint, a foreign key and an index each; one JVM, warm; processor time of the one thread
                that works, the median of %d.

                | tables | what differs | operations | median | slowest |
                | ---: | --- | ---: | ---: | ---: |
                %s
                Measured on %s: %s on %s, %d processors, Java %s.
                """.formatted(
                        ROUNDS,
                        lines,
                        LocalDate.now(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        machine.availableProcessors(),
                        System.getProperty("java.specification.version")));
    }

    private static void line(StringBuilder lines, int tables, String what, Schema from, Schema to) {
        int operations = 0;
        for (int i = 0; i < WARM; i++) {
            operations = SchemaDiffer.diff(from, to, Renames.NONE).operations().size();
        }
        // The thread's own time: what else the machine does is no part of it.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            operations = SchemaDiffer.diff(from, to, Renames.NONE).operations().size();
            times[i] = threads.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        String line = String.format(
                "| %,d | %s | %,d | %.1f ms | %.1f ms |%n",
                tables, what, operations, times[ROUNDS / 2] / 1e6, times[ROUNDS - 1] / 1e6);
        System.out.print(line);
        lines.append(line);
    }

    /** Every so many tables have a column more, and one of another type; none for 0. */
    private static Schema schema(int tables, int every) {
        SchemaBuilder schema = Schema.builder();
        for (int i = 0; i < tables; i++) {
            schema.table(table(i, tables, every > 0 && i % every == 0));
        }
        return schema.build();
    }

    private static Table table(int number, int tables, boolean changed) {
        ObjectName name = ObjectName.of("item_" + number);
        ObjectName target = ObjectName.of("item_" + (number * 7 + 1) % tables);
        var table = Table.builder(name);
        String[][] columns = {
            {"id", "bigint"},
            {"name", changed ? "text" : "character varying(80)"},
            {"code", "character varying(20)"},
            {"price", "numeric(12,2)"},
            {"made", "timestamp(6) with time zone"},
            {"active", "boolean"},
            {"amount", "integer"},
            {"note", "text"},
            {"other_id", "bigint"}
        };
        for (String[] column : columns) {
            table.column(Column.of(column[0], SqlType.parse(column[1])));
        }
        if (changed) {
            table.column(Column.of("extra", SqlType.parse("text")));
        }
        return table.build().toBuilder()
                .primaryKey(PrimaryKey.of(name.name() + "_pkey", List.of("id")))
                .uniques(List.of(Unique.of(name.name() + "_code_key", List.of("code"))))
                .foreignKeys(List.of(
                        ForeignKey.of(name.name() + "_other_id_fkey", List.of("other_id"), target, List.of("id"))))
                .indexes(List.of(Index.of(name.name() + "_made_idx", List.of(Index.Key.of("made")))))
                .build();
    }
}

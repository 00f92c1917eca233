package dev.retort.sql;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spells sequences and the options that identity columns share with them. */
final class SequenceSql {

    private static final SqlType BIGINT = SqlType.builtin("bigint");

    private SequenceSql() {}

    static String create(CreateSequence operation) {
        String options = differentFromDefaults(operation.options(), true);
        return "CREATE " + (operation.unlogged() ? "UNLOGGED " : "") + "SEQUENCE "
                + SqlWriter.name(operation.sequence()) + (options.isEmpty() ? "" : " " + options);
    }

    /** The options in one statement; PostgreSQL takes {@code SET UNLOGGED} alone. */
    static List<Statement> alter(AlterSequence operation) {
        String alter = "ALTER SEQUENCE " + SqlWriter.name(operation.sequence()) + " ";
        List<Statement> statements = new ArrayList<>();
        String options = changes(operation);
        if (!options.isEmpty()) {
            statements.add(Statement.of(alter + options));
        }
        if (operation.unlogged() != null) {
            statements.add(Statement.of(alter + (operation.unlogged() ? "SET UNLOGGED" : "SET LOGGED")));
        }
        if (statements.isEmpty()) {
            throw new IllegalArgumentException(
                    "sequence " + operation.sequence() + " changes, and nothing of it is stated");
        }
        return statements;
    }

    private static String changes(AlterSequence operation) {
        List<String> parts = stated(operation.options(), true);
        if (operation.restart() != null) {
            parts.add("RESTART WITH " + operation.restart());
        }
        if (operation.owner() != null) {
            ColumnRef column = operation.owner().column();
            parts.add("OWNED BY "
                    + (column == null
                            ? "NONE"
                            : SqlWriter.name(column.table()) + "." + SqlWriter.identifier(column.column())));
        }
        return String.join(" ", parts);
    }

    /** The options that are not what PostgreSQL would take anyway; the type of an identity is its column's. */
    static String differentFromDefaults(SequenceOptions options, boolean withType) {
        SqlType type = options.type() != null ? options.type() : BIGINT;
        SequenceOptions bounds = new SequenceOptions(options.type(), null, options.increment(), null, null, null, null)
                .withDefaults(type);
        SequenceOptions start = new SequenceOptions(
                        options.type(), null, options.increment(), options.minValue(), options.maxValue(), null, null)
                .withDefaults(type);
        SequenceOptions unusual = new SequenceOptions(
                type.equals(BIGINT) ? null : type,
                unless(options.start(), start.start()),
                unless(options.increment(), 1L),
                unless(options.minValue(), bounds.minValue()),
                unless(options.maxValue(), bounds.maxValue()),
                unless(options.cache(), 1L),
                unless(options.cycle(), false));
        return String.join(" ", stated(unusual, withType));
    }

    private static <T> @Nullable T unless(@Nullable T value, @Nullable T usual) {
        return value == null || value.equals(usual) ? null : value;
    }

    /** Each stated option, in the manual's order. */
    static List<String> stated(SequenceOptions options, boolean withType) {
        List<String> parts = new ArrayList<>();
        if (withType && options.type() != null) {
            parts.add("AS " + SqlWriter.type(options.type()));
        }
        if (options.increment() != null) {
            parts.add("INCREMENT BY " + options.increment());
        }
        if (options.minValue() != null) {
            parts.add("MINVALUE " + options.minValue());
        }
        if (options.maxValue() != null) {
            parts.add("MAXVALUE " + options.maxValue());
        }
        if (options.start() != null) {
            parts.add("START WITH " + options.start());
        }
        if (options.cache() != null) {
            parts.add("CACHE " + options.cache());
        }
        if (options.cycle() != null) {
            parts.add(options.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return parts;
    }
}

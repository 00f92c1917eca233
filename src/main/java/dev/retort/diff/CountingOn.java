package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets what is made anew to count the keys of a table that stands go on behind its rows: an identity, or a sequence. It would begin at its start otherwise,
 * and the next row would take a number that is taken. The last value is the largest that is there, which is right for Hibernate's pooled optimizers as well:
 * they take the block that ends at the next value, or begins there.
 */
public final class CountingOn {

    static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");

    private final Difference difference;
    private final Schema to;
    private final Map<ObjectName, Set<ColumnRef>> counted;
    private final Set<ObjectName> fresh = new HashSet<>();

    /** Statements by the place of the operation that they stand below. */
    private final Map<Integer, List<Operation>> statements = new TreeMap<>();

    private final Set<String> settled = new HashSet<>();
    private final List<Warning> open = new ArrayList<>();

    private CountingOn(Difference difference, Schema to, Map<ObjectName, Set<ColumnRef>> counted) {
        this.difference = difference;
        this.to = to;
        this.counted = counted;
        for (Operation operation : difference.operations()) {
            if (operation instanceof CreateTable create) {
                fresh.add(create.table().name());
            }
        }
    }

    /**
     * The same with the statements that set what is new above the rows that are there, and without the warnings that these answer.
     *
     * @param to the schema that it leads to
     * @param counted the keys that the model counts with a sequence, by the sequence
     * @param known whether the model knows of every sequence what it is for
     */
    public static Difference add(
            Difference difference, Schema to, Map<ObjectName, Set<ColumnRef>> counted, boolean known) {
        CountingOn counting = new CountingOn(difference, to, counted);
        for (Operation operation : difference.operations()) {
            if (operation instanceof CreateSequence create) {
                counting.sequence(create, known);
            } else if (operation instanceof AlterColumn alter) {
                counting.identity(alter);
            }
        }
        return counting.result();
    }

    private void sequence(CreateSequence create, boolean known) {
        Set<ColumnRef> columns = columns(create.sequence());
        columns.removeIf(ref -> fresh.contains(ref.table()) || column(ref) == null);
        String name = SqlText.literal(SqlText.name(create.sequence()));
        if (columns.isEmpty()) {
            if (!known && counted(create.sequence()).isEmpty()) {
                unknown(create.sequence(), name);
            }
        } else if (columns.stream().allMatch(this::isNumber)) {
            add(name, columns, create.options(), create);
        }
    }

    private Set<ColumnRef> counted(ObjectName sequence) {
        Set<ColumnRef> columns = new TreeSet<>(counted.getOrDefault(sequence, Set.of()));
        ColumnRef byName = CountedKey.byName(sequence, to, difference.operations());
        if (columns.isEmpty() && byName != null) {
            columns.add(byName);
        }
        return columns;
    }

    /** What is counted with a new sequence: what the model or its name says, and what draws from it by default. */
    private Set<ColumnRef> columns(ObjectName sequence) {
        Set<ColumnRef> columns = new TreeSet<>();
        for (ColumnRef ref : counted(sequence)) {
            Column column = column(ref);
            if (column != null && column.identity() == null && (column.defaultValue() == null || draws(column))) {
                columns.add(ref);
            }
        }
        List<String> calls = Stream.of(
                        SqlText.name(sequence),
                        ReservedWords.quote(sequence.namespace()) + "." + ReservedWords.quote(sequence.name()))
                .map(name -> "nextval(" + SqlText.literal(name))
                .toList();
        for (Table table : to.allTables()) {
            for (Column column : table.columns()) {
                Expression value = column.defaultValue();
                if (value != null && calls.stream().anyMatch(value.sql()::startsWith)) {
                    columns.add(new ColumnRef(table.name(), column.name()));
                }
            }
        }
        return columns;
    }

    private static boolean draws(Column column) {
        return column.defaultValue() != null && column.defaultValue().sql().startsWith("nextval(");
    }

    private void identity(AlterColumn alter) {
        ColumnRef ref = new ColumnRef(alter.table(), alter.column());
        for (ColumnChange change : alter.changes()) {
            if (change instanceof ColumnChange.AddIdentity add && isNumber(ref)) {
                add(SequenceStart.owned(ref), Set.of(ref), add.identity().options(), alter);
            }
        }
    }

    private boolean isNumber(ColumnRef ref) {
        return CountedKey.isNumber(column(ref));
    }

    private @Nullable Column column(ColumnRef ref) {
        Table table = to.tables().get(ref.table());
        return table == null ? null : table.column(ref.column()).orElse(null);
    }

    /** Below the last change of the columns, and of what comes to count them. */
    private void add(String sequence, Set<ColumnRef> columns, SequenceOptions options, Operation maker) {
        int place = difference.operations().indexOf(maker);
        for (int i = place; i < difference.operations().size(); i++) {
            Operation operation = difference.operations().get(i);
            if (operation instanceof AddColumn add
                            && columns.contains(
                                    new ColumnRef(add.table(), add.column().name()))
                    || operation instanceof AlterColumn alter
                            && columns.contains(new ColumnRef(alter.table(), alter.column()))) {
                place = i;
            }
        }
        statements
                .computeIfAbsent(place, p -> new ArrayList<>())
                .add(new Execute(statement(sequence, columns, options, ref -> cast(ref))));
        columns.forEach(ref -> settled.add(ref.toString()));
    }

    private String cast(ColumnRef ref) {
        Column column = column(ref);
        return column != null && column.type().base().equals("numeric") ? "::bigint" : "";
    }

    /** Without rows that it counts the sequence stays as it is: {@code setval} of null does nothing. */
    private static String statement(
            String sequence, Set<ColumnRef> columns, SequenceOptions options, Function<ColumnRef, String> cast) {
        boolean falls = options.increment() != null && options.increment() < 0;
        long start = options.start() == null ? (falls ? -1 : 1) : options.start();
        UnaryOperator<String> whole = text -> columns.size() == 1 ? text : "(SELECT " + text + ")";
        String values = columns.stream()
                .map(ref -> {
                    String name = ReservedWords.quote(ref.column());
                    String last = (falls ? "min(" : "max(") + name + cast.apply(ref) + ")";
                    String from =
                            " FROM " + SqlText.name(ref.table()) + " WHERE " + name + (falls ? " <= " : " >= ") + start;
                    return whole.apply(columns.size() == 1 ? last + ")" + from : last + from);
                })
                .collect(Collectors.joining(", "));
        String several = falls ? "least(" : "greatest(";
        return "SELECT setval(" + sequence + ", " + (columns.size() == 1 ? values : several + values + "))");
    }

    /** A sequence of a name that says nothing comes again: only a person knows which keys are counted with it. */
    private void unknown(ObjectName sequence, String name) {
        List<ColumnRef> keys = to.allTables().stream()
                .filter(t -> !fresh.contains(t.name()))
                .flatMap(t -> keys(t).stream())
                .toList();
        if (keys.isEmpty()
                || to.sequences().get(sequence) != null
                        && to.sequences().get(sequence).ownedBy() != null) {
            return;
        }
        ColumnRef first = keys.get(0);
        open.add(new Warning(
                SequenceStart.RULE,
                Warning.Level.WARNING,
                List.of(sequence.qualified()),
                "sequence " + sequence.display()
                        + " is made anew and counts from its start: where the keys of rows that stand are counted with it, the next would be taken",
                "Write behind it, with the table whose keys it counts, such as "
                        + first.table().display() + ", `"
                        + SqlText.call("SELECT setval(" + name + ", max(" + ReservedWords.quote(first.column())
                                + ")) FROM " + SqlText.name(first.table()))
                        + "`"));
    }

    /** The key of a table that the application counts with a sequence which is not called after it. */
    private List<ColumnRef> keys(Table table) {
        ColumnRef ref = CountedKey.of(table, difference.operations());
        Column column = ref == null ? null : column(ref);
        return ref == null
                        || column == null
                        || column.identity() != null
                        || column.defaultValue() != null
                        || !CountedKey.isFree(table, ref.column())
                        || !isNumber(ref)
                        || to.sequences()
                                .containsKey(table.name().sibling(table.name().name() + "_seq"))
                ? List.of()
                : List.of(ref);
    }

    private Difference result() {
        if (statements.isEmpty() && open.isEmpty()) {
            return difference;
        }
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < difference.operations().size(); i++) {
            operations.add(difference.operations().get(i));
            operations.addAll(statements.getOrDefault(i, List.of()));
        }
        List<Warning> warnings = new ArrayList<>(difference.warnings());
        warnings.removeIf(this::isSettled);
        warnings.addAll(open);
        List<Doubt> doubts = difference.doubts().stream()
                .filter(d -> d.warning() == null || !isSettled(d.warning()))
                .toList();
        return new Difference(operations, warnings, doubts);
    }

    private boolean isSettled(Warning warning) {
        return warning.rule().equals(SequenceStart.RULE) && settled.containsAll(warning.objects());
    }
}

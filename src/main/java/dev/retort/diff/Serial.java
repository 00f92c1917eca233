package dev.retort.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New columns that are exactly what {@code serial} makes: said in one word, the sequence needs no operations of its own. */
final class Serial {

    private static final Map<String, String> WORDS =
            Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

    private final Map<ColumnRef, Sequence> sequences = new HashMap<>();

    private Serial() {}

    /** The sequences that come with a column that is new too, under the name that PostgreSQL would choose. */
    static Serial find(Schema from, Schema to) {
        Serial serial = new Serial();
        for (Sequence sequence : to.sequences().values()) {
            ColumnRef owner = sequence.ownedBy();
            if (owner != null && !from.sequences().containsKey(sequence.name()) && isNew(owner, from)) {
                Table table = to.tables().get(owner.table());
                Column column =
                        table == null ? null : table.column(owner.column()).orElse(null);
                if (table != null && column != null && isSerial(table, column, sequence)) {
                    serial.sequences.put(owner, sequence);
                }
            }
        }
        return serial;
    }

    private static boolean isNew(ColumnRef ref, Schema from) {
        Table table = from.tables().get(ref.table());
        return table == null || table.column(ref.column()).isEmpty();
    }

    private static boolean isSerial(Table of, Column column, Sequence sequence) {
        ObjectName table = of.name();
        Expression value = column.defaultValue();
        ObjectName chosen = table.sibling(PostgresNames.make(table.name(), column.name(), "seq"));
        SqlType type = column.type();
        return value != null
                && !column.nullable()
                && type.userType() == null
                && !type.array()
                && WORDS.containsKey(type.base())
                && sequence.name().equals(chosen)
                && (sequence.unlogged() == null || sequence.unlogged() == isUnlogged(of))
                && sequence.options().equals(SequenceOptions.UNSTATED.withDefaults(type))
                && value.equals(drawing(chosen));
    }

    /** The sequence that {@code serial} makes is as its table is. */
    private static boolean isUnlogged(Table table) {
        return table.options() != null && table.options().unlogged();
    }

    private static Expression drawing(ObjectName sequence) {
        String name = ReservedWords.quote(sequence.name());
        boolean plain = sequence.namespace().equals(ObjectName.DEFAULT_NAMESPACE);
        String full = plain ? name : ReservedWords.quote(sequence.namespace()) + "." + name;
        return Expression.of("nextval('" + full.replace("'", "''") + "'::regclass)");
    }

    /** Whether the sequence comes with its column. */
    boolean makes(Sequence sequence) {
        return sequence.ownedBy() != null && sequences.containsKey(sequence.ownedBy());
    }

    /** The column as it is best said. */
    Column say(ObjectName table, Column column) {
        String word = sequences.containsKey(new ColumnRef(table, column.name())) ? word(column) : null;
        return word == null ? column : column.withType(SqlType.builtin(word)).withDefault(null);
    }

    private static @Nullable String word(Column column) {
        return WORDS.get(column.type().base());
    }
}

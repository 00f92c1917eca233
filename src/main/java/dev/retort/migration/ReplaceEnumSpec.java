package dev.retort.migration;

import dev.retort.operation.EnumUse;
import dev.retort.operation.ReplaceEnum;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.EnumType;
import dev.retort.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An enum type rebuilt with other values; every column of the type must be named. */
public final class ReplaceEnumSpec extends Said {

    private final EnumType type;
    private final List<EnumUse> uses = new ArrayList<>();
    private final SortedMap<String, String> mapping = new TreeMap<>();

    ReplaceEnumSpec(EnumType type) {
        this.type = type;
    }

    /** A column of the type, without a default. */
    public ReplaceEnumSpec column(String table, String column) {
        return use(table, column, false, null);
    }

    /** A column of the type, with the default it has afterwards, as SQL. */
    public ReplaceEnumSpec column(String table, String column, String defaultTo) {
        return use(table, column, false, defaultTo);
    }

    /** A column of arrays of the type, without a default. */
    public ReplaceEnumSpec arrayColumn(String table, String column) {
        return use(table, column, true, null);
    }

    /** A column of arrays of the type, with the default it has afterwards, as SQL. */
    public ReplaceEnumSpec arrayColumn(String table, String column, String defaultTo) {
        return use(table, column, true, defaultTo);
    }

    /** What becomes of a value that leaves. */
    public ReplaceEnumSpec map(String from, String to) {
        open();
        mapping.put(from, to);
        return this;
    }

    private ReplaceEnumSpec use(String table, String column, boolean array, @Nullable String defaultTo) {
        open();
        Expression value = defaultTo == null ? null : Expression.of(defaultTo);
        uses.add(new EnumUse(new ColumnRef(Spelling.name(table), column), array, value));
        return this;
    }

    ReplaceEnum operation() {
        return new ReplaceEnum(type, uses, mapping);
    }
}

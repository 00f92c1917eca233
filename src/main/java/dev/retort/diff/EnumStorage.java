package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.expression.AllowedValues;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An enumerated attribute whose rows hold the places of its constants and shall hold their names, or the other way round: {@code ORDINAL} and {@code STRING}
 * of Jakarta Persistence. No cast means that, and only people know whether the constants stood in today's order when the rows were written.
 */
public final class EnumStorage {

    private static final String RULE = "data-dependent-check";

    private EnumStorage() {}

    /** Says what to write; false if neither of the dropped checks counts the places of what the new one names, nor names what it counts. */
    static boolean changed(TablePair pair, List<Check> dropped, Check added, AllowedValues shall, Changes changes) {
        AllowedValues is = dropped.stream()
                .filter(Check::validated)
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .filter(v -> v.column().equals(shall.column()) && v.numbers() != shall.numbers())
                .filter(v -> v.values().size() <= shall.values().size())
                .findFirst()
                .orElse(null);
        Column column = pair.toColumns().get(shall.column());
        if (is == null || column == null || !places(is.numbers() ? is : shall)) {
            return false;
        }
        String table = pair.name().display();
        String using = IntStream.range(0, is.values().size())
                .mapToObj(at -> " WHEN " + SqlText.value(is.values().get(at), is.numbers()) + " THEN "
                        + SqlText.value(shall.values().get(at), shall.numbers()))
                .collect(Collectors.joining("", "CASE " + ReservedWords.quote(shall.column()), " END"));
        RowQuestion rows = changes.rows(pair.name()).holdsAny(shall.column());
        changes.doubt(
                new Warning(
                        RULE,
                        Warning.Level.WARNING,
                        List.of(
                                pair.name().qualified() + "." + added.name(),
                                pair.name().qualified() + "." + shall.column()),
                        "the check " + added.name() + " on " + table + " takes the "
                                + (is.numbers()
                                        ? "names of an enum's constants in "
                                        : "places of an enum's constants in ")
                                + shall.column() + ", which holds their " + (is.numbers() ? "places" : "names")
                                + ": no cast makes the one of the other, so it fails if a row holds a value",
                        "Where the enum's constants stand in this order, and always did, write in place of the change of type: `op.alterColumn("
                                + SqlText.java(table) + ", " + SqlText.java(shall.column()) + ").type("
                                + SqlText.java(column.type().display()) + ").using(" + SqlText.java(using) + ")`"),
                rows,
                null);
        return true;
    }

    /** Whether a warning tells of it: it names the check and its column. */
    public static boolean isToldBy(Warning warning) {
        return warning.rule().equals(RULE) && warning.objects().size() == 2;
    }

    /** Whether the numbers count from 0, as Jakarta Persistence counts constants. */
    static boolean places(AllowedValues numbers) {
        return IntStream.range(0, numbers.values().size())
                .allMatch(place -> numbers.values().get(place).equals(String.valueOf(place)));
    }
}

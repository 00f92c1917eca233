package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ReservedWords;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.expression.AllowedValues;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An enumerated attribute whose rows hold the places of its constants and shall hold their names, or the other way round: {@code ORDINAL} and {@code STRING}
 * of Jakarta Persistence, and Hibernate's named enums. No cast means that, and only people know whether the constants stood in today's order when the rows were written.
 */
final class EnumStorage {

    private static final String RULE = "data-dependent-check";

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    private EnumStorage() {}

    /** Says what to write; false if neither of the dropped checks counts the places of what the new one names, nor names what it counts. */
    static boolean changed(TablePair pair, List<Check> dropped, Check added, AllowedValues shall, Changes changes) {
        AllowedValues is = dropped.stream()
                .filter(Check::validated)
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .filter(v -> v.column().equals(shall.column()) && v.numbers() != shall.numbers())
                // Constants that came at the end have no place to go back to.
                .filter(v -> !v.numbers() || v.values().size() <= shall.values().size())
                .findFirst()
                .orElse(null);
        Column column = pair.toColumns().get(shall.column());
        if (is == null || column == null || !places(is.numbers() ? is : shall)) {
            return false;
        }
        changes.doubt(
                new Warning(
                        RULE,
                        Warning.Level.WARNING,
                        List.of(
                                pair.name().qualified() + "." + added.name(),
                                pair.name().qualified() + "." + shall.column()),
                        "the check " + added.name() + " on " + pair.name().display() + " takes the "
                                + (is.numbers()
                                        ? "names of an enum's constants in "
                                        : "places of an enum's constants in ")
                                + shall.column() + ", which holds their " + (is.numbers() ? "places" : "names")
                                + ": no cast makes the one of the other, so it fails if a row holds a value",
                        "Where the enum's constants stand in this order, and always did, write in place of the change of type: "
                                + using(pair, column, is.values(), is.numbers(), shall.values(), shall.numbers())),
                changes.rows(pair.name()).holdsAny(shall.column()),
                new StoredOtherwise(pair.name(), List.of(shall.column(), String.valueOf(added.name()))));
        return true;
    }

    private static String using(
            TablePair pair,
            Column column,
            List<String> is,
            boolean numbersNow,
            List<String> shall,
            boolean numbersThen) {
        String cases = IntStream.range(0, Math.min(is.size(), shall.size()))
                .mapToObj(at -> " WHEN " + SqlText.value(is.get(at), numbersNow) + " THEN "
                        + SqlText.value(shall.get(at), numbersThen))
                .collect(Collectors.joining("", "CASE " + ReservedWords.quote(column.name()), " END"));
        return Retyped.call(
                pair,
                column.name(),
                column.type().userType() == null
                        ? cases
                        : "(" + cases + ")::" + column.type().display());
    }

    /**
     * Says what to write where a column of places becomes one of a named enum type, or the other way round; false for anything else.
     *
     * @param from the type as it is
     * @param to the type as it shall be
     */
    static boolean named(TablePair pair, String name, SqlType from, SqlType to, Sides sides) {
        EnumType is = labels(from, sides.from());
        EnumType shall = labels(to, sides.to());
        EnumType type = is != null ? is : shall;
        Column column = pair.toColumns().get(name);
        boolean ordinal = is == null ? isWhole(from) : shall == null && isWhole(to);
        boolean words = type != null && type.labels().stream().noneMatch(l -> l.matches("[0-9]+"));
        if (type == null
                || column == null
                || !ordinal
                || !words
                || !isOfPlaces(is == null ? pair.from() : pair.to(), name)) {
            return false;
        }
        List<String> places = IntStream.range(0, type.labels().size())
                .mapToObj(String::valueOf)
                .toList();
        Changes changes = sides.changes();
        changes.doubt(
                new Warning(
                        "needs-using",
                        Warning.Level.WARNING,
                        List.of(pair.name().qualified() + "." + name),
                        pair.name().display() + "." + name + ", " + from.display() + ", becomes " + to.display()
                                + ": it holds the "
                                + (is == null ? "places" : "names") + " of an enum's constants and shall hold their "
                                + (is == null ? "names" : "places")
                                + ", of which no cast makes the one of the other, so it fails if a row holds a value",
                        cure(pair, column, type.labels(), places, is == null)),
                changes.rows(pair.name()).holdsAny(name),
                new StoredOtherwise(pair.name(), List.of(name)));
        return true;
    }

    /** The order by names is the one that Hibernate gives a named enum, whatever order the constants have in Java: which place is whose only people know then. */
    private static String cure(TablePair pair, Column column, List<String> labels, List<String> places, boolean named) {
        boolean byNames = labels.size() > 1 && labels.stream().sorted().toList().equals(labels);
        List<String> constants = byNames && named ? Collections.nCopies(labels.size(), "…") : labels;
        List<String> counted = byNames && !named ? Collections.nCopies(labels.size(), "…") : places;
        return (byNames
                        ? "Write in place of the change of type, with "
                                + (named ? "the constant of each place" : "the place of each constant")
                                + " in the Java enum, as the type has them in the order of their names: "
                        : "Where the constants stand in this order in the Java enum, write in place of the change of type: ")
                + (named
                        ? using(pair, column, counted, true, constants, false)
                        : using(pair, column, constants, false, counted, true));
    }

    /** Whether no check says that the numbers are anything but places counted from 0. */
    private static boolean isOfPlaces(Table table, String column) {
        return table.checks().stream()
                .flatMap(c -> AllowedValues.of(c.expression()).stream())
                .filter(v -> v.column().equals(column) && v.numbers())
                .allMatch(EnumStorage::places);
    }

    /** Whether a column's values are all among those of a named enum type that it becomes, as a check has it; or it was one, and the check takes all of its values. */
    static boolean isSure(TablePair pair, String column, SqlType from, SqlType to, Sides sides) {
        EnumType is = labels(from, sides.from());
        EnumType shall = labels(to, sides.to());
        EnumType type = is != null ? is : shall;
        if (type == null || !TypeCasts.isString(is == null ? from : to)) {
            return false;
        }
        return (is == null ? pair.from() : pair.to())
                .checks().stream()
                        .filter(Check::validated)
                        .flatMap(c -> AllowedValues.of(c.expression()).stream())
                        .filter(v -> v.column().equals(column) && !v.numbers())
                        .anyMatch(v -> is == null
                                ? type.labels().containsAll(v.values())
                                : v.values().containsAll(type.labels()));
    }

    /** Whether a check of new values has nothing to say beside the change of the column's type, which a named enum is on one of the two sides. */
    static boolean isToldByType(TablePair pair, AllowedValues shall, Sides sides) {
        Column is = pair.fromColumns().get(shall.column());
        Column then = pair.toColumns().get(shall.column());
        EnumType type = is == null ? null : labels(is.type(), sides.from());
        return type != null
                && then != null
                && (shall.numbers()
                        ? isWhole(then.type())
                                && places(shall)
                                && shall.values().size() >= type.labels().size()
                        : TypeCasts.isString(then.type()) && shall.values().containsAll(type.labels()));
    }

    private static @Nullable EnumType labels(SqlType type, Schema schema) {
        return type.array() || type.userType() == null ? null : schema.enums().get(type.userType());
    }

    private static boolean isWhole(SqlType type) {
        return type.userType() == null && !type.array() && WHOLE.contains(type.base());
    }

    /** Whether the numbers count from 0, as Jakarta Persistence counts constants. */
    static boolean places(AllowedValues numbers) {
        return IntStream.range(0, numbers.values().size())
                .allMatch(place -> numbers.values().get(place).equals(String.valueOf(place)));
    }
}

package dev.retort.diff;

import dev.retort.operation.DomainChange;
import dev.retort.operation.Warning;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be said where a domain asks more than before of the values that columns hold already. */
final class DomainRows {

    private DomainRows() {}

    static void warn(Domain is, Domain shall, Sides sides) {
        if (Narrowing.narrows(is.base(), shall.base())) {
            each(is, sides, (rows, column) -> {
                String unfit =
                        column.direct() ? Narrowing.unfit(rows.column(column.name()), is.base(), shall.base()) : null;
                say(
                        new Warning(
                                Narrowing.RULE,
                                Warning.Level.WARNING,
                                List.of(is.name().qualified(), column.object()),
                                "the domain " + is.name().display() + ", "
                                        + is.base().display() + ", becomes "
                                        + shall.base().display() + " in " + column.display() + ": "
                                        + Narrowing.consequence(is.base(), shall.base()),
                                column.values()),
                        unfit == null ? null : rows.does(unfit, "row does not fit", "rows do not fit"),
                        sides);
            });
        }
        for (DomainChange change : DomainDiffer.changes(is, shall)) {
            if (change instanceof DomainChange.AddCheck add && add.check().validated()) {
                String sql = add.check().expression().sql();
                each(is, sides, (rows, column) -> {
                    String name = String.valueOf(add.check().name());
                    say(
                            new Warning(
                                    "data-dependent-check",
                                    Warning.Level.WARNING,
                                    List.of(is.name().qualified() + "." + name, column.object()),
                                    "the check " + name + " on the domain "
                                            + is.name().display() + " fails if a value in " + column.display()
                                            + " does not satisfy `" + sql + "`",
                                    column.values()),
                            column.direct()
                                            && !sides.impact().castsToReplaced(sql)
                                            && EnumPlaces.freshIn(sql, sides).isEmpty()
                                    ? rows.does(
                                            "EXISTS (SELECT FROM (SELECT " + rows.column(column.name())
                                                    + " AS value) AS v WHERE NOT (" + sql + "))",
                                            "row breaks it",
                                            "rows break it")
                                    : null,
                            sides);
                });
            } else if (change instanceof DomainChange.SetNullable set && !set.nullable()) {
                each(
                        is,
                        sides,
                        (rows, column) -> say(
                                new Warning(
                                        "data-dependent-not-null",
                                        Warning.Level.WARNING,
                                        List.of(is.name().qualified(), column.object()),
                                        "the domain " + is.name().display() + " becomes required: it fails if "
                                                + column.display() + " holds null",
                                        column.values()),
                                column.direct() ? rows.holdsNull(column.name()) : null,
                                sides));
            }
        }
    }

    private static void say(Warning warning, @Nullable RowQuestion rows, Sides sides) {
        String cure = rows == null ? warning.cure() : "See them with `" + rows.list() + "`";
        sides.changes()
                .doubt(
                        new Warning(warning.rule(), warning.level(), warning.objects(), warning.message(), cure),
                        rows,
                        null);
    }

    /** The columns that stay and hold the domain. */
    private static void each(Domain domain, Sides sides, Sayer sayer) {
        for (Table table : sides.from().allTables()) {
            Table target = sides.to().tables().get(table.name());
            if (target == null) {
                continue;
            }
            table.columns().stream()
                    .filter(column -> DomainRests.isOf(column.type(), domain.name(), sides.from())
                            && target.column(column.name()).isPresent())
                    .forEach(column -> sayer.say(
                            sides.changes().rows(table.name()),
                            new Place(
                                    table.name(),
                                    column.name(),
                                    isDirect(column.type(), domain, sides),
                                    sides.changes().rows(table.name()).values(column.name()))));
        }
    }

    private static boolean isDirect(SqlType type, Domain domain, Sides sides) {
        if (type.array() || type.userType() == null) {
            return false;
        }
        Domain of = sides.from().domains().get(type.userType());
        return domain.name().equals(type.userType()) || (of != null && isDirect(of.base(), domain, sides));
    }

    private interface Sayer {
        void say(RowQuestions rows, Place place);
    }

    private record Place(ObjectName table, String name, boolean direct, String question) {

        /** Where no condition reaches into arrays and rows. */
        String values() {
            return "See what it holds with `" + question + "`";
        }

        String object() {
            return table.qualified() + "." + name;
        }

        String display() {
            return table.display() + "." + name;
        }
    }
}

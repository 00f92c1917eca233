package dev.retort.diff;

import dev.retort.schema.Check;
import dev.retort.schema.Column;
import dev.retort.schema.Domain;
import dev.retort.schema.Exclusion;
import dev.retort.schema.Expression;
import dev.retort.schema.Extra;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Types that no column has and that something speaks of all the same: an expression casts to it, or a function takes it. */
final class SpokenTypes {

    private SpokenTypes() {}

    /** Whether anything but columns and types holds on to the type. */
    static boolean isSpokenOf(ObjectName type, Schema schema) {
        return schema.extras().stream().anyMatch(e -> isOver(e, type))
                || Stream.of(
                                schema.tables().values().stream().flatMap(SpokenTypes::sql),
                                schema.domains().values().stream().flatMap(SpokenTypes::sql),
                                schema.views().values().stream().map(View::query))
                        .flatMap(s -> s)
                        .anyMatch(sql -> Impact.castTypes(sql).anyMatch(type.name()::equals));
    }

    private static boolean isOver(Extra extra, ObjectName type) {
        return extra.kind() == Extra.Kind.TYPE_USE
                ? type.equals(extra.table())
                : extra.uses().stream().anyMatch(use -> use.table().equals(type));
    }

    private static Stream<String> sql(Domain domain) {
        return Stream.concat(sql(domain.defaultValue()), checks(domain.checks()));
    }

    private static Stream<String> sql(Table table) {
        return Stream.of(
                        table.columns().stream().flatMap(SpokenTypes::sql),
                        checks(table.checks()),
                        table.exclusions().stream().map(Exclusion::definition),
                        table.indexes().stream().flatMap(SpokenTypes::sql))
                .flatMap(s -> s);
    }

    private static Stream<String> sql(Column column) {
        return Stream.concat(
                sql(column.defaultValue()),
                column.generated() == null
                        ? Stream.empty()
                        : sql(column.generated().expression()));
    }

    private static Stream<String> sql(Index index) {
        return Stream.concat(index.keys().stream().flatMap(key -> sql(key.expression())), sql(index.predicate()));
    }

    private static Stream<String> checks(List<Check> checks) {
        return checks.stream().flatMap(check -> sql(check.expression()));
    }

    private static Stream<String> sql(@Nullable Expression expression) {
        return Stream.ofNullable(expression).map(Expression::sql);
    }
}

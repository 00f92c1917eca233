package dev.retort.sql;

import dev.retort.operation.DropView;
import dev.retort.schema.View;

/** Spells views. */
final class ViewSql {

    private ViewSql() {}

    static Statement create(View view) {
        return Statement.of("CREATE " + word(view.materialized()) + " " + SqlWriter.name(view.name()) + " AS\n"
                + Verbatim.statement(view.query()));
    }

    static Statement drop(DropView operation) {
        return Statement.of("DROP " + word(operation.materialized()) + " " + SqlWriter.name(operation.view()));
    }

    private static String word(boolean materialized) {
        return materialized ? "MATERIALIZED VIEW" : "VIEW";
    }
}

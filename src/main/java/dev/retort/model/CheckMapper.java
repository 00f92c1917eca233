package dev.retort.model;

import dev.retort.schema.Check;
import dev.retort.schema.Expression;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Maps checks: those of columns, which Hibernate prints as one where they have no name, of the table, and inside structs and JSON documents. */
final class CheckMapper {

    private final Reading reading;
    private final AggregateChecks aggregates;
    private final StructsReadAsDocuments mixed;

    CheckMapper(Reading reading) {
        this.reading = reading;
        this.aggregates = new AggregateChecks(reading.dialect());
        this.mixed = new StructsReadAsDocuments(reading);
    }

    /** The checks of columns in their order, then those of the table. */
    List<Check> map(Table table, ObjectName name, Comparator<String> place) {
        List<Check> checks = new ArrayList<>();
        List<Column> columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparing(reading.names()::column, place));
        for (Column column : columns) {
            ofColumn(stated(column, name), name, checks);
        }
        for (CheckConstraint check : table.getChecks()) {
            checks.add(check(check, name));
        }
        for (Column column : table.getColumns()) {
            if (column instanceof AggregateColumn aggregate && !mixed.look(aggregate, name)) {
                aggregates.of(aggregate).ifPresent(sql -> checks.add(Check.of(null, sql)));
            }
        }
        return checks;
    }

    /** Without the check that Hibernate makes of a discriminator that has no value yet, {@code kind in ()}, which PostgreSQL cannot read. */
    private List<CheckConstraint> stated(Column column, ObjectName table) {
        String ofNothing = column.getQuotedName(reading.dialect()) + " in ()";
        List<CheckConstraint> stated = new ArrayList<>(column.getCheckConstraints());
        if (stated.removeIf(check -> check.getConstraint().equals(ofNothing))) {
            String entity = reading.attributions().originOf(table);
            reading.note(
                    "no-concrete-entity",
                    table.display(),
                    entity + " is abstract and no entity extends it, so its table can hold no row, and the check of "
                            + reading.names().column(column) + " is left out: it would allow no value.",
                    "It comes with the revision for the first entity that extends " + entity + ".");
        }
        return stated;
    }

    private void ofColumn(List<CheckConstraint> stated, ObjectName table, List<Check> checks) {
        List<CheckConstraint> anonymous =
                stated.stream().filter(CheckConstraint::isAnonymous).toList();
        if (anonymous.size() == 1) {
            checks.add(check(anonymous.get(0), table));
        } else if (!anonymous.isEmpty()) {
            checks.add(Check.of(
                    null,
                    anonymous.stream()
                            .map(CheckConstraint::getConstraintInParens)
                            // Bean Validation's come in the order of a hash: this one is the same in each run, the
                            // lower bound first.
                            .sorted(Comparator.reverseOrder())
                            .collect(Collectors.joining(" and "))));
        }
        stated.stream().filter(CheckConstraint::isNamed).forEach(check -> checks.add(check(check, table)));
    }

    private Check check(CheckConstraint check, ObjectName table) {
        return new Check(name(check), Expression.of(check.getConstraint()), noInherit(check, table), true);
    }

    private @Nullable String name(CheckConstraint check) {
        String name = check.getName();
        return name == null || name.isBlank() ? null : reading.names().printed(name);
    }

    /** A new table's checks are valid whatever they say about it, so {@code NOT VALID} means nothing here. */
    private boolean noInherit(CheckConstraint check, ObjectName table) {
        String options = LineMembers.options(check);
        SqlTokens tokens = new SqlTokens(options == null ? "" : options);
        boolean noInherit = false;
        while (!tokens.atEnd()) {
            if (tokens.accept("NO", "INHERIT")) {
                noInherit = true;
            } else if (!tokens.accept("NOT", "VALID") && !tokens.accept("ENFORCED")) {
                reading.note(
                        "check-options",
                        table.display(),
                        "A check of " + reading.attributions().originOf(table) + " has the options '" + tokens.rest()
                                + "', which are left aside.",
                        "Write them into a revision by hand where they matter.");
            }
        }
        return noInherit;
    }
}

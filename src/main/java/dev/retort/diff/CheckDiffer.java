package dev.retort.diff;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Check;
import dev.retort.schema.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The check constraints of a table. */
final class CheckDiffer {

    private CheckDiffer() {}

    static void diff(TablePair pair, Sides sides) {
        ObjectName table = pair.name();
        Changes changes = sides.changes();
        NamedDiff<Check> diff = NamedDiff.of(
                pair.from().checks(),
                pair.to().checks(),
                Check::name,
                (is, shall) -> definition(is).equals(definition(shall))
                        && (is.validated() == shall.validated() || shall.validated())
                        && !sides.impact().unsettles(table, is.expression().sql()));
        Set<String> taken =
                diff.added().stream().map(c -> String.valueOf(c.name())).collect(Collectors.toSet());
        for (Check check : diff.dropped()) {
            String name = String.valueOf(check.name());
            Phase phase =
                    !taken.contains(name) && proves(check, pair) ? Phase.DROP_PROVING_CHECK : Phase.DROP_CONSTRAINT;
            changes.add(phase, new DropConstraint(table, name));
        }
        for (Check check : diff.added()) {
            changes.add(Phase.ADD_CHECK, new AddConstraint(table, check));
            boolean proved = diff.dropped().stream()
                    .anyMatch(d -> d.validated() && definition(d).equals(definition(check)));
            if (check.validated() && !proved && !EnumChecks.changed(pair, diff.dropped(), check, sides)) {
                DataWarnings.check(pair, check, sides);
            }
        }
        diff.kept().stream()
                .filter(p -> !p.from().validated() && p.to().validated())
                .forEach(p -> changes.add(
                        Phase.VALIDATE_CONSTRAINT, new ValidateConstraint(table, String.valueOf(p.to().name()))));
        diff.renamed(Check::name, c -> c.withName(null))
                .forEach(p -> ConstraintHint.add(
                        pair, String.valueOf(p.from().name()), String.valueOf(p.to().name()), changes));
    }

    private static List<Object> definition(Check check) {
        return List.of(check.expression(), check.noInherit(), check.enforced());
    }

    /** Whether the check may spare a {@code SET NOT NULL} of this difference its scan of the table. */
    private static boolean proves(Check check, TablePair pair) {
        String sql = check.expression().sql();
        return check.validated()
                && sql.toLowerCase(Locale.ROOT).contains("is not null")
                && Identifiers.in(sql).stream().anyMatch(pair::becomesRequired);
    }
}

package dev.retort.cli;

import dev.retort.DatabaseException;
import dev.retort.RefusedException;
import dev.retort.RetortException;
import dev.retort.cli.output.Ink;
import dev.retort.cli.output.Part;
import dev.retort.cli.output.Terminal;
import dev.retort.command.tenant.Outcome;
import dev.retort.command.tenant.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says at the end which tenants failed and why, an error that several have in common once. */
final class TenantSummary {

    private final RetortCommand retort;
    private final Terminal terminal;
    private final boolean counted;

    TenantSummary(RetortCommand retort) {
        this(retort, false);
    }

    private TenantSummary(RetortCommand retort, boolean counted) {
        this.retort = retort;
        this.terminal = retort.terminal();
        this.counted = counted;
    }

    /** The same where the target counts from where each tenant stands, so that nothing can be run again for all of them. */
    static TenantSummary ofCounted(RetortCommand retort) {
        return new TenantSummary(retort, true);
    }

    /** Shows the errors, and returns the exit code: 3 where a database failed, else that of the first error. */
    int failures(List<Outcome> outcomes) {
        Map<String, List<Outcome>> same = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.failure() != null) {
                same.computeIfAbsent(String.valueOf(outcome.failure().getMessage()), text -> new ArrayList<>())
                        .add(outcome);
            }
        }
        int code = Subcommand.DONE;
        for (List<Outcome> together : same.values()) {
            RetortException failure = together.get(0).failure();
            if (failure != null) {
                print(
                        failure,
                        TenantNames.of(together.stream().map(Outcome::tenant).toList()));
                code = code == Subcommand.DONE || failure instanceof DatabaseException ? failure.exitCode() : code;
            }
        }
        return code;
    }

    /** Where something has to be done first, or the way was counted, the others are not to be taken along. */
    private void print(RetortException failure, TenantNames names) {
        boolean alone = counted || failure instanceof RefusedException;
        (alone ? names.errors(retort) : names.errorsOfRun(retort))
                .print(
                        names + ": " + failure.failure(),
                        failure.reason(),
                        alone ? names.completed(failure.cure()) : failure.cure());
    }

    /** The last line: how many of what, how long, and who did it. */
    void sum(String done, List<Outcome> outcomes, int thereAlready, int all, String took) {
        List<Tenant> failed = outcomes.stream()
                .filter(outcome -> outcome.failure() != null)
                .map(Outcome::tenant)
                .toList();
        int good = outcomes.size() - failed.size();
        String roles = outcomes.stream()
                .map(Outcome::role)
                .filter(role -> !role.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        int notBegun = all - thereAlready - outcomes.size();
        terminal.remark(
                new Part(failed.isEmpty() ? Ink.GOOD : Ink.WARNING, done + " "),
                Part.plain(good + " of " + Shown.count(all, "tenant") + " in " + took
                        + (roles.isEmpty() ? "" : Account.as(roles))
                        + (thereAlready == 0 ? "" : "; " + thereAlready + " stood there already")
                        + (failed.isEmpty() ? "" : "; " + failed.size() + " failed: " + TenantNames.of(failed))
                        + (notBegun == 0 ? "" : "; " + notBegun + " not begun")));
    }

    static String place(Collection<String> rows) {
        return rows.isEmpty() ? "<base>" : String.join(", ", rows);
    }
}

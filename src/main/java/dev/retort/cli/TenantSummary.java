package dev.retort.cli;

import dev.retort.DatabaseException;
import dev.retort.cli.output.ErrorPrinter;
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

/** Says at the end which tenants failed and why, an error that several have in common once. */
final class TenantSummary {

    /** So many tenants are named together. */
    private static final int NAMED = 20;

    private final Terminal terminal;
    private final ErrorPrinter errors;

    TenantSummary(Terminal terminal, ErrorPrinter errors) {
        this.terminal = terminal;
        this.errors = errors;
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
            var failure = together.get(0).failure();
            if (failure != null) {
                errors.print(
                        names(together.stream().map(Outcome::tenant).toList()) + ": " + failure.failure(),
                        failure.reason(),
                        failure.cure());
                code = code == Subcommand.DONE || failure instanceof DatabaseException ? failure.exitCode() : code;
            }
        }
        return code;
    }

    /** The last line: how many of what. */
    void sum(String done, List<Outcome> outcomes, int thereAlready, int all, String took) {
        List<Tenant> failed = outcomes.stream()
                .filter(outcome -> outcome.failure() != null)
                .map(Outcome::tenant)
                .toList();
        int good = outcomes.size() - failed.size();
        int notBegun = all - thereAlready - outcomes.size();
        terminal.remark(
                new Part(failed.isEmpty() ? Ink.GOOD : Ink.WARNING, done + " "),
                Part.plain(good + " of " + Shown.count(all, "tenant") + " in " + took
                        + (thereAlready == 0 ? "" : "; " + thereAlready + " stood there already")
                        + (failed.isEmpty() ? "" : "; " + failed.size() + " failed: " + names(failed))
                        + (notBegun == 0 ? "" : "; " + notBegun + " not begun")));
    }

    static String names(List<Tenant> tenants) {
        List<String> names = tenants.stream().limit(NAMED).map(Tenant::name).toList();
        return String.join(", ", names) + (tenants.size() > NAMED ? " and " + (tenants.size() - NAMED) + " more" : "");
    }

    static String place(Collection<String> rows) {
        return rows.isEmpty() ? "<base>" : String.join(", ", rows);
    }
}

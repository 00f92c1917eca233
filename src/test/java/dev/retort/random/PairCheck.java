package dev.retort.random;

import dev.retort.catalog.Scope;
import dev.retort.diff.Difference;
import dev.retort.diff.Renames;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.scenario.PgDump;
import dev.retort.scenario.ScenarioDatabase;
import dev.retort.scenario.Sorted;
import dev.retort.schema.Schema;
import dev.retort.sql.SqlRenderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold for a pair of schemas, on a real server. */
final class PairCheck {

    private final ScenarioDatabase before;
    private final ScenarioDatabase after;
    private final Optional<Path> pgDump;

    /** The differences of the pair that was checked last. */
    Difference up;

    Difference down;

    private String stage = "";

    PairCheck(ScenarioDatabase before, ScenarioDatabase after) throws Exception {
        this.before = before;
        this.after = after;
        this.pgDump = PgDump.program(before.connection());
    }

    /** The first thing that does not hold, or null. */
    Failure check(Pair pair) {
        try {
            return run(pair);
        } catch (Exception | StackOverflowError e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            if (!(e instanceof java.sql.SQLException)) {
                message = e.getClass().getSimpleName() + " " + message + at(e);
            }
            return new Failure(stage, message);
        }
    }

    private static String at(Throwable e) {
        StringBuilder at = new StringBuilder();
        for (StackTraceElement element : e.getStackTrace()) {
            if (at.length() < 500) {
                at.append("\n    at ").append(element);
            }
        }
        return at.toString();
    }

    private Failure run(Pair pair) throws Exception {
        stage = "load the first schema";
        before.load(pair.script(Side.A));
        stage = "load the second schema";
        after.load(pair.script(Side.B));
        stage = "read";
        Schema from = before.read(Scope.ALL);
        Schema to = after.read(Scope.ALL);
        stage = "compare";
        up = SchemaDiffer.diff(from, to, Renames.NONE);
        down = SchemaDiffer.diff(to, from, Renames.NONE);
        nothing("a phantom in the first schema", from, from);
        nothing("a phantom in the second schema", to, to);

        KeptRows kept = KeptRows.of(from, to);
        List<String> rows = kept.read(before.connection());
        stage = "upgrade";
        before.apply(up.operations());
        stage = "read what the upgrade made";
        Schema migrated = before.read(Scope.ALL);
        Failure failure = same("upgrade", migrated, to);
        if (failure == null && !up.isEmpty() && pgDump.isPresent()) {
            failure = equal("dump after the upgrade", dump(before), dump(after));
        }
        if (failure == null) {
            failure = equal("rows after the upgrade", kept.read(before.connection()), rows);
        }
        if (failure == null) {
            stage = "downgrade";
            before.apply(down.operations());
            stage = "read what the downgrade made";
            failure = same("downgrade", before.read(Scope.ALL), from);
        }
        if (failure == null) {
            failure = equal("rows after the downgrade", kept.read(before.connection()), rows);
        }
        if (failure == null) {
            stage = "downgrade of the second schema";
            after.apply(down.operations());
            failure = same("downgrade of the second schema", after.read(Scope.ALL), from);
        }
        return failure;
    }

    private List<String> dump(ScenarioDatabase database) throws Exception {
        return PgDump.dump(pgDump.orElseThrow(), database.connection());
    }

    private static void nothing(String what, Schema schema, Schema same) {
        List<Operation> operations =
                SchemaDiffer.diff(schema, same, Renames.NONE).operations();
        if (!operations.isEmpty()) {
            throw new IllegalStateException(what + ": " + summaries(operations));
        }
    }

    private static Failure same(String way, Schema is, Schema shall) {
        Difference left = SchemaDiffer.diff(is, shall, Renames.NONE);
        if (!left.isEmpty()) {
            return new Failure("difference after the " + way, summaries(left.operations()));
        }
        Schema sortedIs = Sorted.of(is);
        Schema sortedShall = Sorted.of(shall);
        return sortedIs.equals(sortedShall)
                ? null
                : equal("catalog after the " + way, lines(sortedIs), lines(sortedShall));
    }

    private static List<String> lines(Schema schema) {
        List<String> lines = new ArrayList<>();
        schema.allTables().forEach(t -> {
            t.columns().forEach(c -> lines.add(t.name() + " " + c));
            t.constraints().forEach(c -> lines.add(t.name() + " " + c));
            t.indexes().forEach(c -> lines.add(t.name() + " " + c));
            lines.add(t.name() + " " + t.options() + " " + t.comment());
        });
        lines.add(schema.namespaces().toString());
        schema.sequences().values().forEach(s -> lines.add(s.toString()));
        schema.enums().values().forEach(s -> lines.add(s.toString()));
        schema.composites().values().forEach(s -> lines.add(s.toString()));
        schema.domains().values().forEach(s -> lines.add(s.toString()));
        schema.views().values().forEach(s -> lines.add(s.toString()));
        schema.casts().forEach(s -> lines.add(s.toString()));
        schema.comments().forEach((t, c) -> lines.add(t + " " + c));
        return lines;
    }

    private static Failure equal(String what, List<String> is, List<String> shall) {
        if (is.equals(shall)) {
            return null;
        }
        List<String> more = new ArrayList<>(is);
        shall.forEach(more::remove);
        List<String> less = new ArrayList<>(shall);
        is.forEach(less::remove);
        return new Failure(
                what,
                "differs\n  is:    " + String.join("\n         ", more) + "\n  shall: "
                        + String.join("\n         ", less));
    }

    private static String summaries(List<Operation> operations) {
        return String.join("; ", operations.stream().map(Operation::summary).toList());
    }

    /** The statements of a difference. */
    static String sql(Difference difference) {
        StringBuilder text = new StringBuilder();
        difference.operations().forEach(o -> SqlRenderer.render(o)
                .forEach(s -> text.append("  ").append(s.sql()).append(";\n")));
        return text.toString();
    }
}

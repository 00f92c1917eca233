package dev.retort.random.model;

import dev.retort.catalog.Canonical;
import dev.retort.catalog.Canonicalizer;
import dev.retort.catalog.Scope;
import dev.retort.command.proof.RowSeeder;
import dev.retort.diff.Answering;
import dev.retort.diff.Answers;
import dev.retort.diff.Completed;
import dev.retort.diff.Completion;
import dev.retort.diff.Difference;
import dev.retort.diff.DowngradeWarnings;
import dev.retort.diff.Interview;
import dev.retort.diff.LeavingValues;
import dev.retort.diff.Naming;
import dev.retort.diff.Questioner;
import dev.retort.diff.Renames;
import dev.retort.diff.RequiredColumn;
import dev.retort.diff.SchemaDiffer;
import dev.retort.model.HibernateCreation;
import dev.retort.model.Model;
import dev.retort.model.ModelReader;
import dev.retort.model.ModelRequest;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.random.Dice;
import dev.retort.random.Failure;
import dev.retort.random.Side;
import dev.retort.runtime.SqlSession;
import dev.retort.scenario.ScenarioDatabase;
import dev.retort.schema.ColumnRef;
import dev.retort.schema.ObjectName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** What must hold for a pair of models, on a real server. */
final class ModelCheck {

    private final ScenarioDatabase ours;
    private final ScenarioDatabase theirs;
    private final int version;

    /** The ways of the pair that was checked last. */
    Difference up;

    Difference down;

    private String stage = "";

    ModelCheck(ScenarioDatabase ours, ScenarioDatabase theirs, int version) {
        this.ours = ours;
        this.theirs = theirs;
        this.version = version;
    }

    /** The first thing that does not hold, or null. */
    Failure check(ModelPair pair, Path classes) {
        up = new Difference(List.of(), List.of(), List.of());
        down = up;
        try {
            run(pair, classes);
            return null;
        } catch (Broken e) {
            return new Failure(stage, e.getMessage());
        } catch (Exception | AssertionError | StackOverflowError e) {
            StringBuilder message = new StringBuilder(e.getMessage() == null ? e.toString() : e.getMessage());
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                message.append("\n  ").append(cause);
            }
            List.of(e.getStackTrace())
                    .subList(0, Math.min(12, e.getStackTrace().length))
                    .forEach(at -> message.append("\n    at ").append(at));
            return new Failure(stage, message.toString());
        }
    }

    /** Something does not hold. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /** Both ways between a database and a model. */
    private record Way(Schema actual, Schema wanted, Answers answers, Difference up, Difference down) {}

    private void run(ModelPair pair, Path classes) throws Exception {
        ModelRequest before = request(pair, classes, Side.A);
        stage = "read the first model";
        Model first = new ModelReader().read(before);
        stage = "Hibernate creates the first model";
        created(before, first);
        stage = "create the first model";
        ours.load("");
        createFirst(first);
        stage = "Hibernate validates the first model";
        HibernateCreation.validate(before, ours.database());
        if (pair.isStill()) {
            return;
        }
        ModelRequest after = request(pair, classes, Side.B);
        stage = "read the second model";
        Model second = new ModelReader().read(after);
        stage = "Hibernate creates the second model";
        created(after, second);
        stage = "seed";
        Schema start = ours.read(Scope.ALL);
        seed(start);
        stage = "compare";
        Way way = way(ours, second, new Reply(new Dice(-pair.seed())));
        up = way.up();
        down = way.down();
        edit(way, first, second, after);
    }

    private void edit(Way way, Model first, Model second, ModelRequest after) throws Exception {
        RowsKept kept = new RowsKept(way.actual(), way.wanted(), way.up().operations(), answered(way));
        List<String> rows = kept.before(ours.connection());
        stage = "upgrade";
        // What an answer fills is its own affair: the proof of a revision tries it on rows.
        boolean answered = !way.answers().backfills().isEmpty()
                || !way.answers().mappings().isEmpty();
        boolean filled = apply(way.up().operations(), way.up().warnings(), answered);
        if (!filled) {
            stage = "upgrade without rows";
            ours.load("");
            createFirst(first);
            ours.apply(way.up().operations());
        }
        stage = "difference after the upgrade";
        same(ours, second);
        stage = "Hibernate validates the second model";
        HibernateCreation.validate(after, ours.database());
        stage = "rows after the upgrade";
        if (filled) {
            equal(kept.after(ours.connection()), rows);
        }
        Schema upgraded = ours.read(Scope.ALL);
        stage = "downgrade";
        List<Warning> warnings = new ArrayList<>(way.down().warnings());
        warnings.addAll(DowngradeWarnings.of(way.up(), way.down()));
        boolean back = apply(way.down().operations(), warnings, false);
        if (!back) {
            stage = "downgrade without rows";
            ours.load("");
            createFirst(first);
            ours.apply(way.up().operations());
            ours.apply(way.down().operations());
        }
        stage = "difference after the downgrade";
        Schema end = ours.read(Scope.ALL);
        nothing(SchemaDiffer.diff(end, way.actual(), Renames.NONE));
        stage = "rows after the downgrade";
        if (filled && back) {
            equal(kept.before(ours.connection()), rows);
        }
        stage = "second upgrade";
        if (apply(way.up().operations(), way.up().warnings(), answered)) {
            nothing(SchemaDiffer.diff(ours.read(Scope.ALL), upgraded, Renames.NONE));
        }
    }

    private ModelRequest request(ModelPair pair, Path classes, Side side) {
        return new ModelRequest(List.of(classes), List.of(pair.packageName(side)), pair.settings(), version);
    }

    /** What Hibernate makes of a model is what we read of it. */
    private void created(ModelRequest request, Model model) throws SQLException {
        theirs.load("");
        HibernateCreation.create(request, theirs.database());
        same(theirs, model);
    }

    private void createFirst(Model model) throws SQLException {
        Way way = way(ours, model, Questioner.NOBODY);
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : way.up().operations()) {
            operations.add(operation);
            if (operation instanceof CreateTable create) {
                model.initCommands().getOrDefault(create.table().name(), List.of()).stream()
                        .map(Execute::new)
                        .forEach(operations::add);
            }
        }
        ours.apply(operations);
        same(ours, model);
    }

    private void seed(Schema schema) {
        try (SqlSession session = SqlSession.open(ours.database())) {
            RowSeeder.seed(session, schema);
        }
    }

    private static Way way(ScenarioDatabase database, Model model, Questioner questioner) {
        Schema actual = database.read(Scope.ALL);
        Interview interview = new Interview(questioner);
        Way way = round(database, actual, model, Answers.NONE);
        for (Optional<Answers> more = interview.ask(way.up().doubts(), Answers.NONE);
                more.isPresent();
                more = interview.ask(way.up().doubts(), way.answers())) {
            way = round(database, actual, model, more.get());
        }
        interview.end();
        if (questioner == Questioner.NOBODY) {
            return way;
        }
        Answers filled = Reply.fill(way.up(), way.wanted(), way.answers());
        return filled.equals(way.answers()) ? way : round(database, actual, model, filled);
    }

    private static Way round(ScenarioDatabase database, Schema actual, Model model, Answers answers) {
        Renames renames = answers.renames().expand(actual, model.schema());
        Canonical canonical = Canonicalizer.canonicalize(
                model.schema(), renames.applyTo(actual, model.schema()), database.database());
        // A check that reads an attribute which its composite type is yet to get is told, and swapped.
        boolean struct = !model.schema().composites().equals(actual.composites());
        if (!canonical.notCompared().isEmpty() && !struct) {
            throw new Broken("not compared: " + canonical.notCompared());
        }
        Completed completed =
                Completion.complete(canonical.schema(), actual, Naming.POSTGRESQL, renames, names(actual));
        Answering.Answered answered =
                Answering.compare(actual, completed.schema(), renames, answers, difference -> difference);
        return new Way(actual, completed.schema(), answers, answered.up(), answered.down());
    }

    /** Everything that is there was made by a revision. */
    private static Set<ObjectName> names(Schema schema) {
        Set<ObjectName> names = new HashSet<>();
        schema.namespaces().forEach(n -> names.add(new ObjectName(n, n)));
        names.addAll(schema.tables().keySet());
        names.addAll(schema.sequences().keySet());
        names.addAll(schema.enums().keySet());
        names.addAll(schema.composites().keySet());
        names.addAll(schema.domains().keySet());
        names.addAll(schema.views().keySet());
        return names;
    }

    private static void same(ScenarioDatabase database, Model model) {
        Way way = way(database, model, Questioner.NOBODY);
        nothing(way.up());
        nothing(way.down());
    }

    private static void nothing(Difference difference) {
        if (!difference.isEmpty()) {
            throw new Broken("differs: "
                    + difference.operations().stream()
                            .map(o -> o.getClass().getSimpleName())
                            .sorted()
                            .distinct()
                            .toList()
                    + "\n" + Statements.of(difference).indent(2));
        }
    }

    private static void equal(List<String> is, List<String> shall) {
        if (!is.equals(shall)) {
            List<String> more = new ArrayList<>(is);
            more.removeAll(shall);
            List<String> less = new ArrayList<>(shall);
            less.removeAll(is);
            throw new Broken("is " + more + "\n  for " + less);
        }
    }

    /** Whether the operations ran; where rows stand in the way, somebody must have been told. */
    private boolean apply(List<Operation> operations, List<Warning> warnings, boolean answered) throws SQLException {
        ours.connection().setAutoCommit(false);
        try {
            ours.apply(operations);
            ours.connection().commit();
            return true;
        } catch (SQLException e) {
            ours.connection().rollback();
            String state = String.valueOf(e.getCause() instanceof SQLException c ? c.getSQLState() : e.getSQLState());
            if (!state.startsWith("22") && !state.startsWith("23")) {
                throw e;
            }
            String table = e.getCause() instanceof PSQLException p && p.getServerErrorMessage() != null
                    ? p.getServerErrorMessage().getTable()
                    : null;
            if (!answered
                    && warnings.stream()
                            .flatMap(w -> w.objects().stream())
                            .noneMatch(o -> table == null || o.contains(table))) {
                throw new Broken("nobody was told of " + e.getMessage() + "\n  warnings: " + warnings);
            }
            return false;
        } finally {
            ours.connection().setAutoCommit(true);
        }
    }

    /** Columns whose rows answers change. */
    private static Set<ColumnRef> answered(Way way) {
        Set<ColumnRef> columns = new HashSet<>();
        Difference open = SchemaDiffer.diff(
                way.actual(), way.wanted(), way.answers().renames().expand(way.actual(), way.wanted()));
        open.gaps(RequiredColumn.class)
                .forEach(g -> columns.add(new ColumnRef(g.table(), g.column().name())));
        for (LeavingValues gap : open.gaps(LeavingValues.class)) {
            for (Table table : way.wanted().allTables()) {
                table.columns().stream()
                        .filter(c -> gap.owner().equals(c.type().userType()))
                        .forEach(c -> columns.add(new ColumnRef(table.name(), c.name())));
            }
            if (gap.column() != null) {
                columns.add(new ColumnRef(gap.owner(), gap.column()));
            }
        }
        return columns;
    }
}

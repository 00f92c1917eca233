package dev.retort.command.compare;

import dev.retort.catalog.Canonical;
import dev.retort.catalog.Canonicalizer;
import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.Scope;
import dev.retort.command.ModelSource;
import dev.retort.command.config.Config;
import dev.retort.database.Database;
import dev.retort.diff.Answering;
import dev.retort.diff.Answers;
import dev.retort.diff.Compared;
import dev.retort.diff.Completed;
import dev.retort.diff.Completion;
import dev.retort.diff.CountingOn;
import dev.retort.diff.Difference;
import dev.retort.diff.Doubt;
import dev.retort.diff.DowngradeWarnings;
import dev.retort.diff.Duplicates;
import dev.retort.diff.Interview;
import dev.retort.diff.KeptInheritance;
import dev.retort.diff.MissingPartitions;
import dev.retort.diff.Naming;
import dev.retort.diff.PutBack;
import dev.retort.diff.Questioner;
import dev.retort.diff.Renames;
import dev.retort.hook.Draft;
import dev.retort.model.EntitiesAside;
import dev.retort.model.Model;
import dev.retort.operation.Operation;
import dev.retort.operation.Warning;
import dev.retort.runtime.RevisionLoader;
import dev.retort.schema.Schema;
import dev.retort.sql.SqlRenderer;
import dev.retort.sql.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the entities want, read once, to be compared with databases. */
public final class ModelSide {

    private final Config config;
    private final Model model;

    ModelSide(Config config, Model model) {
        this.config = config;
        this.model = model;
    }

    /** The entities and attributes, and where they went. */
    Model model() {
        return model;
    }

    /** The entities in the class path's folders that nobody named; none where it is classes, documents or units that are named. */
    SortedSet<String> entitiesAside() {
        boolean scans = config.entities().stream()
                .anyMatch(item -> !item.startsWith("unit:")
                        && !item.endsWith(".xml")
                        && !model.entities().contains(item));
        return scans ? EntitiesAside.find(config.classpath(), config.entities(), model.entities()) : new TreeSet<>();
    }

    /** The folder of the project. */
    Path folder() {
        return config.home();
    }

    /** What of a database is compared with the entities, where these revisions made it. */
    public Scope scope(RevisionLoader loader) {
        return ManagedScope.of(config, model.schema(), Recording.names(loader));
    }

    /**
     * The summaries of what a database lacks to be what the entities want.
     *
     * @param loader the revisions that made the database
     */
    public List<String> differences(Database database, RevisionLoader loader) {
        Comparison comparison = compare("database", database, Recording.names(loader), Said.nothing(), true);
        return comparison.up().stream()
                .map(operation -> operation.summary()
                        + (comparison.authors().containsKey(operation)
                                ? " (" + comparison.authors().get(operation) + ")"
                                : ""))
                .toList();
    }

    /** Those of a hand's changes that concern the model: not what makes an object, or changes one just made, that the model does not want. */
    public List<Operation> concerning(List<Operation> changes) {
        return Strangers.without(changes, model.schema());
    }

    /**
     * Compares.
     *
     * @param other what the database is, in words
     * @param made the names that revisions made
     * @param said what was said of the way from the database to the model, and who can be asked
     * @param toModel whether the model is the second state
     */
    Comparison compare(String other, Database database, MadeNames made, Said said, boolean toModel) {
        HibernateUpgrade.requireRules(config.accepted());
        Scope scope = ManagedScope.of(config, model.schema(), made);
        ExcludedKinds excluded = new ExcludedKinds(config.excludedKinds());
        Schema actual = made.mark(excluded.strip(CatalogReader.read(database, scope)));
        Schema managed = excluded.strip(ManagedScope.within(model.schema(), scope, made));
        MappedViews.Result mapped = MappedViews.leave(managed, actual, made);
        Round round = round(actual, mapped.wanted(), database, made, said.answers(), said);
        Listeners listeners = new Listeners(ModelSource.classPath(config));
        for (Optional<Answers> more = ask(round, actual, listeners, said, said.answers());
                more.isPresent();
                more = ask(round, actual, listeners, said, more.get())) {
            round = round(actual, mapped.wanted(), database, made, more.get(), said);
        }
        Completed completed = round.completed();
        Difference up = round.up();
        Difference down = round.down();
        List<Operation> filled = InitialRows.add(up.operations(), model, actual);
        List<Warning> warnings = new ArrayList<>();
        MissingTables.warn(model.schema(), actual, scope).ifPresent(warnings::add);
        warnings.addAll((toModel ? up : down).warnings());
        warnings.addAll(NotCompared.among(round.canonical().notCompared(), up.operations()));
        warnings.addAll(UnknownTypes.among(round.canonical(), up.operations()));
        List<Warning> remarks = new ArrayList<>(ModelWarnings.notes(model));
        remarks.addAll(IdleFilters.among(config, model.schema(), actual));
        remarks.addAll(mapped.remarks());
        remarks.addAll(Duplicates.held(actual, completed.schema()));
        // What makes the revision fail belongs into it.
        completed
                .warnings(toModel ? up : down, made.written())
                .forEach(w -> (toModel && w.level() == Warning.Level.ERROR ? warnings : remarks).add(w));
        Draft draft = new Draft(actual, completed.schema(), filled, down.operations(), warnings);
        if (!filled.isEmpty()) {
            twins(Duplicates.among(filled, actual), draft, said);
            HibernateUpgrade.explain(
                    draft, new BothSides(actual, completed.schema(), model.roles()), config.accepted());
        }
        said.interview().end();
        Heard heard = listeners.generated(draft);
        List<Warning> back = toModel ? DowngradeWarnings.of(up, down) : DowngradeWarnings.of(down, up);
        return new Comparison(
                        toModel ? other : "model",
                        toModel ? "model" : other,
                        toModel ? draft.upgrade() : draft.downgrade(),
                        toModel ? draft.downgrade() : draft.upgrade(),
                        MissingPartitions.open(draft.warnings(), draft.upgrade()),
                        stillTrue(back, objects(filled, down.operations()), draft),
                        (toModel ? up : down).doubts(),
                        remarks,
                        this,
                        heard,
                        toModel ? round.states() : round.states().back())
                .withLocks();
    }

    /** Asks for what is open; not for what a listener leaves as it is. */
    private Optional<Answers> ask(Round round, Schema actual, Listeners listeners, Said said, Answers so) {
        List<Doubt> doubts = round.up().doubts();
        if (!said.interview().asks() || doubts.isEmpty()) {
            return said.interview().ask(doubts, so);
        }
        List<Operation> up = InitialRows.add(round.up().operations(), model, actual);
        Draft draft = new Draft(
                actual,
                round.completed().schema(),
                up,
                round.down().operations(),
                round.up().warnings());
        listeners.generated(draft);
        Set<String> left = objects(up, round.down().operations());
        left.removeAll(objects(draft.upgrade(), draft.downgrade()));
        return said.interview()
                .ask(doubts.stream().filter(d -> !d.isAbout(left)).toList(), so);
    }

    /** Twins are offered for clean-up; who wants to keep them says so. */
    private void twins(Duplicates twins, Draft draft, Said said) {
        if (twins.isEmpty()) {
            return;
        }
        if (config.accepted().contains(Duplicates.RULE) || said.interview().keeps(twins)) {
            draft.drop(twins::drops);
        } else {
            draft.warnings().add(twins.warning());
        }
    }

    /** Without the warnings whose objects a listener left alone. */
    private static List<Warning> stillTrue(List<Warning> warnings, Set<String> touched, Draft draft) {
        Set<String> left = new HashSet<>(touched);
        left.removeAll(objects(draft.upgrade(), draft.downgrade()));
        return warnings.stream()
                .filter(warning -> warning.objects().isEmpty() || !left.containsAll(warning.objects()))
                .toList();
    }

    private static Set<String> objects(List<Operation> up, List<Operation> down) {
        return Stream.concat(up.stream(), down.stream()).map(Operation::object).collect(Collectors.toSet());
    }

    /**
     * What a comparison knows from people.
     *
     * @param answers given before
     * @param lives whether the database is one with rows to count
     * @param interview asks for more
     */
    record Said(Answers answers, boolean lives, Interview interview) {

        static Said nothing() {
            return new Said(Answers.NONE, false, new Interview(Questioner.NOBODY));
        }
    }

    /** A comparison with some answers. */
    private record Round(Compared states, Completed completed, Canonical canonical, Difference up, Difference down) {}

    private static List<String> typeRenames(Renames renames, Schema actual, Schema wanted) {
        return renames.ofTypes(actual, wanted).stream()
                .flatMap(operation -> SqlRenderer.render(operation).stream())
                .map(Statement::sql)
                .toList();
    }

    private Round round(Schema actual, Schema wanted, Database database, MadeNames made, Answers answers, Said said) {
        Renames toWanted = answers.renames().expand(actual, wanted);
        Schema renamed = toWanted.applyTo(actual, wanted);
        Canonical canonical =
                Canonicalizer.canonicalize(wanted, renamed, typeRenames(toWanted, actual, wanted), database);
        Naming naming = Naming.of(config.naming(), config.namingTemplates());
        Completed completed = Completion.complete(canonical.schema(), actual, naming, toWanted, made.objects());
        Counters counters = Counters.of(model);
        Answering.Answered answered = Answering.compare(
                actual,
                completed.schema(),
                toWanted,
                answers,
                difference -> WrittenViews.keep(completed.spare(difference, made.written()), completed),
                counters.bySequence());
        Difference there = CountingOn.add(answered.up(), completed.schema(), counters.bySequence(), true);
        Difference back = CountingOn.add(answered.down(), actual, Map.of(), false);
        Difference up = PutBack.warn(there, renamed, completed.schema(), made.written());
        Difference told = KeptInheritance.warn(up, renamed, canonical.schema());
        return new Round(
                new Compared(actual, completed.schema(), toWanted),
                completed,
                canonical,
                said.lives() ? RowCounts.tell(told, database) : told,
                KeptInheritance.warn(back, renamed, canonical.schema()));
    }
}

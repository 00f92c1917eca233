package dev.retort.diff;

import dev.retort.UsageException;
import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks for what a difference leaves open: renames first, as all that follows depends on them, then what becomes of values that leave, then what required
 * columns hold. A difference is asked about, compared again with the answers, and asked about again, until nothing new is answered; nothing is asked twice.
 */
public final class Interview {

    /** As many names that differ only in their style are no accident. */
    static final int STYLE = 3;

    private static final int TRIES = 3;

    /** Wholes before their parts. */
    private static final List<String> KINDS =
            List.of("table", "sequence", "enum", "enum value", "column", "constraint", "index");

    private final Questioner questioner;
    private final Set<Object> asked = new HashSet<>();
    private final List<String> options = new ArrayList<>();

    /** An interview with somebody. */
    public Interview(Questioner questioner) {
        this.questioner = questioner;
    }

    /** Whether anybody is there to be asked. */
    public boolean asks() {
        return questioner != Questioner.NOBODY;
    }

    /**
     * The answers and what was said in addition; empty where nothing was.
     *
     * @param doubts about the difference with the answers so far
     */
    public Optional<Answers> ask(List<Doubt> doubts, Answers so) {
        Answers answers = so;
        List<RenameCandidate> candidates = of(doubts, RenameCandidate.class);
        if (style(candidates)) {
            return Optional.of(answers.with(Renames.CASE_STYLE));
        }
        for (String kind : KINDS) {
            answers = renames(
                    candidates.stream().filter(c -> c.kind().equals(kind)).toList(), answers);
            if (!answers.equals(so)) {
                return Optional.of(answers);
            }
        }
        for (LeavingValues gap : of(doubts, LeavingValues.class)) {
            answers = values(gap, said(doubts, gap), answers);
        }
        for (RequiredColumn gap : of(doubts, RequiredColumn.class)) {
            answers = column(gap, said(doubts, gap), answers);
        }
        return answers.equals(so) ? Optional.empty() : Optional.of(answers);
    }

    /** Whether constraints and indexes are to stay that do what others do; they go where nobody says anything, and the reviewer sees it. */
    public boolean keeps(Duplicates twins) {
        boolean keep = questioner.choose(
                        "Some constraints and indexes do what another one of their table does, as Hibernate's update leaves them: "
                                + twins.words() + ". Keep them?",
                        List.of("yes, leave them where they are", "no, drop them in this revision"))
                == 0;
        if (keep) {
            options.add("--accept " + Duplicates.RULE);
        }
        return keep;
    }

    /** Says how to give the same answers without being asked, if there were any. */
    public void end() {
        if (!options.isEmpty()) {
            questioner.done(List.copyOf(options));
        }
    }

    private static <G extends Gap> List<G> of(List<Doubt> doubts, Class<G> kind) {
        return doubts.stream()
                .map(Doubt::gap)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .toList();
    }

    /** What the warning says of the gap, as a sentence. */
    private static String said(List<Doubt> doubts, Gap gap) {
        for (Doubt doubt : doubts) {
            Warning warning = doubt.warning();
            if (warning != null && gap.equals(doubt.gap())) {
                String message = warning.message();
                return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
            }
        }
        return "";
    }

    private static String plain(String name) {
        String implied = ObjectName.DEFAULT_NAMESPACE + ".";
        return name.startsWith(implied) ? name.substring(implied.length()) : name;
    }

    private boolean style(List<RenameCandidate> candidates) {
        List<RenameCandidate> styled =
                candidates.stream().filter(RenameCandidate::isStyle).toList();
        int names = styled.stream().mapToInt(RenameCandidate::styled).sum();
        if (names < STYLE || !asked.add(Renames.CASE_STYLE)) {
            return false;
        }
        String question = names + " tables and columns have other names of the same letters, such as "
                + plain(styled.get(0).from()) + " and " + plain(styled.get(0).to())
                + ". Is it one naming strategy in place of another?";
        boolean all =
                questioner.choose(question, List.of("yes, rename all of that kind", "no, ask for each of them")) == 0;
        if (all) {
            options.add("--rename " + Renames.STYLE_WORD);
        }
        return all;
    }

    private Answers renames(List<RenameCandidate> candidates, Answers so) {
        Map<String, List<RenameCandidate>> byObject = new LinkedHashMap<>();
        candidates.stream()
                .sorted(Comparator.comparingInt(RenameCandidate::score).reversed())
                .forEach(c -> byObject.computeIfAbsent(c.from(), f -> new ArrayList<>())
                        .add(c));
        Answers answers = so;
        Set<String> taken = new HashSet<>();
        for (List<RenameCandidate> targets : byObject.values()) {
            List<RenameCandidate> open =
                    targets.stream().filter(c -> !taken.contains(c.to())).toList();
            if (open.isEmpty() || !asked.add(open)) {
                continue;
            }
            RenameCandidate first = open.get(0);
            int chosen = questioner.choose(question(first, open.size() == 1), choices(open));
            if (chosen < open.size()) {
                RenameCandidate rename = open.get(chosen);
                taken.add(rename.to());
                answers = answers.with(Renames.parse(List.of(rename.option())));
                options.add("--rename " + OptionPath.shell(rename.option()));
            }
        }
        return answers;
    }

    private static String question(RenameCandidate candidate, boolean only) {
        return only
                ? "Is the " + candidate.kind() + " " + plain(candidate.from()) + " now " + plain(candidate.to()) + ", "
                        + candidate.why() + "?"
                : "The " + candidate.kind() + " " + plain(candidate.from())
                        + " goes. Is it one of these under a new name?";
    }

    private static List<String> choices(List<RenameCandidate> open) {
        List<String> choices = new ArrayList<>();
        if (open.size() == 1) {
            choices.add("yes, rename it");
        } else {
            open.forEach(c -> choices.add(plain(c.to()) + ", " + c.why()));
        }
        choices.add(
                switch (open.get(0).kind()) {
                    case "table", "column" -> "no: one goes with its data, and another comes";
                    case "sequence" -> "no: another one comes, and counts from its start";
                    default -> "no: one goes, and another comes";
                });
        return choices;
    }

    private Answers values(LeavingValues gap, String said, Answers so) {
        Answers answers = so;
        for (String value : gap.gone()) {
            boolean known = answers.mappings().stream()
                    .anyMatch(m -> m.of(gap) && m.value().equals(value));
            if (known || !asked.add(List.of(gap.display(), value))) {
                continue;
            }
            List<String> targets = targets(gap, answers);
            List<String> choices = new ArrayList<>(targets);
            choices.add("say nothing: it fails while a row holds " + value);
            int chosen = questioner.choose(said + " What becomes of rows that hold " + value + "?", choices);
            if (chosen < targets.size()) {
                String option = gap.option(value, targets.get(chosen));
                answers = answers.with(ValueMapping.parse(option));
                options.add("--map " + OptionPath.shell(option));
            }
        }
        return answers;
    }

    /** What comes before what stays, and what is nobody's new name yet before what already is: two values in one are told apart by nobody afterwards. */
    private static List<String> targets(LeavingValues gap, Answers so) {
        Set<String> taken = so.mappings().stream()
                .filter(mapping -> mapping.of(gap))
                .map(ValueMapping::to)
                .collect(Collectors.toSet());
        Set<String> targets = new LinkedHashSet<>(gap.fresh());
        targets.removeAll(taken);
        targets.addAll(gap.fresh());
        targets.addAll(gap.shall());
        return List.copyOf(targets);
    }

    private Answers column(RequiredColumn gap, String said, Answers so) {
        if (so.backfills().stream().anyMatch(b -> b.fills(gap)) || !asked.add(gap.display())) {
            return so;
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String value = questioner
                    .type(said + " What do present rows hold? (an SQL expression or a text; nothing to leave it)")
                    .strip();
            if (value.isEmpty()) {
                return so;
            }
            try {
                String option = gap.display() + "=" + value;
                Backfill backfill = Backfill.parse(option);
                if (so.renames().equals(Renames.NONE)) {
                    // Under a rename the value may use an old name, which is known only once all is compared again.
                    BackfillValue.sql(backfill.value(), gap);
                }
                Answers answers = so.with(backfill);
                options.add("--backfill " + OptionPath.shell(option));
                return answers;
            } catch (UsageException wrong) {
                questioner.refuse(wrong.reason());
            }
        }
        return so;
    }
}

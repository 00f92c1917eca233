package dev.retort.diff;

import dev.retort.operation.Warning;
import dev.retort.schema.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that move into new columns of a table that stands, where somebody pastes what does it. A backfill of such a column leaves alone what has moved.
 *
 * @param table the table that takes them
 * @param sources what each of the columns takes, as SQL of a row of the table; empty where it is not for all of them
 * @param calls what moves them
 * @param required the columns that must have a value, which they get by the calls
 * @param below where the calls go
 * @param back what is to be done in downgrade
 * @param checks the new checks that fail on rows without the values
 * @param partial whether there may be rows that none of the values is for
 */
public record MovedValues(
        ObjectName table,
        Map<String, String> sources,
        List<String> calls,
        List<String> required,
        String below,
        String back,
        List<String> checks,
        boolean partial)
        implements Gap {

    private static final Pattern BACKFILL = Pattern.compile("`--backfill [^`]*` to fill them once");

    public MovedValues {
        calls = List.copyOf(calls);
        required = List.copyOf(required);
        checks = List.copyOf(checks);
    }

    /**
     * What is said in place of a loss.
     *
     * @param values where they go; null where no backfill has to do with it
     */
    record Told(Warning warning, @Nullable MovedValues values) {}

    /**
     * What to type.
     *
     * @param fills what is filled already, by the columns' names
     */
    String cure(Map<String, String> fills) {
        boolean moved = !sources.isEmpty()
                && sources.entrySet().stream()
                        .allMatch(e -> !e.getValue().isEmpty() && e.getValue().equals(fills.get(e.getKey())));
        if (moved) {
            return "The backfill moves them"
                    + (partial && !required.isEmpty()
                            ? "; a row that none is for stops it, so say `coalesce((…), VALUE)` where there is one"
                            : "")
                    + "; " + back;
        }
        List<String> open = required.stream().filter(c -> !fills.containsKey(c)).toList();
        List<String> all = new ArrayList<>(calls);
        open.forEach(c ->
                all.add("op.alterColumn(" + SqlText.java(table.display()) + ", " + SqlText.java(c) + ").notNull()"));
        return "Where they move, "
                + (open.isEmpty()
                        ? ""
                        : "take `.notNull()` off where " + EnumChecks.words(open) + (open.size() == 1 ? " is" : " are")
                                + " added, ")
                + "write " + SqlText.ticked(all) + " " + below + ", and " + back;
    }

    /** The columns of a table into which something may have moved before they are filled. */
    static Set<String> into(ObjectName table, List<MovedValues> all) {
        Set<String> columns = new HashSet<>();
        all.stream().filter(m -> m.table().equals(table)).forEach(m -> columns.addAll(m.sources.keySet()));
        return columns;
    }

    /** Offers what moves to the required columns that take it. */
    static List<Doubt> advise(List<Doubt> doubts) {
        List<MovedValues> all = doubts.stream()
                .map(Doubt::gap)
                .filter(MovedValues.class::isInstance)
                .map(MovedValues.class::cast)
                .distinct()
                .toList();
        return all.isEmpty()
                ? doubts
                : doubts.stream().map(d -> advised(d, all)).toList();
    }

    private static Doubt advised(Doubt doubt, List<MovedValues> all) {
        Warning warning = doubt.warning();
        if (warning == null || !(doubt.gap() instanceof RequiredColumn gap) || !gap.fresh()) {
            return doubt;
        }
        String column = gap.column().name();
        List<MovedValues> moves = all.stream()
                .filter(m -> m.table().equals(gap.table()) && m.sources.containsKey(column))
                .toList();
        List<String> sources =
                moves.stream().map(m -> m.sources.getOrDefault(column, "")).toList();
        Matcher option = BACKFILL.matcher(warning.cure());
        if (sources.isEmpty() || !option.find()) {
            return doubt;
        }
        boolean whole = sources.size() == 1 && !sources.get(0).isEmpty();
        String cure = whole
                ? option.replaceFirst(
                        Matcher.quoteReplacement("`--backfill " + OptionPath.shell(gap.display() + "=" + sources.get(0))
                                + "` to fill them with what moves there, see possible-move"
                                + (moves.get(0).partial
                                        ? "; where it is for some rows alone, with `coalesce((…), VALUE)` for all"
                                        : "")))
                : option.replaceFirst(Matcher.quoteReplacement(
                        option.group() + ", but for those that possible-move tells of where it is followed"));
        return new Doubt(
                new Warning(warning.rule(), warning.level(), warning.objects(), warning.message(), cure),
                doubt.rows(),
                gap);
    }

    /** What is left to do where columns are filled. */
    static Difference answered(Difference difference, Map<RequiredColumn, String> fills) {
        Map<Warning, Warning> answered = new LinkedHashMap<>();
        List<Doubt> doubts = new ArrayList<>();
        for (Doubt doubt : difference.doubts()) {
            Warning warning = doubt.warning();
            if (warning == null || !(doubt.gap() instanceof MovedValues moved)) {
                doubts.add(doubt);
                continue;
            }
            Map<String, String> own = new LinkedHashMap<>();
            fills.forEach((gap, value) -> {
                if (gap.fresh() && gap.table().equals(moved.table())) {
                    own.put(gap.column().name(), value);
                }
            });
            Warning left =
                    new Warning(warning.rule(), warning.level(), warning.objects(), warning.message(), moved.cure(own));
            answered.put(warning, left);
            doubts.add(new Doubt(left, doubt.rows(), moved));
        }
        return new Difference(
                difference.operations(),
                difference.warnings().stream()
                        .map(w -> answered.getOrDefault(w, w))
                        .toList(),
                doubts);
    }
}

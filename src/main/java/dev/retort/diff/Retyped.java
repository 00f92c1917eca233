package dev.retort.diff;

import dev.retort.operation.ColumnChange;
import dev.retort.operation.Warning;
import dev.retort.schema.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The change of a column's type as a revision says it, with an expression of another's choice: what a cure has to paste in place of it. */
final class Retyped {

    /** What a cure that has the call says of it; a way down says it as it stands. */
    static final String IN_PLACE = "in place of the change of type";

    private Retyped() {}

    /** What to write in place of the change of type: the whole change of the column, where all of it can be said so. */
    static String call(TablePair pair, String column, String using) {
        return call(pair, pair.name().display(), column, column, using, OldNames.SAME);
    }

    /** The same in downgrade, by the names that are old now. */
    static String back(TablePair pair, String column, String using, OldNames old) {
        return call(
                new TablePair(pair.to(), pair.from(), pair.toColumns(), pair.fromColumns()),
                old.table(pair.name()).display(),
                column,
                old.column(pair.name(), column),
                using,
                old);
    }

    private static String call(TablePair pair, String table, String column, String called, String using, OldNames old) {
        Column shall = Objects.requireNonNull(pair.toColumns().get(column));
        List<ColumnChange> changes = ColumnChanges.between(
                        Objects.requireNonNull(pair.fromColumns().get(column)), shall)
                .changes();
        String start = "op.alterColumn(" + SqlText.java(table) + ", " + SqlText.java(called) + ")";
        String type =
                ".type(" + SqlText.java(old.types(shall.type().display())) + ").using(" + SqlText.java(using) + ")";
        // An identity and the like stay as the file has them.
        return changes.stream().allMatch(Retyped::isSaid)
                ? "`" + start
                        + changes.stream().map(change -> call(change, type)).collect(Collectors.joining()) + "`"
                : "`" + type + "` of `" + start + "`";
    }

    /** The same where columns are filled below the change of their type: before that they need not have a value yet. */
    static Difference filled(Difference difference, Set<RequiredColumn> fills) {
        Map<Warning, Warning> changed = new LinkedHashMap<>();
        for (Warning warning : difference.warnings()) {
            String cure = warning.cure();
            for (RequiredColumn gap : fills) {
                cure = gap.fresh() ? cure : open(cure, gap);
            }
            if (!cure.equals(warning.cure())) {
                changed.put(
                        warning,
                        new Warning(warning.rule(), warning.level(), warning.objects(), warning.message(), cure));
            }
        }
        return changed.isEmpty()
                ? difference
                : new Difference(
                        difference.operations(),
                        difference.warnings().stream()
                                .map(w -> changed.getOrDefault(w, w))
                                .toList(),
                        difference.doubts().stream()
                                .map(d -> d.warning() == null
                                        ? d
                                        : new Doubt(changed.getOrDefault(d.warning(), d.warning()), d.rows(), d.gap()))
                                .toList());
    }

    private static String open(String cure, RequiredColumn gap) {
        String call = "op.alterColumn(" + SqlText.java(gap.table().display()) + ", "
                + SqlText.java(gap.column().name()) + ").type(";
        return Pattern.compile("(" + Pattern.quote("`" + call) + "[^`]*)\\.notNull\\(\\)")
                .matcher(cure)
                .replaceAll("$1");
    }

    private static boolean isSaid(ColumnChange change) {
        return (change instanceof ColumnChange.SetType set && set.collation() == null)
                || !call(change, "").isEmpty();
    }

    /** The whole change of the column again, because its default goes before the type and comes behind it. */
    private static String call(ColumnChange change, String type) {
        if (change instanceof ColumnChange.SetType) {
            return type;
        } else if (change instanceof ColumnChange.SetDefault set) {
            return ".defaultTo(" + SqlText.java(set.value().sql()) + ")";
        } else if (change instanceof ColumnChange.DropDefault) {
            return ".noDefault()";
        } else if (change instanceof ColumnChange.SetNotNull) {
            return ".notNull()";
        }
        return change instanceof ColumnChange.DropNotNull ? ".nullable()" : "";
    }
}
